import { type TagTable, tagCatalogue } from './tag-table.ts';

/**
 * Tags of refer as EndNote and CNKI write it.
 *
 * @source EndNote, tagged import format (refer/BibIX)
 */
const tags = tagCatalogue(
  {
    '%0': 'type',
    '%A': 'author',
    '%T': 'title',
    '%Q': 'other-title',
    '%J': 'journal',
    '%B': 'container',
    '%D': 'year',
    '%8': 'date',
    '%V': 'volume',
    '%N': 'issue',
    '%P': 'pages',
    '%R': 'doi',
    '%X': 'abstract',
    '%K': 'keyword',
    '%U': 'url',
    '%@': 'serial',
    '%I': 'publisher',
    '%C': 'place',
    '%Z': 'note',
    '%G': 'language',
    '%M': 'accession',
    '%>': 'maybe-url',
  },
  { begins: ['%0'] },
);

/** `%T Title`: a per cent sign, one character, a blank. */
export const referTags: TagTable = {
  dialect: 'endnote-refer',
  style: { names: 'lines', keywords: 'lines', prose: 'lines' },
  closed: false,
  blankParts: true,
  find(text, start, end, _context, found) {
    const from = text.charCodeAt(start) === 0xfeff ? start + 1 : start;
    if (end - from < 2 || text.charCodeAt(from) !== 0x25) return false;
    const second = text.charCodeAt(from + 1);
    if (second <= 0x20 || second > 0x7e) return false;
    if (end - from > 2 && text.charCodeAt(from + 2) !== 0x20) return false;
    found.tag = tags.get(text.slice(from, from + 2));
    found.valueStart = Math.min(end, from + 3);
    return true;
  },
};
