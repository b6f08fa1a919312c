import { AftermineError, type Language, say as speak } from '@aftermine/science/base';
import { type AppraisedPaper, labelIn } from '@aftermine/science/evidence';
import type { Command } from 'commander';
import { appraisalsOfFile, writeAppraisals } from '../steps/evidence/appraise-papers.ts';
import { findingsOf } from '../steps/evidence/review.ts';
import { rowComplaints } from './evidence-lines.ts';
import type { CommandHost, Outcome } from './host.ts';
import { resolveInput } from './paths.ts';
import { signer } from './signer.ts';

/** `evidence appraise [FILE]`: how far each paper can be trusted, by the questions of the codebook. */
export function registerEvidenceAppraise(host: CommandHost, evidence: Command): void {
  host
    .common(evidence.command('appraise [file]').description(host.text('command.evidence-appraise')))
    .option('--paper <name>', host.text('flag.paper'))
    .option('--answers <list>', host.text('flag.answers'))
    .option('--note <text>', host.text('flag.note'))
    .option('--by <person>', host.text('flag.by'))
    .action(
      host.action(
        'evidence appraise',
        async ({ workbench, flags, say }, [file], options): Promise<Outcome> => {
          const { language } = flags;
          const given =
            file !== undefined
              ? await appraisalsOfFile(workbench, resolveInput(file))
              : options['paper'] === undefined
                ? null
                : [
                    {
                      paper: String(options['paper']),
                      answers: answersOf(options['answers']),
                      note: options['note'] === undefined ? null : String(options['note']),
                    },
                  ];
          const written =
            given === null ? null : await writeAppraisals(workbench, flags.dir, given, signer(options));
          const { appraisals, codebook } = await findingsOf(workbench, flags.dir);
          return {
            data: {
              written: written?.count ?? 0,
              questions: codebook.appraisal,
              papers: appraisals,
              complaints: written?.complaints ?? [],
            },
            human: [
              ...(written === null ? [] : [say('evidence.appraised', { count: written.count })]),
              say('evidence.appraisals', { papers: appraisals.length }),
            ],
            text: [
              ...codebook.appraisal.map(({ id, question }) => `${id}  ${labelIn(language, question, id)}`),
              ...(appraisals.length === 0 ? [] : ['']),
              ...appraisals.map((one) => paperLine(one, language)),
            ].join('\n'),
            warnings: rowComplaints(written?.complaints ?? [], file, language),
          };
        },
      ),
    );
}

function paperLine(
  { paper, answers, disputed, appraisers, validity }: AppraisedPaper,
  language: Language,
): string {
  const tell = (key: string, params = {}): string => speak(language, key, params);
  const told = Object.entries(answers).map(([id, answer]) => `${id} ${tell(`evidence.answer.${answer}`)}`);
  const line = tell('evidence.appraisal', {
    paper,
    validity: tell(`evidence.validity.${validity ?? 'not-appraised'}`),
    answers: told.join(', '),
    by: appraisers.join(', '),
  });
  return disputed.length === 0
    ? line
    : `${line} ${tell('evidence.appraisal.disputed', { questions: disputed.join(', ') })}`;
}

/** `V1=yes,V2=no` as answers by question. */
function answersOf(given: unknown): Readonly<Record<string, string>> {
  const parts = String(given ?? '')
    .split(/[,，;；]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => part.split(/[=＝]/).map((side) => side.trim()));
  if (parts.length === 0 || parts.some((sides) => sides.length !== 2))
    throw new AftermineError('InvalidInput', 'E-USE-002', {
      where: '--answers',
      expected: 'V1=yes,V2=partly,V3=no',
      got: String(given ?? ''),
    });
  return Object.fromEntries(parts as [string, string][]);
}
