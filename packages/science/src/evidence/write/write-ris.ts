import { CARRIER } from '../read/carrier.ts';
import { plainTypeNames, publicationTypeOf } from '../read/publication-type.ts';
import type { Reference } from '../record/index.ts';
import { type Carried, writeWithoutLoss } from './lost-fields.ts';

const LINE_END = '\r\n';
/** Lines that continue a field are indented, so that none can look like a tag. */
const CONTINUED = `${LINE_END}   `;

/**
 * References as RIS, readable by every reference manager. Fields of other dialects go under their tag where RIS can hold
 * it; what its own fields cannot hold is carried in U5 as `aftermine:{...}`, so that reading loses nothing.
 */
export function writeRis(references: readonly Reference[]): string {
  return writeWithoutLoss(references, (all, carried) =>
    all.map((reference, i) => risRecord(reference, carried[i] ?? null)).join(LINE_END),
  );
}

function risRecord(reference: Reference, carried: Carried): string {
  const lines: string[] = [];
  const put = (tag: string, value: string | number | null | undefined): void => {
    if (value !== null && value !== undefined && value !== '')
      lines.push(`${tag}  - ${String(value).replaceAll('\n', CONTINUED)}`);
  };
  const kind = reference.other.find(
    ([tag, value]) => tag === 'TY' && publicationTypeOf(value) === reference.type,
  );
  put('TY', kind?.[1] ?? plainTypeNames.ris[reference.type]);
  put('TI', reference.title);
  put('TT', reference.otherTitle);
  for (const author of reference.authors) put('AU', author.literal);
  put('PY', reference.year);
  put('T2', reference.journal);
  put('VL', reference.volume);
  put('IS', reference.issue);
  const [first, last] = firstAndLast(reference.pages);
  put('SP', first);
  put('EP', last);
  put('C7', reference.articleNumber);
  put('DO', reference.doi);
  put('SN', reference.issn);
  put('SN', reference.isbn);
  put('AN', reference.accession);
  put('PB', reference.publisher);
  put('CY', reference.place);
  put('LA', reference.language);
  put('AB', reference.abstract);
  for (const keyword of reference.keywords) put('KW', keyword);
  for (const url of reference.urls) put('UR', url);
  for (const note of reference.notes) put('N1', note);
  for (const [tag, value] of reference.other)
    if (/^[A-Z][A-Z0-9]$/.test(tag) && tag !== 'TY' && tag !== 'ER') put(tag, value);
  if (carried !== null) put('U5', `${CARRIER}:${carried}`);
  lines.push('ER  - ', '');
  return lines.join(LINE_END);
}

/** `134-137` as two; everything else (`210+209`, `e12`, `S1-S5-9`) as the first page alone. */
function firstAndLast(pages: string | null): readonly [string | null, string | null] {
  const parts = pages?.split('-') ?? [];
  return parts.length === 2 && parts.every((part) => /^\w+$/.test(part))
    ? [parts[0]!, parts[1]!]
    : [pages, null];
}
