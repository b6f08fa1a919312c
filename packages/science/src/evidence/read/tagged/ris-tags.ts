import { CARRIER } from '../carrier.ts';
import {
  isBlankCode,
  isCapital,
  isCapitalOrDigit,
  type Tag,
  type TagTable,
  tagCatalogue,
} from './tag-table.ts';

/**
 * Tags of RIS as databases and reference managers write them: A1 and AU, T1 and TI, N2 and AB, Y1, PY and DA, JF, T2 and
 * JO are the same field in different hands; M3 may hold the DOI; U5 may hold what Aftermine's writer keeps.
 *
 * @source Reference Manager RIS format specification, 2001 and 2011
 */
const tags = tagCatalogue(
  {
    TY: 'type',
    ER: 'frame',
    TI: 'title',
    T1: 'title',
    CT: 'title',
    TT: 'other-title',
    AU: 'author',
    A1: 'author',
    JF: 'journal',
    T2: 'container',
    BT: 'container',
    JO: 'journal-short',
    JA: 'journal-short',
    J2: 'journal-short',
    J1: 'journal-short',
    VL: 'volume',
    IS: 'issue',
    SP: 'first-page',
    EP: 'last-page',
    C7: 'article-number',
    DO: 'doi',
    DI: 'maybe-doi',
    M3: 'maybe-doi',
    SN: 'serial',
    AN: 'accession',
    UT: 'accession',
    PB: 'publisher',
    PU: 'publisher',
    CY: 'place',
    PI: 'place',
    LA: 'language',
    AB: 'abstract',
    N2: 'abstract',
    KW: 'keyword',
    UR: 'url',
    L1: 'maybe-url',
    L2: 'maybe-url',
    L3: 'maybe-url',
    L4: 'maybe-url',
    LK: 'maybe-url',
    N1: 'note',
    PY: 'year',
    Y1: 'year',
    DA: 'date',
  },
  { begins: ['TY'], ends: ['ER'] },
);
const carrier: Tag = { name: 'U5', role: 'carrier', begins: false, ends: false };
const MARK = `${CARRIER}:`;

/** By the two characters of the tag, so that a line costs no text. */
const byCode: (Tag | undefined)[] = [];

/**
 * `TY  - `: two characters, two blanks, a hyphen. A single blank is taken where the record's own `TY -` has it, else
 * `T1 - weighted` at the begin of a continuation line would be a title.
 */
export const risTags: TagTable = {
  dialect: 'ris',
  style: { names: 'lines', keywords: 'lines', prose: 'lines' },
  closed: true,
  blankParts: false,
  find(text, start, end, context, found) {
    const from = text.charCodeAt(start) === 0xfeff ? start + 1 : start;
    const first = text.charCodeAt(from);
    if (!isCapital(first) || end - from < 4) return false;
    const second = text.charCodeAt(from + 1);
    if (!isCapitalOrDigit(second)) return false;
    let hyphen = from + 2;
    while (hyphen < end && hyphen < from + 6 && isBlankCode(text.charCodeAt(hyphen))) hyphen += 1;
    if (hyphen >= end || text.charCodeAt(hyphen) !== 0x2d) return false;
    const blanks = hyphen - from - 2;
    if (blanks === 0) return false;
    let value = hyphen + 1;
    if (value < end && isBlankCode(text.charCodeAt(value))) value += 1;
    const code = first * 128 + second;
    let tag = byCode[code];
    if (tag === undefined) {
      tag = tags.get(text.slice(from, from + 2));
      byCode[code] = tag;
    }
    if (tag.begins) {
      // Not every `TY - ` in running text opens a record: a type is one word, of capitals.
      if (!isTypeCode(text, value, end)) return false;
      context.blanks = blanks;
    } else if (blanks === 1 && context.blanks !== 1) return false;
    if (tag.name === 'U5' && text.startsWith(MARK, value)) {
      tag = carrier;
      value += MARK.length;
    }
    found.tag = tag;
    found.valueStart = value;
    return true;
  },
};

/** One word of at most eight letters and digits, or nothing. */
function isTypeCode(text: string, start: number, end: number): boolean {
  const word = text.slice(start, Math.min(end, start + 40)).trim();
  return end - start < 40 && /^(?:[A-Za-z][A-Za-z0-9]{0,7})?$/.test(word);
}
