import { type TagTable, tagCatalogue } from './tag-table.ts';

/** Fields of NoteExpress as CNKI, Wanfang and others write them. */
const tags = tagCatalogue(
  {
    'Reference Type': 'type',
    Title: 'title',
    'Translated Title': 'other-title',
    Author: 'author',
    Journal: 'journal',
    'Secondary Title': 'container',
    'Journal Abbreviation': 'journal-short',
    Year: 'year',
    Date: 'date',
    Volume: 'volume',
    Issue: 'issue',
    Pages: 'pages',
    Keywords: 'keyword',
    Abstract: 'abstract',
    'ISBN/ISSN': 'serial',
    ISSN: 'serial',
    ISBN: 'serial',
    图书印刷版ISBN: 'serial',
    Notes: 'note',
    URL: 'url',
    Link: 'maybe-url',
    DOI: 'doi',
    Publisher: 'publisher',
    'Place Published': 'place',
    Language: 'language',
    'Accession Number': 'accession',
  },
  { begins: ['Reference Type'] },
);

const LONGEST_NAME = 60;

/** `{Title}: text`: a name in braces and a colon, which may be full-width and have no blank behind it. */
export const noteexpressTags: TagTable = {
  dialect: 'noteexpress',
  style: { names: 'lines', keywords: 'lines', prose: 'lines' },
  closed: false,
  blankParts: false,
  find(text, start, end, _context, found) {
    const from = text.charCodeAt(start) === 0xfeff ? start + 1 : start;
    if (text.charCodeAt(from) !== 0x7b) return false;
    const limit = Math.min(end, from + LONGEST_NAME);
    let brace = from + 1;
    while (brace < limit && text.charCodeAt(brace) !== 0x7d) brace += 1;
    const colon = text.charCodeAt(brace + 1);
    if (brace >= limit || brace + 1 >= end || (colon !== 0x3a && colon !== 0xff1a)) return false;
    found.tag = tags.get(text.slice(from + 1, brace).trim());
    found.valueStart = brace + 2;
    return true;
  },
};
