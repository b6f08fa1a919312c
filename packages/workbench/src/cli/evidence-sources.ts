import { isUnknown } from '@aftermine/science/base';
import { deduplicate, type Reference } from '@aftermine/science/evidence';
import type { Command } from 'commander';
import { importSources } from '../steps/evidence/import-sources.ts';
import { keyedReviewOf, reviewOf, workOf } from '../steps/evidence/review.ts';
import { REFERENCE_FORMATS, takenOut } from '../steps/evidence/taken-out.ts';
import { oneOf } from './evidence.ts';
import { importLines, mergeLines } from './evidence-lines.ts';
import type { CommandHost, Outcome } from './host.ts';
import { resolveInput } from './paths.ts';
import { signer } from './signer.ts';

const VERDICTS = ['same', 'different', 'translation', 'report-of-one-study', 'undecided'] as const;

/** `evidence import|dedupe|decide|export`: records in, one clean set, records out. */
export function registerEvidenceSources(host: CommandHost, evidence: Command): void {
  host
    .common(evidence.command('import <files...>').description(host.text('command.evidence-import')))
    .option('--database <name>', host.text('flag.database'))
    .option('--query <text>', host.text('flag.query'))
    .action(
      host.action('evidence import', async ({ workbench, flags }, files, options): Promise<Outcome> => {
        const text = (key: string): string | undefined =>
          options[key] === undefined ? undefined : String(options[key]);
        const [database, query] = [text('database'), text('query')];
        const imported = await importSources(workbench, flags.dir, files.map(resolveInput), {
          ...(database === undefined ? {} : { database }),
          ...(query === undefined ? {} : { query }),
        });
        return { data: imported, human: importLines(imported, flags.language) };
      }),
    );

  host.common(evidence.command('dedupe [files...]').description(host.text('command.evidence-dedupe'))).action(
    host.action('evidence dedupe', async ({ workbench, flags }, files): Promise<Outcome> => {
      const { paths, literature } = workbench;
      const deduplication =
        files.length === 0
          ? (await reviewOf(workbench, flags.dir)).deduplication
          : deduplicate(
              namedApart(
                files.map((given) => ({ given, path: resolveInput(given) })),
                (path) => paths.basename(path),
              ).flatMap(
                ({ path, name }): readonly Reference[] => literature.read(path, name).literature.references,
              ),
            );
      const { counts, groups, manual, conflicts, links } = deduplication;
      return {
        data: { records: counts.records, groups, manual, kept: counts.kept, counts, conflicts, links },
        human: mergeLines(deduplication, flags.language),
      };
    }),
  );

  host
    .common(evidence.command('decide <a> <b> <verdict>').description(host.text('command.evidence-decide')))
    .requiredOption('--by <person>', host.text('flag.by'))
    .action(
      host.action(
        'evidence decide',
        async ({ workbench, flags, say }, [a, b, word], options): Promise<Outcome> => {
          const verdict = oneOf('<verdict>', VERDICTS, word);
          const review = await keyedReviewOf(workbench, flags.dir);
          for (const key of [a!, b!]) workOf(review, key);
          const store = await workbench.openEvidence(flags.dir);
          try {
            await store.append([
              {
                kind: 'dedup',
                at: new Date(workbench.clock.now()).toISOString(),
                by: signer(options),
                value: { a, b, verdict },
              },
            ]);
          } finally {
            await store.close();
          }
          const { deduplication } = await reviewOf(workbench, flags.dir);
          return {
            data: deduplication.counts,
            human: [say('evidence.decided', { a, b, verdict: say(`evidence.verdict.${verdict}`) })],
          };
        },
      ),
    );

  host
    .common(evidence.command('export').description(host.text('command.evidence-export')))
    .requiredOption('--format <format>', host.text('flag.evidence-format'))
    .option('--included', host.text('flag.evidence-included'))
    .action(
      host.action('evidence export', async ({ workbench, flags, say }, _, options): Promise<Outcome> => {
        const format = oneOf('--format', REFERENCE_FORMATS, options['format']);
        const onlyIncluded = options['included'] === true;
        const { text, count, stage } = takenOut(await reviewOf(workbench, flags.dir), format, onlyIncluded);
        return {
          data: { format, references: count },
          text,
          human: [
            onlyIncluded
              ? say('evidence.exported-included', {
                  count,
                  format,
                  stage: say(`evidence.export-stage.${stage}`),
                })
              : say('evidence.exported', { count, format }),
          ],
        };
      }),
    );
}

/** Each file once, by its name; files of one name by the path that was given. */
function namedApart(
  files: readonly { readonly given: string; readonly path: string }[],
  nameOf: (path: string) => string,
): readonly { readonly path: string; readonly name: string }[] {
  const once = [...new Map(files.map((file) => [file.path, file])).values()];
  return once.map(({ given, path }) => {
    const name = nameOf(path);
    const alone = once.filter((other) => nameOf(other.path) === name).length === 1;
    return { path, name: alone ? name : given };
  });
}

/** A number for people, or the word for none. */
export function figure(value: unknown, digits = 3): string {
  return typeof value === 'number' && !isUnknown(value) ? value.toFixed(digits) : '-';
}
