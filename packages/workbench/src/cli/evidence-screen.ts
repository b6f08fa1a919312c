import { AftermineError, isUnknown, type Language, say } from '@aftermine/science/base';
import {
  conflictsOf,
  labelIn,
  marksOfDecisions,
  SCREEN_STAGES,
  ScreeningQueue,
  type StoppingSignals,
  safeWords,
  simulateScreening,
  termMatrix,
  termsOfRecord,
} from '@aftermine/science/evidence';
import type { Command } from 'commander';
import { keyedReviewOf, reviewOf, workOf } from '../steps/evidence/review.ts';
import { type ScreeningPlan, screeningState } from '../steps/evidence/screening-state.ts';
import { writeEntry } from '../steps/evidence/write-entry.ts';
import { oneOf, reasonOf } from './evidence.ts';
import { figure } from './evidence-sources.ts';
import type { CommandHost, Outcome } from './host.ts';
import { resolveInput } from './paths.ts';
import { signer } from './signer.ts';

const DECISIONS = ['include', 'exclude', 'unsure'] as const;
const TERMS = 8;

/** `evidence screen next|decide|plan|status|simulate`: what to read next, what was said of it, and whether to go on. */
export function registerEvidenceScreen(host: CommandHost, evidence: Command): void {
  const screen = evidence.command('screen').description(host.text('command.evidence-screen'));

  host
    .common(screen.command('next [count]').description(host.text('command.evidence-screen-next')))
    .option('--random', host.text('flag.random'))
    .option('--by <person>', host.text('flag.screener'))
    .action(
      host.action(
        'evidence screen next',
        async ({ workbench, flags, say }, [count = '1'], options): Promise<Outcome> => {
          const { works, screening, codebook } = await reviewOf(workbench, flags.dir);
          const records = works.map(({ keys }) => keys[0]!);
          const texts = works.map(({ reference }) => `${reference.title ?? ''} ${reference.abstract ?? ''}`);
          const matrix = termMatrix(texts);
          const by = options['by'] === undefined ? undefined : String(options['by']);
          const queue = new ScreeningQueue(matrix, {
            mode: options['random'] === true ? 'random' : 'relevance',
            seed: flags.seed,
            marks: marksOfDecisions(screening, 'title-abstract', records, by),
          });
          const { next, basis, why, unmarked } = queue.next(countOf(count));
          const model = queue.model();
          const shown = next.map(({ record, decision }) => {
            const { reference, keys } = works[record]!;
            const terms = model === null ? [] : termsOfRecord(matrix, model, record, TERMS);
            return { key: keys[0]!, keys, reference, decision, terms };
          });
          return {
            data: { basis, why, unmarked, next: shown, eligibility: codebook.eligibility },
            human: [
              say(`evidence.screen.${basis}`, { unmarked }),
              ...(why === null ? [] : [say(`unknown.${why.reason}`, why.params)]),
              say('evidence.screen.criteria'),
              ...codebook.eligibility
                .filter((one) => one.stage === 'title-abstract')
                .map(({ id, rule }) => `  ${id}  ${labelIn(flags.language, rule, id)}`),
            ],
            text: shown
              .map(({ key, reference, decision, terms }) =>
                [
                  `${key}${decision === null ? '' : `  ${decision.toFixed(3)}`}`,
                  `${reference.title ?? '-'} (${reference.year ?? '-'})`,
                  reference.authors.map(({ literal }) => literal).join('; '),
                  reference.abstract ?? say('evidence.no-abstract'),
                  ...(terms.length === 0
                    ? []
                    : [
                        say('evidence.screen.terms', {
                          terms: terms.map(({ term, pull }) => `${pull > 0 ? '+' : '-'}${term}`).join(', '),
                        }),
                      ]),
                ].join('\n'),
              )
              .join('\n\n'),
          };
        },
      ),
    );

  host
    .common(
      screen.command('decide <key> <decision>').description(host.text('command.evidence-screen-decide')),
    )
    .requiredOption('--by <person>', host.text('flag.by'))
    .option('--stage <stage>', host.text('flag.stage'), 'title-abstract')
    .option('--reason <id>', host.text('flag.exclusion-reason'))
    .option('--settles', host.text('flag.settles'))
    .action(
      host.action(
        'evidence screen decide',
        async ({ workbench, flags, say }, [key, word], options): Promise<Outcome> => {
          const decision = oneOf('<decision>', DECISIONS, word);
          const stage = oneOf('--stage', SCREEN_STAGES, options['stage']);
          const review = await keyedReviewOf(workbench, flags.dir);
          const [record] = workOf(review, key!).keys;
          const reason = options['reason'] === undefined ? null : String(options['reason']);
          if (stage === 'full-text' && decision === 'exclude')
            reasonOf(review.codebook, reason, flags.language);
          const store = await workbench.openEvidence(flags.dir);
          try {
            await store.append([
              {
                kind: 'screen',
                at: new Date(workbench.clock.now()).toISOString(),
                by: signer(options),
                value: { record, stage, decision, reason, settles: options['settles'] === true },
              },
            ]);
          } finally {
            await store.close();
          }
          return {
            data: { record, stage, decision, reason },
            human: [
              say('evidence.screened', { key: record, decision: say(`evidence.decision.${decision}`) }),
            ],
          };
        },
      ),
    );

  host
    .common(screen.command('plan').description(host.text('command.evidence-screen-plan')))
    .option('--key-papers <keys>', host.text('flag.key-papers'))
    .option('--expected <n>', host.text('flag.expected'))
    .option('--sample <included/screened>', host.text('flag.sample'))
    .requiredOption('--by <person>', host.text('flag.by'))
    .action(
      host.action('evidence screen plan', async ({ workbench, flags, say }, _, options): Promise<Outcome> => {
        const review = await keyedReviewOf(workbench, flags.dir);
        const before = review.screeningPlan ?? { keyPapers: [], expected: null, sample: null };
        const keys = options['keyPapers'];
        const counts = expectationOf(options);
        const plan: ScreeningPlan = {
          ...before,
          ...counts,
          keyPapers:
            keys === undefined
              ? before.keyPapers
              : String(keys)
                  .split(/[,，]/)
                  .map((key) => key.trim())
                  .filter((key) => key !== '')
                  .map((key) => workOf(review, key).keys[0]!),
        };
        await writeEntry(workbench, flags.dir, 'screen-plan', signer(options), { ...plan });
        const { signals } = screeningState({ ...review, screeningPlan: plan }, 'title-abstract');
        return {
          data: { plan, safe: signals.safe },
          human: [say('evidence.screen.planned'), ...safeWords(signals.safe, flags.language)],
        };
      }),
    );

  host
    .common(screen.command('status').description(host.text('command.evidence-screen-status')))
    .option('--stage <stage>', host.text('flag.stage'), 'title-abstract')
    .action(
      host.action(
        'evidence screen status',
        async ({ workbench, flags, say }, _, options): Promise<Outcome> => {
          const stage = oneOf('--stage', SCREEN_STAGES, options['stage']);
          const review = await keyedReviewOf(workbench, flags.dir);
          const state = screeningState(review, stage);
          const { works, verdicts, agreement, signals } = state;
          const conflicts = conflictsOf(review.screening, stage);
          return {
            data: { ...state, conflicts },
            human: [
              say('evidence.screen.status', {
                done: verdicts,
                all: works,
                included: state.included,
                excluded: state.excluded,
                conflicts: conflicts.length,
              }),
              ...agreement.map(({ first, second, compared, kappa, ac1 }) =>
                say('evidence.screen.agreement', {
                  first,
                  second,
                  compared,
                  kappa: figure(kappa),
                  ac1: figure(ac1),
                }),
              ),
              ...(stage === 'full-text' ? [] : signalLines(signals, flags.language)),
            ],
          };
        },
      ),
    );

  host
    .common(screen.command('simulate <file>').description(host.text('command.evidence-screen-simulate')))
    .requiredOption('--label <column>', host.text('flag.label'))
    .requiredOption('--priors <numbers>', host.text('flag.priors'))
    .action(
      host.action(
        'evidence screen simulate',
        async ({ workbench, progress, signal, say }, [file], options): Promise<Outcome> => {
          const rows = await workbench.literature.rows(resolveInput(file!));
          const label = String(options['label']);
          const labelled = rows.filter((row) => /^(0|1)(\.0+)?$/.test((row[label] ?? '').trim()));
          if (labelled.length === 0) oneOf('--label', Object.keys(rows[0] ?? {}), label);
          const column = (row: Readonly<Record<string, string>>, names: readonly string[]): string => {
            const name = Object.keys(row).find((one) => names.includes(one.trim().toLowerCase()));
            return name === undefined ? '' : row[name]!;
          };
          const texts = labelled.map(
            (row) =>
              `${column(row, ['title', 'primary_title', '题名'])} ${column(row, ['abstract', 'notes_abstract', '摘要'])}`,
          );
          const result = simulateScreening(
            texts,
            labelled.map((row) => Number(row[label]) === 1),
            String(options['priors']).split(',').map(Number),
            {
              abort: signal,
              report: ({ screened, total }) =>
                progress.report({ event: 'progress', step: 'screen', done: screened, total, etaS: null }),
            },
          );
          return {
            data: result,
            human: [
              say('evidence.simulated', {
                wss95: figure(result.wss95),
                loss: figure(result.loss),
                records: texts.length,
              }),
            ],
          };
        },
      ),
    );
}

/** Three signals on stopping the screening of titles and abstracts; of full texts there is nothing to stop. */
function signalLines({ recallTest, irrelevantRun, safe }: StoppingSignals, language: Language): string[] {
  const tell = (key: string, params = {}): string => say(language, key, params);
  return [
    tell('evidence.screen.signals'),
    `  ${tell('evidence.signal.run', { count: irrelevantRun.length })}`,
    `  ${isUnknown(recallTest) ? tell(`unknown.${recallTest.reason}`, recallTest.params) : tell('evidence.signal.recall', { p: recallTest.p.toFixed(4), recall: Math.round(100 * recallTest.recall) })}`,
    `  ${tell('evidence.signal.safe', {
      met: safe.conditions.filter(({ met }) => met === true).length,
      of: safe.conditions.length,
    })}`,
    ...safeWords(safe, language).map((line) => `    ${line}`),
    ...(safe.conditions.some(({ met }) => isUnknown(met)) ? [`  ${tell('evidence.screen.plan-next')}`] : []),
  ];
}

/** What is expected to be included: a number, or a random sample as `4/100`; nothing changes where neither is given. */
function expectationOf(
  options: Readonly<Record<string, unknown>>,
): Partial<Pick<ScreeningPlan, 'expected' | 'sample'>> {
  if (options['expected'] !== undefined)
    return { expected: countOf(String(options['expected']), '--expected'), sample: null };
  if (options['sample'] === undefined) return {};
  const [included = NaN, screened = NaN] = String(options['sample']).split('/').map(Number);
  if (
    !Number.isInteger(included) ||
    !Number.isInteger(screened) ||
    included < 0 ||
    screened < 1 ||
    included > screened
  )
    throw new AftermineError('InvalidInput', 'E-USE-002', {
      where: '--sample',
      expected: '4/100',
      got: String(options['sample']),
    });
  return { expected: null, sample: { included, screened } };
}

/** How many records are asked for, from 1. */
function countOf(given: string, where = '<count>'): number {
  const count = Number(given);
  if (!Number.isInteger(count) || count < 1)
    throw new AftermineError('InvalidInput', 'E-USE-002', {
      where,
      expected: '1, 2, 3, ...',
      got: given,
    });
  return count;
}
