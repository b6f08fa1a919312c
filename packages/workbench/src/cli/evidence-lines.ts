import { type Language, say } from '@aftermine/science/base';
import type { Deduplication } from '@aftermine/science/evidence';
import type { ImportedSource } from '../steps/evidence/import-sources.ts';

/** Raw lines shown of a record that failed. */
const RAW_LINES = 6;
/** Pairs shown of those that wait for a person. */
const PAIRS = 10;

/** What became of each file, with the raw text of every record that could not be kept. */
export function importLines(imported: readonly ImportedSource[], language: Language): readonly string[] {
  const tell = (key: string, params = {}): string => say(language, key, params);
  return imported.flatMap(({ file, state, dialects, encoding, ledger, remarks }) => [
    tell(state === 'known' ? 'evidence.known' : 'evidence.imported', {
      file,
      dialects: dialects.map((one) => tell(`evidence.dialect.${one}`)).join(', '),
      encoding,
      records: ledger.records,
      parsed: ledger.parsed,
      failed: ledger.failed.length,
    }),
    `  ${tell('evidence.lacks', {
      doi: ledger.noDoi,
      abstract: ledger.noAbstract,
      year: ledger.noYear,
      title: ledger.noTitle,
    })}`,
    ...remarks.map(({ key, params }) => `  ${tell(key, params)}`),
    ...ledger.remarks.map(
      ({ key, count, lines, params }) => `  ${tell(key, { count, lines: lines.join(', '), ...params })}`,
    ),
    ...ledger.failed.flatMap(({ line, raw, reason, params }) => [
      `  ${tell('evidence.failed-at', { line, reason: tell(reason, params) })}`,
      ...raw
        .split('\n')
        .slice(0, RAW_LINES)
        .map((text) => `    | ${text}`),
    ]),
  ]);
}

/** How many records are how many works, and which pairs a person should look at. */
export function mergeLines(
  { counts, manual, conflicts }: Deduplication,
  language: Language,
): readonly string[] {
  const tell = (key: string, params = {}): string => say(language, key, params);
  return [
    tell('evidence.merged', {
      records: counts.records,
      kept: counts.kept,
      duplicates: counts.duplicates,
      groups: counts.groups,
    }),
    ...(manual.length === 0 ? [] : [tell('evidence.manual', { count: manual.length })]),
    ...manual.slice(0, PAIRS).map(({ a, b, kind }) => `  ${a}  ${b}  ${tell(`evidence.manual.${kind}`)}`),
    ...(manual.length > PAIRS ? [`  ${tell('evidence.more', { count: manual.length - PAIRS })}`] : []),
    ...(conflicts.length === 0 ? [] : [tell('evidence.conflicts', { count: conflicts.length })]),
  ];
}
