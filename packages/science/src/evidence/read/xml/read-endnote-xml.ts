import type { RecordSink, TextSpan } from '../gather-records.ts';
import { LineCounter } from '../line-cursor.ts';
import type { FieldRole, RecordField } from '../record-fields.ts';
import { contentOf, type FieldStyle } from '../reference-content.ts';
import { scanXml, xmlAttribute } from './scan-xml.ts';

/** Elements by their path within a record; `style` wraps text and is no part of it. */
const ROLES: Readonly<Record<string, FieldRole>> = {
  'contributors/authors/author': 'author',
  'titles/title': 'title',
  'titles/translated-title': 'other-title',
  'titles/secondary-title': 'journal',
  'periodical/full-title': 'container',
  'periodical/abbr-1': 'journal-short',
  pages: 'pages',
  volume: 'volume',
  number: 'issue',
  'keywords/keyword': 'keyword',
  'dates/year': 'year',
  'dates/pub-dates/date': 'date',
  publisher: 'publisher',
  'pub-location': 'place',
  isbn: 'serial',
  issn: 'serial',
  'accession-num': 'accession',
  'electronic-resource-num': 'doi',
  abstract: 'abstract',
  notes: 'note',
  language: 'language',
  'urls/related-urls/url': 'url',
  'urls/web-urls/url': 'url',
  'urls/pdf-urls/url': 'maybe-url',
  'urls/text-urls/url': 'maybe-url',
};
const STYLE: FieldStyle = { names: 'lines', keywords: 'lines', prose: 'lines' };
/** Elements that only hold others. */
const DEEPEST = 32;

/**
 * Reads the records of an EndNote XML export. Text may be parted over `style` elements; `&#xD;` parts lines. A last
 * record that the file breaks off is kept as far as it goes.
 */
export function readEndnoteXml(sink: RecordSink, span: TextSpan): void {
  const { text } = sink;
  const lines = new LineCounter(text, span.start, span.line);
  let from = span.start;
  let line = span.line;
  for (;;) {
    const start = recordAt(text, from, span.end);
    if (start < 0) break;
    sink.outside({ start: from, end: start, line });
    line = lines.lineOf(start);
    const close = text.indexOf('</record>', start);
    const isCut = close < 0 || close >= span.end;
    const end = isCut ? span.end : close + '</record>'.length;
    if (isCut) sink.remark('record-cut', line);
    const fields = recordFields(text, start, end);
    const place = { start, end, line };
    if (fields === null) sink.fail('nested-xml', 'endnote-xml', place);
    else sink.keep(contentOf(fields, 'endnote-xml', STYLE), 'endnote-xml', place);
    from = end;
    line = lines.lineOf(end);
  }
  sink.outside({ start: from, end: span.end, line });
}

function recordAt(text: string, from: number, limit: number): number {
  for (let at = text.indexOf('<record', from); at >= 0 && at < limit; at = text.indexOf('<record', at + 1)) {
    const code = text.charCodeAt(at + 7);
    if (code === 0x3e || code === 0x20) return at;
  }
  return -1;
}

/** The fields of one record, in order; null where its elements nest deeper than any honest record's. */
function recordFields(xml: string, start: number, end: number): RecordField[] | null {
  const fields: RecordField[] = [];
  const path: string[] = [];
  let text = '';
  let isLeaf = false;
  let isDeep = false;
  scanXml(xml, start, end, {
    open(name, attributes) {
      if (name === 'style' || name === 'record') return;
      if (path.length >= DEEPEST) isDeep = true;
      else path.push(name);
      text = '';
      isLeaf = true;
      if (name === 'ref-type') {
        const named = xmlAttribute(attributes, 'name');
        if (named !== null) fields.push({ role: 'type', tag: 'ref-type', value: named });
      }
    },
    close(name) {
      if (name === 'style' || name === 'record') return;
      const at = path.lastIndexOf(name);
      if (at < 0) return;
      take();
      path.length = at;
    },
    text(piece) {
      text += piece;
    },
  });
  take();
  return isDeep ? null : fields;

  function take(): void {
    const name = path.join('/');
    if (isLeaf && text.trim() !== '' && name !== 'ref-type')
      fields.push({ role: ROLES[name] ?? 'other', tag: path[path.length - 1] ?? '', value: text });
    text = '';
    isLeaf = false;
  }
}
