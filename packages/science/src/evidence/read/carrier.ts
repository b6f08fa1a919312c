import type { Author, PublicationType, Reference } from '../record/index.ts';
import { plainTypeNames } from './publication-type.ts';
import type { ReferenceContent } from './record-fields.ts';

/** Marks what Aftermine's writers keep for themselves: `U5  - aftermine:{...}` in RIS, a field of this name elsewhere. */
export const CARRIER = 'aftermine';

const TEXTS = [
  'title',
  'otherTitle',
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
const LISTS = ['keywords', 'urls', 'notes'] as const satisfies readonly (keyof Reference)[];

/** Names of all fields of a reference that say something about the publication. */
export const contentNames: readonly (keyof ReferenceContent)[] = [
  'type',
  'authors',
  'year',
  'other',
  ...TEXTS,
  ...LISTS,
];

/**
 * The fields in a carrier: a JSON object of fields of a reference, each overruling what was read from the dialect's own
 * fields. Null where the text is no such object; fields of the wrong kind are left out.
 */
export function carriedFields(json: string): Partial<ReferenceContent> | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    return null;
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return null;
  const given = parsed as Readonly<Record<string, unknown>>;
  const fields: Record<string, unknown> = {};
  for (const name of TEXTS)
    if (given[name] === null || typeof given[name] === 'string') fields[name] = given[name];
  for (const name of LISTS) if (isTexts(given[name])) fields[name] = given[name];
  if (given['year'] === null || Number.isInteger(given['year'])) fields['year'] = given['year'];
  if (typeof given['type'] === 'string' && Object.hasOwn(plainTypeNames.csl, given['type']))
    fields['type'] = given['type'] as PublicationType;
  if (isAuthors(given['authors'])) fields['authors'] = given['authors'];
  if (isPairs(given['other'])) fields['other'] = given['other'];
  return fields as Partial<ReferenceContent>;
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function isPairs(value: unknown): value is [string, string][] {
  return Array.isArray(value) && value.every((item) => isTexts(item) && item.length === 2);
}

function isAuthors(value: unknown): value is Author[] {
  return (
    Array.isArray(value) &&
    value.every((item: unknown) => {
      if (typeof item !== 'object' || item === null) return false;
      const { family, given, literal } = item as Readonly<Record<string, unknown>>;
      return [family, given, literal].every((part) => typeof part === 'string');
    })
  );
}
