import { AftermineError, type Language, say as speak } from '@aftermine/science/base';
import { flowText, labelIn } from '@aftermine/science/evidence';
import type { Command } from 'commander';
import { FLOW_STATES, type FlowEntry } from '../steps/evidence/flow-by-hand.ts';
import { keyedReviewOf } from '../steps/evidence/review.ts';
import { addFlowSource, setFlowState, setPreviousFlow, undoFlow } from '../steps/evidence/write-flow.ts';
import { oneOf, reasonOf } from './evidence.ts';
import type { CommandHost, Outcome } from './host.ts';
import { signer } from './signer.ts';

const KINDS = ['website', 'organisation', 'citation', 'other', 'register', 'database'] as const;

/** `evidence flow add|set|previous|undo|list`: what no file and no screening tells of the flow diagram. */
export function registerEvidenceFlow(host: CommandHost, evidence: Command): void {
  const flow = evidence.command('flow').description(host.text('command.evidence-flow'));

  host
    .common(flow.command('add <source> [records...]').description(host.text('command.evidence-flow-add')))
    .requiredOption('--from <kind>', host.text('flag.flow-from'))
    .option('--count <n>', host.text('flag.flow-count'))
    .option('--unreported', host.text('flag.flow-unreported'))
    .requiredOption('--by <person>', host.text('flag.by'))
    .action(
      host.action(
        'evidence flow add',
        async ({ workbench, flags, say }, [source, ...names], options): Promise<Outcome> => {
          const from = oneOf('--from', KINDS, options['from']);
          const unreported = options['unreported'] === true;
          if (!unreported && names.length === 0 && options['count'] === undefined)
            throw new AftermineError('InvalidInput', 'E-USE-002', {
              where: '--count',
              expected: '1, 2, 3, ...',
              got: '',
            });
          const count = unreported
            ? null
            : names.length > 0
              ? names.length
              : wholeNumber('--count', options['count'], 1);
          const written = await addFlowSource(
            workbench,
            flags.dir,
            { source: source!, from, records: names, count },
            signer(options),
          );
          const { entry, records } = written;
          return {
            data: written,
            human: [
              unreported
                ? say('evidence.flow.unreported', { entry, source })
                : say('evidence.flow.added', {
                    entry,
                    source,
                    count: records.length,
                    records: told(records),
                  }),
            ],
          };
        },
      ),
    );

  host
    .common(flow.command('set <state> <records...>').description(host.text('command.evidence-flow-set')))
    .option('--reason <id>', host.text('flag.exclusion-reason'))
    .option('--study <name>', host.text('flag.study'))
    .requiredOption('--by <person>', host.text('flag.by'))
    .action(
      host.action(
        'evidence flow set',
        async ({ workbench, flags, say }, [word, ...records], options): Promise<Outcome> => {
          const state = oneOf('<state>', FLOW_STATES, word);
          const { codebook } = await keyedReviewOf(workbench, flags.dir);
          const reason = state === 'excluded' ? reasonOf(codebook, options['reason'], flags.language) : null;
          const study = String(options['study'] ?? '').trim() || null;
          if (state === 'report-of' && study === null)
            throw new AftermineError('InvalidInput', 'E-USE-002', {
              where: '--study',
              expected: '<name>',
              got: '',
            });
          const written = await setFlowState(
            workbench,
            flags.dir,
            { state, records, reason, study },
            signer(options),
          );
          return {
            data: { ...written, state, records },
            human: [
              say('evidence.flow.set', {
                ...written,
                records: told(records),
                count: records.length,
                state: say(`evidence.flow-state.${state}`),
              }),
            ],
          };
        },
      ),
    );

  host
    .common(flow.command('previous').description(host.text('command.evidence-flow-previous')))
    .requiredOption('--studies <n>', host.text('flag.studies'))
    .requiredOption('--reports <n>', host.text('flag.reports'))
    .requiredOption('--by <person>', host.text('flag.by'))
    .action(
      host.action(
        'evidence flow previous',
        async ({ workbench, flags, say }, _, options): Promise<Outcome> => {
          const studies = wholeNumber('--studies', options['studies'], 0);
          const reports = wholeNumber('--reports', options['reports'], studies);
          const written = await setPreviousFlow(workbench, flags.dir, { studies, reports }, signer(options));
          return {
            data: written,
            human: [say('evidence.flow.previous-set', { ...written, studies, reports })],
          };
        },
      ),
    );

  host
    .common(flow.command('undo <entry>').description(host.text('command.evidence-flow-undo')))
    .requiredOption('--by <person>', host.text('flag.by'))
    .requiredOption('--note <text>', host.text('flag.note'))
    .action(
      host.action(
        'evidence flow undo',
        async ({ workbench, flags, say }, [given], options): Promise<Outcome> => {
          const entry = wholeNumber('<entry>', given, 1);
          await undoFlow(workbench, flags.dir, entry, signer(options), String(options['note']));
          return { data: { entry }, human: [say('evidence.flow.undone', { entry })] };
        },
      ),
    );

  host.common(flow.command('list').description(host.text('command.evidence-flow-list'))).action(
    host.action('evidence flow list', async ({ workbench, flags }): Promise<Outcome> => {
      const { flowWritten, flow: computed, codebook } = await keyedReviewOf(workbench, flags.dir);
      const { language } = flags;
      const reasonLabels = Object.fromEntries(
        codebook.exclusionReasons.map(({ id, rule }) => [id, labelIn(language, rule, id)]),
      );
      return {
        data: flowWritten,
        human: flowWritten.length === 0 ? [speak(language, 'evidence.flow.none')] : [],
        text: [
          ...flowWritten.map((one) => entryLine(one, language)),
          ...(flowWritten.length === 0 ? [] : ['']),
          ...flowText(computed.boxes, { language, reasonLabels }),
        ].join('\n'),
      };
    }),
  );
}

/** An entry as a line: number, day, person, what it says, and that it was undone. */
function entryLine({ entry, at, by, value, undone }: FlowEntry, language: Language): string {
  const records = (value['records'] ?? []) as readonly string[];
  const params = {
    entry,
    source: String(value['source'] ?? ''),
    count: records.length,
    studies: Number(value['studies'] ?? 0),
    reports: Number(value['reports'] ?? 0),
    state: value['kind'] === 'state' ? speak(language, `evidence.flow-state.${String(value['state'])}`) : '',
    records: told(records),
  };
  const words: Readonly<Record<string, string>> = {
    found: 'evidence.flow.added',
    unreported: 'evidence.flow.unreported',
    state: 'evidence.flow.set',
    previous: 'evidence.flow.previous-set',
  };
  const key = words[String(value['kind'])];
  const said = key === undefined ? JSON.stringify(value) : speak(language, key, params);
  const line = `${at.slice(0, 10)}  ${by}  ${said}`;
  if (undone === null) return line;
  return `${line} ${speak(language, 'evidence.flow.was-undone', { by: undone.by, note: undone.note })}`;
}

/** Few keys by name, of many the first and the last. */
function told(records: readonly string[]): string {
  return records.length <= 4 ? records.join(', ') : `${records[0]} … ${records.at(-1)}`;
}

function wholeNumber(where: string, given: unknown, least: number): number {
  const number = Number(given);
  if (!Number.isSafeInteger(number) || number < least || number > 1_000_000 || String(given).trim() === '')
    throw new AftermineError('InvalidInput', 'E-USE-002', {
      where,
      expected: `${least}, ${least + 1}, ${least + 2}, ...`,
      got: String(given ?? ''),
    });
  return number;
}
