import { CARRIER } from '../carrier.ts';
import { withoutMadeKey } from '../cite-key.ts';
import type { RecordSink, TextSpan } from '../gather-records.ts';
import { LineCounter } from '../line-cursor.ts';
import type { FieldRole, RecordField } from '../record-fields.ts';
import { contentOf, type FieldStyle } from '../reference-content.ts';
import { latexText } from './latex-text.ts';
import { parseBibtexEntry, startingMacros } from './parse-bibtex.ts';

/** Fields of BibTeX and BibLaTeX. */
export const bibtexRoles: Readonly<Record<string, FieldRole>> = {
  title: 'title',
  origtitle: 'other-title',
  author: 'author',
  journal: 'journal',
  journaltitle: 'journal',
  booktitle: 'container',
  shortjournal: 'journal-short',
  year: 'year',
  date: 'date',
  volume: 'volume',
  number: 'issue',
  issue: 'issue',
  pages: 'pages',
  eid: 'article-number',
  'article-number': 'article-number',
  doi: 'doi',
  issn: 'serial',
  eissn: 'serial',
  isbn: 'serial',
  'unique-id': 'accession',
  pmid: 'accession',
  accession: 'accession',
  publisher: 'publisher',
  school: 'publisher',
  institution: 'publisher',
  organization: 'publisher',
  address: 'place',
  location: 'place',
  language: 'language',
  langid: 'language',
  abstract: 'abstract',
  keywords: 'keyword',
  keyword: 'keyword',
  'author-keywords': 'keyword',
  'keywords-plus': 'keyword',
  url: 'url',
  note: 'note',
  [CARRIER]: 'carrier',
};
const STYLE: FieldStyle = { names: 'lines', keywords: 'cell', prose: 'lines' };
/** Fields that are no LaTeX. */
const VERBATIM = new Set(['doi', 'url']);

/** Reads BibTeX and BibLaTeX. An entry that breaks off is kept as far as it goes; text between entries is comment. */
export function readBibtex(sink: RecordSink, span: TextSpan): void {
  const { text } = sink;
  const lines = new LineCounter(text, span.start, span.line);
  const macros = startingMacros();
  let from = span.start;
  let fromLine = span.line;
  for (let at = text.indexOf('@', from); at >= 0 && at < span.end; ) {
    const entry = parseBibtexEntry(text, at, span.end, macros);
    if (entry === null) {
      at = text.indexOf('@', at + 1);
      continue;
    }
    if (entry.kind !== 'comment' && entry.kind !== 'preamble' && entry.kind !== 'string') {
      const line = lines.lineOf(at);
      sink.outside({ start: from, end: at, line: fromLine });
      const place = { start: at, end: entry.end, line };
      if (entry.state === 'broken') sink.remark('entry-broken', line);
      if (entry.state === 'cut') sink.remark('record-cut', line);
      sink.keep(withoutMadeKey(contentOf(fieldsOf(entry), 'bibtex', STYLE), 'citekey'), 'bibtex', place);
      from = entry.end;
      fromLine = lines.lineOf(from);
    }
    at = text.indexOf('@', entry.end);
  }
  sink.outside({ start: from, end: span.end, line: fromLine });
}

function fieldsOf(entry: NonNullable<ReturnType<typeof parseBibtexEntry>>): RecordField[] {
  const fields: RecordField[] = [{ role: 'type', tag: 'entrytype', value: entry.kind }];
  if (entry.citeKey !== '') fields.push({ role: 'other', tag: 'citekey', value: entry.citeKey });
  for (const [name, value] of entry.fields) {
    const role = bibtexRoles[name] ?? 'other';
    if (role === 'author')
      for (const author of namesOf(value)) fields.push({ role, tag: name, value: author });
    else {
      const plain = plainValue(name, value);
      fields.push({ role, tag: name, value: role === 'pages' ? plain.replace(/\s*–\s*/g, '-') : plain });
    }
  }
  return fields;
}

function plainValue(name: string, value: string): string {
  if (name === CARRIER) return value;
  return VERBATIM.has(name) ? value.replace(/\\([_%#&])/g, '$1') : latexText(value);
}

/** Names parted by ` and ` outside of braces; a name wholly in braces is a body. */
function namesOf(value: string): string[] {
  const names: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < value.length; i += 1) {
    const sign = value[i]!;
    if (sign === '{') depth += 1;
    else if (sign === '}') depth -= 1;
    else if (depth === 0 && /\s/.test(sign) && /^\s+and\s/.test(value.slice(i, i + 40))) {
      names.push(value.slice(from, i));
      i += /^\s+and/.exec(value.slice(i, i + 40))![0].length;
      from = i;
    }
  }
  names.push(value.slice(from));
  return names
    .map((name) => latexText(name).replace(/\s+/g, ' ').trim())
    .filter((name) => name !== '' && name !== 'others');
}
