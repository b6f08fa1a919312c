import { isCapital, isCapitalOrDigit, type TagTable, tagCatalogue } from './tag-table.ts';

/**
 * Tags of PubMed's NBIB. FAU gives names in full, AU shortened; a DOI is in LID or AID, marked `[doi]`.
 *
 * @source National Library of Medicine, MEDLINE/PubMed data element (field) descriptions
 */
const tags = tagCatalogue(
  {
    PMID: 'accession',
    PT: 'type',
    TI: 'title',
    BTI: 'container',
    TT: 'other-title',
    FAU: 'author',
    AU: 'short-author',
    CN: 'corporate-author',
    JT: 'journal',
    TA: 'journal-short',
    VI: 'volume',
    IP: 'issue',
    PG: 'pages',
    LID: 'maybe-doi',
    AID: 'maybe-doi',
    IS: 'serial',
    ISBN: 'serial',
    DP: 'year',
    DEP: 'date',
    LA: 'language',
    PL: 'place',
    PB: 'publisher',
    AB: 'abstract',
    MH: 'keyword',
    OT: 'keyword',
  },
  { begins: ['PMID'] },
);

/** `PMID- `, `TI  - `: a tag of two to four characters, filled up to four, then a hyphen; six blanks continue. */
export const nbibTags: TagTable = {
  dialect: 'nbib',
  style: { names: 'wrapped', keywords: 'wrapped', prose: 'wrapped' },
  closed: false,
  blankParts: false,
  find(text, start, end, _context, found) {
    const from = text.charCodeAt(start) === 0xfeff ? start + 1 : start;
    if (end - from < 5 || text.charCodeAt(from + 4) !== 0x2d || !isCapital(text.charCodeAt(from)))
      return false;
    let stop = from + 1;
    while (stop < from + 4 && isCapitalOrDigit(text.charCodeAt(stop))) stop += 1;
    for (let i = stop; i < from + 4; i += 1) if (text.charCodeAt(i) !== 0x20) return false;
    if (stop === from + 1 || (end - from > 5 && text.charCodeAt(from + 5) !== 0x20)) return false;
    found.tag = tags.get(text.slice(from, stop));
    found.valueStart = Math.min(end, from + 6);
    return true;
  },
};
