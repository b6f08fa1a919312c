import type { Author, Dialect, PublicationType } from '../record/index.ts';
import { accessionIn } from './accession-number.ts';
import { namesIn, namesInCell } from './author-list.ts';
import { authorOf } from './author-name.ts';
import { carriedFields } from './carrier.ts';
import { doiIn, doiOfAddress } from './doi-text.ts';
import { keywordsIn, keywordsInCell } from './keyword-list.ts';
import { numberText, pagesOf } from './page-range.ts';
import { isPlainTypeName, publicationTypeOf } from './publication-type.ts';
import { yearIn } from './publication-year.ts';
import type { FieldRole, RecordField, ReferenceContent } from './record-fields.ts';
import { serialNumbers } from './serial-numbers.ts';
import { oneLine, tidyLines, withoutEnd } from './tidy-text.ts';

/** How a dialect writes what goes over several lines or holds several values. */
export interface FieldStyle {
  /** Names: one a line and parted at semicolons; one name wrapped over lines; or as in a cell of a table. */
  readonly names: 'lines' | 'wrapped' | 'cell';
  readonly keywords: 'lines' | 'wrapped' | 'cell';
  /** Lines of abstracts and notes mean something (`lines`), or are wrapped at some width. */
  readonly prose: 'lines' | 'wrapped';
}

/** Roles of which a reference holds one text: the first counts, a further one that differs is kept under its tag. */
const SINGLE = {
  title: 'title',
  'other-title': 'otherTitle',
  volume: 'volume',
  issue: 'issue',
  'article-number': 'articleNumber',
  accession: 'accession',
  publisher: 'publisher',
  place: 'place',
} as const;

/** What no place was found for, by the place of its field in the record. */
interface Leftover {
  readonly at: number;
  readonly tag: string;
  readonly value: string;
}

function leaveOver(left: Leftover[], at: number, tag: string, value: string): void {
  if (value !== '') left.push({ at, tag, value });
}

/** Roles whose field some exports fill with a sign for nothing. */
const NUMBERS: ReadonlySet<FieldRole> = new Set<FieldRole>(['volume', 'issue', 'article-number']);

const JOURNAL_ORDER: readonly FieldRole[] = ['journal', 'container', 'journal-short'];

/**
 * What the fields of one record say. Nothing is dropped but what says nothing (repeats, labels, marks of the dialect):
 * a field without a place in a reference, and what its place cannot hold, goes into `other` under its tag.
 */
export function contentOf(
  fields: readonly RecordField[],
  dialect: Dialect,
  style: FieldStyle,
): ReferenceContent {
  const single: Record<(typeof SINGLE)[keyof typeof SINGLE], string | null> = {
    title: null,
    otherTitle: null,
    volume: null,
    issue: null,
    articleNumber: null,
    accession: null,
    publisher: null,
    place: null,
  };
  let type: PublicationType | null = null;
  let year: number | null = null;
  let doi: string | null = null;
  let issn: string | null = null;
  let isbn: string | null = null;
  let abstract: string | null = null;
  let language: string | null = null;
  let carried: Partial<ReferenceContent> | null = null;
  const names: string[] = [];
  const shortNames: string[] = [];
  let fullNames = false;
  const keywords: string[] = [];
  const urls = new Set<string>();
  const notes: string[] = [];
  const left: Leftover[] = [];
  const later: number[] = [];

  for (let at = 0; at < fields.length; at += 1) {
    const { role, tag, value: raw } = fields[at]!;
    if (role === 'frame') continue;
    switch (role) {
      case 'title':
      case 'other-title':
      case 'volume':
      case 'issue':
      case 'article-number':
      case 'accession':
      case 'publisher':
      case 'place': {
        const value = NUMBERS.has(role) ? numberText(raw) : oneLine(raw);
        const name = SINGLE[role];
        if (single[name] === null) single[name] = value === '' ? null : value;
        else if (single[name] !== value) leaveOver(left, at, tag, value);
        break;
      }
      case 'author':
      case 'corporate-author':
      case 'short-author': {
        const found =
          style.names === 'cell' ? namesInCell(raw) : namesIn(style.names === 'wrapped' ? oneLine(raw) : raw);
        if (role !== 'short-author') names.push(...found);
        if (role !== 'author') shortNames.push(...found);
        if (role === 'author' && found.length > 0) fullNames = true;
        break;
      }
      case 'keyword':
        keywords.push(
          ...(style.keywords === 'cell'
            ? keywordsInCell(raw)
            : keywordsIn(style.keywords === 'wrapped' ? oneLine(raw) : raw)),
        );
        break;
      case 'abstract': {
        const value = abstractIn(raw, style);
        if (abstract === null) abstract = value;
        else if (value !== null && value !== abstract) leaveOver(left, at, tag, value);
        break;
      }
      case 'note': {
        const value = prose(raw, style);
        if (value !== '') notes.push(value);
        break;
      }
      case 'url':
      case 'maybe-url':
        for (const line of tidyLines(raw).split('\n'))
          if (role === 'maybe-url' && !line.includes('://')) leaveOver(left, at, tag, line);
          else if (line !== '') urls.add(line);
        break;
      case 'doi':
      case 'maybe-doi': {
        const value = oneLine(raw);
        const found = doiIn(value);
        if (found === null || (role === 'maybe-doi' && !found.alone)) leaveOver(left, at, tag, value);
        else if (doi === null) {
          doi = found.doi;
          if (!found.alone) leaveOver(left, at, tag, value);
        } else if (doi.toLowerCase() !== found.doi.toLowerCase()) leaveOver(left, at, tag, value);
        break;
      }
      case 'serial': {
        const found = serialNumbers(raw);
        for (const number of found.issns)
          if (issn === null) issn = number;
          else if (number !== issn) leaveOver(left, at, tag, number);
        for (const number of found.isbns)
          if (isbn === null) isbn = number;
          else if (number !== isbn) leaveOver(left, at, tag, number);
        for (const text of found.rest) leaveOver(left, at, tag, oneLine(text));
        break;
      }
      case 'year': {
        const value = oneLine(raw);
        const found = yearIn(value);
        if (year === null && found !== null) year = found.year;
        if (found === null || !found.alone || found.year !== year) leaveOver(left, at, tag, value);
        break;
      }
      case 'type': {
        const value = oneLine(raw);
        const found = publicationTypeOf(value);
        if (type === null && found !== null) type = found;
        if (found === null || found !== type || !isPlainTypeName(dialect, found, value))
          leaveOver(left, at, tag, value);
        break;
      }
      case 'language': {
        const value = withoutEnd(oneLine(raw), ';；');
        if (language === null) language = value === '' ? null : value;
        else if (language !== value) leaveOver(left, at, tag, value);
        break;
      }
      case 'carrier':
        carried = carriedFields(raw);
        if (carried === null) leaveOver(left, at, tag, tidyLines(raw));
        break;
      case 'other':
        leaveOver(left, at, tag, tidyLines(raw));
        break;
      default:
        later.push(at);
    }
  }

  const leave = (at: number): void => leaveOver(left, at, fields[at]!.tag, oneLine(fields[at]!.value));
  // The date gives the year where nothing else does; a date that says no more than the year is said.
  for (const at of later) {
    if (fields[at]!.role !== 'date') continue;
    const found = yearIn(oneLine(fields[at]!.value));
    if (year === null && found !== null) year = found.year;
    if (found === null || !found.alone || found.year !== year) leave(at);
  }
  let journal: string | null = null;
  for (const role of JOURNAL_ORDER)
    for (const at of later) {
      if (fields[at]!.role !== role) continue;
      const value = oneLine(fields[at]!.value);
      if (journal === null) journal = value === '' ? null : value;
      else if (value !== journal) leave(at);
    }
  const pages = pagesOf(fields, later, leave);
  for (const url of urls) doi ??= doiOfAddress(url);
  if (single.accession === null) single.accession = accessionIn(urls);
  if (left.length > 1) left.sort((a, b) => a.at - b.at);

  return {
    type: type ?? (journal === null ? 'document' : 'article-journal'),
    title: single.title,
    otherTitle: single.otherTitle,
    authors: authorsOf(fullNames ? names : shortNames),
    year,
    journal,
    volume: single.volume,
    issue: single.issue,
    pages,
    articleNumber: single.articleNumber,
    doi,
    issn,
    isbn,
    accession: single.accession,
    publisher: single.publisher,
    place: single.place,
    language,
    abstract,
    keywords,
    urls: [...urls],
    notes,
    other: left.map(({ tag, value }) => [tag, value] as const),
    ...carried,
  };
}

/** True when a record says nothing that a publication could be known by. */
export function saysNothing(content: ReferenceContent): boolean {
  return (
    content.title === null &&
    content.otherTitle === null &&
    content.doi === null &&
    content.abstract === null &&
    content.accession === null &&
    content.journal === null &&
    content.authors.length === 0
  );
}

function authorsOf(names: readonly string[]): Author[] {
  return names.map(authorOf);
}

function prose(text: string, style: FieldStyle): string {
  return tidyLines(text, style.prose === 'wrapped' ? ' ' : '\n');
}

/** `[No abstract available]` is none; `<正>` before an abstract says that CNKI took it from the text. */
function abstractIn(text: string, style: FieldStyle): string | null {
  const value = prose(text, style).replace(/^[<＜]正[>＞]\s*/, '');
  return value === '' || /^\[?no abstract(?: is)?(?: available)?\.?\]?$/i.test(value) ? null : value;
}
