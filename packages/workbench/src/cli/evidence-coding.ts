import { isUnknown } from '@aftermine/science/base';
import {
  claimsReport,
  codedStudies,
  flowPicture,
  flowText,
  gapMap,
  gapMapPicture,
  gapMapText,
  labelIn,
  readClaims,
  tellComplaint,
} from '@aftermine/science/evidence';
import type { Command } from 'commander';
import { withdrawFinding, writeCodings, writeFindings } from '../steps/evidence/code-studies.ts';
import { codingState } from '../steps/evidence/coding-state.ts';
import { findingsOf, keyedReviewOf } from '../steps/evidence/review.ts';
import { rowComplaints } from './evidence-lines.ts';
import { figure } from './evidence-sources.ts';
import type { CommandHost, Outcome } from './host.ts';
import { resolveInput } from './paths.ts';
import { signer } from './signer.ts';

/** Complaints shown on a terminal. */
const SHOWN = 20;

/** `evidence code|findings|withdraw|gap|prisma|claims`: what studies say, and what a document claims. */
export function registerEvidenceCoding(host: CommandHost, evidence: Command): void {
  host
    .common(evidence.command('code [file]').description(host.text('command.evidence-code')))
    .option('--by <person>', host.text('flag.by'))
    .action(
      host.action('evidence code', async ({ workbench, flags, say }, [file], options): Promise<Outcome> => {
        const written =
          file === undefined
            ? null
            : await writeCodings(workbench, flags.dir, resolveInput(file), signer(options));
        const review = await keyedReviewOf(workbench, flags.dir);
        const { studies, disputed } = codedStudies(review.codings.codings, review.codebook);
        const { alpha, coders, units, twice, verdict, themes } = codingState(review);
        const value = typeof alpha === 'number' ? alpha : null;
        return {
          data: {
            written: written?.count ?? 0,
            studies,
            disputed,
            themes,
            agreement: { alpha, coders, units, twice, verdict },
            complaints: written?.complaints ?? [],
          },
          human: [
            ...(written === null ? [] : [say('evidence.coded', { count: written.count })]),
            say('evidence.studies', { studies: studies.length, disputed: disputed.length }),
            ...(coders.length < 2
              ? []
              : [
                  isUnknown(alpha)
                    ? say(`unknown.${alpha.reason}`, alpha.params)
                    : say('evidence.alpha', {
                        alpha: figure(value),
                        verdict: say(`evidence.agreement.${verdict}`),
                      }),
                ]),
          ],
          warnings: rowComplaints(written?.complaints ?? [], file, flags.language),
        };
      }),
    );

  host
    .common(evidence.command('findings [file]').description(host.text('command.evidence-findings')))
    .option('--by <person>', host.text('flag.by'))
    .action(
      host.action(
        'evidence findings',
        async ({ workbench, flags, say }, [file], options): Promise<Outcome> => {
          const written =
            file === undefined
              ? null
              : await writeFindings(workbench, flags.dir, resolveInput(file), signer(options));
          const { findings, withdrawn } = await findingsOf(workbench, flags.dir);
          return {
            data: {
              written: written?.count ?? 0,
              findings,
              withdrawn,
              complaints: written?.complaints ?? [],
            },
            human: [
              ...(written === null ? [] : [say('evidence.found', { count: written.count })]),
              say('evidence.findings', { count: findings.length, withdrawn: withdrawn.length }),
            ],
            text: findings
              .map(({ id, paper, measure, indicator, locator }) =>
                [id, paper, measure, indicator, locator ?? '-'].join('  '),
              )
              .join('\n'),
            warnings: rowComplaints(written?.complaints ?? [], file, flags.language),
          };
        },
      ),
    );

  host
    .common(evidence.command('withdraw <finding>').description(host.text('command.evidence-withdraw')))
    .requiredOption('--by <person>', host.text('flag.by'))
    .requiredOption('--note <text>', host.text('flag.note'))
    .action(
      host.action(
        'evidence withdraw',
        async ({ workbench, flags, say }, [finding], options): Promise<Outcome> => {
          await withdrawFinding(workbench, flags.dir, finding!, signer(options), String(options['note']));
          return { data: { finding }, human: [say('evidence.withdrawn', { finding })] };
        },
      ),
    );

  host
    .common(evidence.command('gap').description(host.text('command.evidence-gap')))
    .option('--svg', host.text('flag.svg'))
    .action(
      host.action('evidence gap', async ({ workbench, flags }, _, options): Promise<Outcome> => {
        const { findings, codebook } = await findingsOf(workbench, flags.dir);
        const map = gapMap(findings, codebook);
        return {
          data: map,
          human: [],
          text:
            options['svg'] === true
              ? gapMapPicture(map, { id: 'gap-map', language: flags.language })
              : gapMapText(map, flags.language).join('\n'),
        };
      }),
    );

  host
    .common(evidence.command('prisma').description(host.text('command.evidence-prisma')))
    .option('--svg', host.text('flag.svg'))
    .action(
      host.action('evidence prisma', async ({ workbench, flags }, _, options): Promise<Outcome> => {
        const { flow, codebook } = await keyedReviewOf(workbench, flags.dir);
        const { language } = flags;
        const words = {
          language,
          reasonLabels: Object.fromEntries(
            codebook.exclusionReasons.map(({ id, rule }) => [id, labelIn(language, rule, id)]),
          ),
        };
        return {
          data: flow,
          human: [],
          text:
            options['svg'] === true
              ? flowPicture(flow.boxes, { ...words, id: 'prisma' })
              : flowText(flow.boxes, words).join('\n'),
          warnings: flow.complaints.map((one) => tellComplaint(language, one)),
        };
      }),
    );

  host.common(evidence.command('claims <file>').description(host.text('command.evidence-claims'))).action(
    host.action('evidence claims', async ({ workbench, flags, say }, [file]): Promise<Outcome> => {
      const path = resolveInput(file!);
      const { findings, codebook } = await findingsOf(workbench, flags.dir);
      const report = claimsReport(
        readClaims(workbench.literature.document(path), workbench.paths.basename(path)),
        codebook.references,
        codebook.missingReferences,
        findings,
      );
      return {
        data: report,
        human: [
          say('evidence.claims', {
            statements: report.statements,
            resolved: report.resolved,
            partial: report.partial,
            unsupported: report.unsupported,
          }),
          ...report.tasks.flatMap((task) =>
            task.kind === 'find-reference'
              ? [
                  `  ${say('evidence.task.find-reference', { number: task.number, topic: task.topic ?? '-' })}`,
                ]
              : [],
          ),
        ],
        warnings: report.complaints.slice(0, SHOWN).map((one) => tellComplaint(flags.language, one)),
      };
    }),
  );
}
