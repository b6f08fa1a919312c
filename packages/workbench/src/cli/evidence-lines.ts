import { type Language, say } from '@aftermine/science/base';
import {
  type Deduplication,
  type EvidenceComplaint,
  type Reference,
  tellComplaint,
} from '@aftermine/science/evidence';
import type { ImportedSource } from '../steps/evidence/import-sources.ts';

/** Raw lines shown of a record that failed. */
const RAW_LINES = 6;
/** Complaints shown on a terminal. */
const COMPLAINTS = 20;
/** Pairs shown of those that wait for a person. */
const PAIRS = 10;

/** What became of each file, with the raw text of every record that could not be kept. */
export function importLines(imported: readonly ImportedSource[], language: Language): readonly string[] {
  const tell = (key: string, params = {}): string => say(language, key, params);
  const sum = (of: (one: ImportedSource) => number): number =>
    imported.reduce((all, one) => all + of(one), 0);
  const lines = imported.flatMap(({ file, state, dialects, encoding, ledger, remarks }) => [
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
  return [
    ...lines,
    ...(imported.length > 1
      ? [
          tell('evidence.imported-all', {
            files: imported.length,
            records: sum(({ ledger }) => ledger.records),
            parsed: sum(({ ledger }) => ledger.parsed),
            failed: sum(({ ledger }) => ledger.failed.length),
          }),
        ]
      : []),
    tell('evidence.import-next'),
  ];
}

/** How many records are how many works, and which pairs a person should look at. */
export function mergeLines(
  { counts, manual, conflicts, kept }: Deduplication,
  language: Language,
): readonly string[] {
  const tell = (key: string, params = {}): string => say(language, key, params);
  const shown = manual.slice(0, PAIRS);
  const asked = new Set(shown.flatMap(({ a, b }) => [a, b]));
  const works = new Map(
    kept.flatMap(({ keys, reference }) =>
      keys.filter((key) => asked.has(key)).map((key) => [key, reference] as const),
    ),
  );
  return [
    tell('evidence.merged', {
      records: counts.records,
      kept: counts.kept,
      duplicates: counts.duplicates,
      groups: counts.groups,
    }),
    ...(manual.length === 0 ? [] : [tell('evidence.manual', { count: manual.length })]),
    ...shown.flatMap(({ a, b, kind }) => [
      `  ${a}  ${b}  ${tell(`evidence.manual.${kind}`)}`,
      `    ${recordLine(works.get(a))}`,
      `    ${recordLine(works.get(b))}`,
    ]),
    ...(manual.length > PAIRS ? [`  ${tell('evidence.more', { count: manual.length - PAIRS })}`] : []),
    ...(manual.length > 0 ? [tell('evidence.decide-next')] : []),
    ...(conflicts.length === 0 ? [] : [tell('evidence.conflicts', { count: conflicts.length })]),
  ];
}

/** What a person needs to tell one record from another: first author, year, title, where it appeared. */
function recordLine(reference: Reference | undefined): string {
  if (reference === undefined) return '-';
  const { authors, year, title, journal, volume, pages } = reference;
  const place = [journal, volume, pages].filter((one) => one !== null).join(', ');
  return [authors[0]?.literal ?? '-', year ?? '-', title ?? '-', place]
    .filter((one) => one !== '')
    .join(' | ');
}

/** Complaints about rows of a file, the row named as a person counts it. */
export function rowComplaints(
  complaints: readonly EvidenceComplaint[],
  file: string | undefined,
  language: Language,
): readonly string[] {
  return complaints.slice(0, COMPLAINTS).map((one) => {
    const [, index, rest = ''] = /^(?:codings|findings|appraisals)\.(\d+)\.?(.*)$/.exec(one.where) ?? [];
    if (file === undefined || index === undefined) return tellComplaint(language, one);
    const column = rest.replace(/^parameters\.0\./, 'parameter_').replace(/^parameter_name$/, 'parameter');
    const row = Number(index) + 1;
    const where =
      column === ''
        ? say(language, 'evidence.row', { file, row })
        : say(language, 'evidence.row-column', { file, row, column });
    return tellComplaint(language, { ...one, where });
  });
}
