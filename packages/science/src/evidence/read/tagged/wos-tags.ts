import type { FieldRole } from '../record-fields.ts';
import { isCapital, isCapitalOrDigit, type TagTable, tagCatalogue } from './tag-table.ts';

/**
 * Fields of Web of Science, of its tagged files and of the columns of its tables. AF gives names in full, AU shortened.
 *
 * @source Clarivate, Web of Science Core Collection field tags
 */
export const wosRoles: Readonly<Record<string, FieldRole>> = {
  PT: 'type',
  ER: 'frame',
  EF: 'frame',
  FN: 'frame',
  VR: 'frame',
  AF: 'author',
  AU: 'short-author',
  CA: 'corporate-author',
  TI: 'title',
  FT: 'other-title',
  SO: 'journal',
  JI: 'journal-short',
  J9: 'journal-short',
  LA: 'language',
  DE: 'keyword',
  ID: 'keyword',
  AB: 'abstract',
  SN: 'serial',
  EI: 'serial',
  BN: 'serial',
  PY: 'year',
  PD: 'date',
  VL: 'volume',
  IS: 'issue',
  BP: 'first-page',
  EP: 'last-page',
  AR: 'article-number',
  DI: 'doi',
  UT: 'accession',
  PU: 'publisher',
  PI: 'place',
};

const tags = tagCatalogue(wosRoles, { begins: ['PT'], ends: ['ER'] });

/** `TI Review of`: two characters and a blank; lines that continue are indented by three. */
export const wosTags: TagTable = {
  dialect: 'wos-plain',
  style: { names: 'lines', keywords: 'wrapped', prose: 'wrapped' },
  closed: true,
  blankParts: false,
  find(text, start, end, _context, found) {
    const from = text.charCodeAt(start) === 0xfeff ? start + 1 : start;
    if (end - from < 2 || !isCapital(text.charCodeAt(from)) || !isCapitalOrDigit(text.charCodeAt(from + 1)))
      return false;
    if (end - from > 2 && text.charCodeAt(from + 2) !== 0x20) return false;
    const name = text.slice(from, from + 2);
    // `AB` alone on a line could be text; the marks of the frame stand alone.
    if (end - from === 2 && !tags.has(name)) return false;
    found.tag = tags.get(name);
    found.valueStart = Math.min(end, from + 3);
    return true;
  },
};
