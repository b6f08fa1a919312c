import { isCapital, isCapitalOrDigit, type TagTable, tagCatalogue } from './tag-table.ts';

/** Tags of RefWorks; OP ("other pages") holds the pages in exports of CNKI. */
const tags = tagCatalogue(
  {
    RT: 'type',
    A1: 'author',
    T1: 'title',
    TT: 'other-title',
    JF: 'journal',
    T2: 'container',
    JO: 'journal-short',
    YR: 'year',
    FD: 'date',
    VO: 'volume',
    vo: 'volume',
    IS: 'issue',
    SP: 'first-page',
    OP: 'last-page',
    K1: 'keyword',
    AB: 'abstract',
    NO: 'note',
    PB: 'publisher',
    PP: 'place',
    SN: 'serial',
    DO: 'doi',
    LA: 'language',
    UL: 'url',
    LK: 'url',
    ...Object.fromEntries(
      (
        'SR ID A2 A3 A4 A5 A6 AD AN AV CA CL CN CT CY DB DI DS ED ER FA JA LL LS NF OL OR PA PG PM RD RP SF SL SM ST ' +
        'T3 TA TI TY U1 U2 U3 U4 U5 U6 U7 U8 U9 U10 U11 U12 U13 U14 U15 VA WP WT WV X1 X2 X3'
      )
        .split(' ')
        .map((name) => [name, 'other'] as const),
    ),
  },
  { begins: ['RT'] },
);

/**
 * `T1 Title`: two characters and a blank. CNKI leaves the blank out before Chinese names (`A1林行众`), writes `vo` in
 * small letters, and breaks abstracts anywhere: only tags RefWorks has are tags.
 *
 * @source RefWorks tagged format
 */
export const refworksTags: TagTable = {
  dialect: 'refworks',
  style: { names: 'lines', keywords: 'lines', prose: 'lines' },
  closed: false,
  blankParts: false,
  find(text, start, end, _context, found) {
    const from = text.charCodeAt(start) === 0xfeff ? start + 1 : start;
    if (end - from < 2) return false;
    const first = text.charCodeAt(from);
    if (first === 0x76) {
      if (!text.startsWith('vo ', from)) return false;
    } else if (!isCapital(first) || !isCapitalOrDigit(text.charCodeAt(from + 1))) return false;
    const third = end - from > 2 ? text.charCodeAt(from + 2) : 0x20;
    if (third !== 0x20 && third < 0x2e80) return false;
    const name = text.slice(from, from + 2);
    if (!tags.has(name)) return false;
    found.tag = tags.get(name);
    found.valueStart = third === 0x20 ? Math.min(end, from + 3) : from + 2;
    return true;
  },
};
