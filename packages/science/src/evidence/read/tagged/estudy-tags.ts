import type { FieldRole } from '../record-fields.ts';
import { type TagTable, tagCatalogue } from './tag-table.ts';

/** Fields of CNKI E-Study by the English half of their names; the Chinese half differs between kinds of records. */
export const estudyRoles: Readonly<Record<string, FieldRole>> = {
  DataType: 'other',
  SrcDatabase: 'type',
  Title: 'title',
  Author: 'author',
  Source: 'journal',
  University: 'publisher',
  Publisher: 'publisher',
  Year: 'year',
  PubTime: 'date',
  Keyword: 'keyword',
  Summary: 'abstract',
  Abstract: 'abstract',
  Period: 'issue',
  Roll: 'volume',
  Volume: 'volume',
  Page: 'pages',
  City: 'place',
  Link: 'url',
  URL: 'url',
  DOI: 'doi',
  ISSN: 'serial',
  ISBN: 'serial',
};

const tags = tagCatalogue(estudyRoles, { begins: ['DataType'] });
const LONGEST_NAME = 40;

/** `Title-题名: text`: an English and a Chinese name and a colon; the first line of a record is `DataType: 1`. */
export const estudyTags: TagTable = {
  dialect: 'cnki-estudy',
  style: { names: 'lines', keywords: 'lines', prose: 'lines' },
  closed: false,
  blankParts: false,
  find(text, start, end, _context, found) {
    const from = text.charCodeAt(start) === 0xfeff ? start + 1 : start;
    const name = /^([A-Z][A-Za-z]{1,20})(-[\p{Script=Han}A-Za-z/()（）]{1,16})?[:：]/u.exec(
      text.slice(from, Math.min(end, from + LONGEST_NAME)),
    );
    // `Methods: ...` in an abstract has no Chinese half.
    if (name === null || (name[2] === undefined && name[1] !== 'DataType')) return false;
    found.tag = tags.get(name[1]!);
    found.valueStart = from + name[0].length;
    return true;
  },
};
