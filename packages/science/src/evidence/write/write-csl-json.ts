import { CARRIER } from '../read/carrier.ts';
import { cslRoles } from '../read/json/read-csl-json.ts';
import type { Author, Reference } from '../record/index.ts';
import { citeKeys } from './cite-keys.ts';
import { type Carried, writeWithoutLoss } from './lost-fields.ts';

/**
 * References as CSL-JSON, the input of citation processors. What CSL has no variable for is carried in `custom`, which the
 * CSL schema leaves to programs.
 *
 * @source Citation Style Language 1.0.2, schema of input data
 */
export function writeCslJson(references: readonly Reference[]): string {
  const keys = citeKeys(references, 'id');
  const keyOf = new Map(references.map((reference, i) => [reference, keys[i]!]));
  return writeWithoutLoss(
    references,
    (all, carried) =>
      `${JSON.stringify(
        all.map((reference, i) => cslItem(reference, keyOf.get(reference)!, carried[i] ?? null)),
        null,
        2,
      )}\n`,
  );
}

function cslItem(reference: Reference, id: string, carried: Carried): Readonly<Record<string, unknown>> {
  const item: Record<string, unknown> = { id, type: reference.type };
  const put = (name: string, value: unknown): void => {
    if (
      value !== null &&
      value !== undefined &&
      value !== '' &&
      !(Array.isArray(value) && value.length === 0)
    )
      item[name] = value;
  };
  put('title', reference.title);
  put('original-title', reference.otherTitle);
  put('author', reference.authors.map(cslName));
  if (reference.year !== null) put('issued', { 'date-parts': [[reference.year]] });
  put('container-title', reference.journal);
  put('volume', reference.volume);
  put('issue', reference.issue);
  put('page', reference.pages);
  put('number', reference.articleNumber);
  put('DOI', reference.doi);
  put('ISSN', reference.issn);
  put('ISBN', reference.isbn);
  put('accession', reference.accession);
  put('publisher', reference.publisher);
  put('publisher-place', reference.place);
  put('language', reference.language);
  put('abstract', reference.abstract);
  put('keyword', reference.keywords.join('; '));
  put('URL', reference.urls[0]);
  put('note', reference.notes.length === 1 ? reference.notes[0] : null);
  for (const [tag, value] of reference.other)
    if (
      /^[a-z][a-z-]*$/.test(tag) &&
      !Object.hasOwn(item, tag) &&
      !Object.hasOwn(cslRoles, tag) &&
      !TAKEN.has(tag)
    )
      put(tag, value);
  if (carried !== null) put('custom', { [CARRIER]: JSON.parse(carried) as unknown });
  return item;
}

const TAKEN = new Set(['author', 'issued', 'custom', 'id']);

function cslName({ family, given, literal }: Author): Readonly<Record<string, string>> {
  return given === '' || `${family}, ${given}` !== literal ? { literal } : { family, given };
}
