import type { Reference } from '../record/reference.ts';
import { compareKeys } from './compare-keys.ts';
import { normaliseDoi } from './normalise-doi.ts';

/** One work as it is kept: the richest record with what the others add, and the keys of all of them. */
export interface KeptReference {
  readonly reference: Reference;
  /** Every record of the work, in the order of the keys; the first need not be the one whose fields were taken. */
  readonly keys: readonly string[];
}

const SINGLE = [
  'title',
  'otherTitle',
  'year',
  'journal',
  'volume',
  'issue',
  'pages',
  'articleNumber',
  'doi',
  'issn',
  'isbn',
  'accession',
  'publisher',
  'place',
  'language',
  'abstract',
] as const satisfies readonly (keyof Reference)[];

/**
 * One reference of several records of one work. The record with most filled fields (at equal count the longer abstract, then the first
 * key) gives its fields and its key; the next richest fill what it lacks. Keywords, links and notes are united. DOIs and database
 * numbers that differ are kept in `other`. Throws nothing; an empty list has no meaning here and is not accepted by its type.
 */
export function mergeReferences(references: readonly [Reference, ...Reference[]]): KeptReference {
  const keys = references.map(({ key }) => key).sort(compareKeys);
  if (references.length === 1) return { reference: references[0], keys };
  const ranked = [...references].sort(
    (a, b) =>
      richness(b) - richness(a) ||
      (b.abstract?.length ?? 0) - (a.abstract?.length ?? 0) ||
      compareKeys(a.key, b.key),
  );
  const best = ranked[0]!;
  const filled: Record<string, unknown> = {};
  for (const field of SINGLE) if (best[field] === null) filled[field] = firstOf(ranked.map((r) => r[field]));
  const reference: Reference = {
    ...best,
    ...filled,
    type:
      best.type === 'document'
        ? (ranked.find(({ type }) => type !== 'document')?.type ?? best.type)
        : best.type,
    authors: ranked.find(({ authors }) => authors.length > 0)?.authors ?? [],
    keywords: united(
      ranked.flatMap((r) => r.keywords),
      (word) => word.toLowerCase(),
    ),
    urls: united(ranked.flatMap((r) => r.urls)),
    notes: united(ranked.flatMap((r) => r.notes)),
    other: [...best.other, ...otherIdentifiers(ranked)],
  };
  return { reference, keys };
}

function richness(reference: Reference): number {
  return SINGLE.filter((field) => reference[field] !== null).length + (reference.authors.length > 0 ? 1 : 0);
}

function firstOf<T>(values: readonly (T | null)[]): T | null {
  return values.find((value) => value !== null) ?? null;
}

function united(values: readonly string[], same: (value: string) => string = (value) => value): string[] {
  const seen = new Map<string, string>();
  for (const value of values) if (!seen.has(same(value))) seen.set(same(value), value);
  return [...seen.values()];
}

/** DOIs and database numbers of the other records that are not the one the merged record shows. */
function otherIdentifiers(ranked: readonly Reference[]): (readonly [string, string])[] {
  const others = (field: 'doi' | 'accession', same: (value: string) => string): string[] => {
    const values = united(
      ranked.flatMap((r) => r[field] ?? []),
      same,
    );
    return values.slice(1);
  };
  return [
    ...others('doi', (doi) => normaliseDoi(doi) ?? doi).map((value) => ['doi', value] as const),
    ...others('accession', (value) => value).map((value) => ['accession', value] as const),
  ];
}
