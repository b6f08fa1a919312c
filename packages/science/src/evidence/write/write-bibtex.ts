import { latexEscaped } from '../read/bibtex/latex-text.ts';
import { bibtexRoles } from '../read/bibtex/read-bibtex.ts';
import { CARRIER } from '../read/carrier.ts';
import { plainTypeNames, publicationTypeOf } from '../read/publication-type.ts';
import type { Reference } from '../record/index.ts';
import { citeKeys } from './cite-keys.ts';
import { type Carried, writeWithoutLoss } from './lost-fields.ts';

/**
 * References as BibTeX in UTF-8: letters as they are, signs with a meaning in LaTeX escaped. What BibTeX has no field for
 * is carried in a field `aftermine`, which styles pass over.
 */
export function writeBibtex(references: readonly Reference[]): string {
  const keys = citeKeys(references, 'citekey');
  const keyOf = new Map(references.map((reference, i) => [reference, keys[i]!]));
  return writeWithoutLoss(references, (all, carried) =>
    all.map((reference, i) => entryOf(reference, keyOf.get(reference)!, carried[i] ?? null)).join('\n'),
  );
}

function entryOf(reference: Reference, key: string, carried: Carried): string {
  const lines: string[] = [];
  const taken = new Set<string>();
  const putRaw = (name: string, value: string): void => {
    taken.add(name);
    lines.push(`  ${name} = {${value}},`);
  };
  const put = (name: string, value: string | null): void => {
    if (value !== null && value !== '') putRaw(name, latexEscaped(value).replaceAll('\n@', '\n{}@'));
  };
  const putVerbatim = (name: string, value: string | null | undefined): void => {
    if (value !== null && value !== undefined && !/[{}\\]/.test(value)) putRaw(name, value);
  };
  const { type } = reference;
  const kind = reference.other.find(
    ([tag, value]) => tag === 'entrytype' && publicationTypeOf(value) === type,
  );
  put('title', reference.title);
  put('origtitle', reference.otherTitle);
  if (reference.authors.length > 0)
    putRaw('author', reference.authors.map(({ literal }) => nameText(literal)).join(' and '));
  if (reference.year !== null) putRaw('year', String(reference.year));
  put(type === 'paper-conference' || type === 'chapter' ? 'booktitle' : 'journal', reference.journal);
  put('volume', reference.volume);
  put('number', reference.issue);
  if (reference.pages !== null)
    putRaw('pages', latexEscaped(reference.pages).replace(/(?<=\w)-(?=\w)/, '--'));
  put('eid', reference.articleNumber);
  putVerbatim('doi', reference.doi);
  put('issn', reference.issn);
  put('isbn', reference.isbn);
  put('accession', reference.accession);
  put(type === 'thesis' ? 'school' : type === 'report' ? 'institution' : 'publisher', reference.publisher);
  put('address', reference.place);
  put('language', reference.language);
  put('abstract', reference.abstract);
  put('keywords', reference.keywords.join('; '));
  putVerbatim('url', reference.urls[0]);
  if (reference.notes.length === 1) put('note', reference.notes[0]!);
  for (const [tag, value] of reference.other)
    if (/^[a-z][a-z-]*$/.test(tag) && !Object.hasOwn(bibtexRoles, tag) && !taken.has(tag) && !OWN.has(tag))
      put(tag, value);
  if (carried !== null) putRaw(CARRIER, bracesEscaped(carried));
  return `@${kind?.[1] ?? plainTypeNames.bibtex[type]}{${key},\n${lines.join('\n')}\n}\n`;
}

/** JSON with the braces within its strings as `\\u007b`, so that those left are balanced, as BibTeX needs them. */
function bracesEscaped(json: string): string {
  return json.replace(/"(?:[^"\\]|\\.)*"/g, (text) =>
    text.replaceAll('{', '\\u007b').replaceAll('}', '\\u007d'),
  );
}

const OWN = new Set(['entrytype', 'citekey']);

/** A name without a comma is put in braces: a body, or one whose parts are not told apart. */
function nameText(literal: string): string {
  const text = latexEscaped(literal);
  return literal.includes(',') && !/\sand\s/.test(literal) ? text : `{${text}}`;
}
