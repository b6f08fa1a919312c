import { CARRIER } from '../carrier.ts';
import { withoutMadeKey } from '../cite-key.ts';
import type { RecordSink, TextSpan } from '../gather-records.ts';
import { LineCounter } from '../line-cursor.ts';
import type { FieldRole, RecordField } from '../record-fields.ts';
import { contentOf, type FieldStyle } from '../reference-content.ts';
import { closedJson, jsonItems } from './json-items.ts';

/**
 * Variables of CSL.
 *
 * @source Citation Style Language 1.0.2, appendix IV (variables)
 */
export const cslRoles: Readonly<Record<string, FieldRole>> = {
  type: 'type',
  title: 'title',
  'original-title': 'other-title',
  'container-title': 'journal',
  'container-title-short': 'journal-short',
  journalAbbreviation: 'journal-short',
  volume: 'volume',
  issue: 'issue',
  page: 'pages',
  number: 'article-number',
  DOI: 'doi',
  ISSN: 'serial',
  ISBN: 'serial',
  PMID: 'accession',
  accession: 'accession',
  publisher: 'publisher',
  'publisher-place': 'place',
  language: 'language',
  abstract: 'abstract',
  keyword: 'keyword',
  URL: 'url',
  note: 'note',
};
const STYLE: FieldStyle = { names: 'lines', keywords: 'cell', prose: 'lines' };

/** Reads CSL-JSON: an array of items, or one item. Each item is read on its own, so a broken one costs no other. */
export function readCslJson(sink: RecordSink, span: TextSpan): void {
  const { text } = sink;
  const lines = new LineCounter(text, span.start, span.line);
  let at = span.start;
  while (at < span.end && !/[[{]/.test(text[at]!)) at += 1;
  const { items } = jsonItems(text, at, span.end);
  for (const item of items) {
    const place = { ...item, line: lines.lineOf(item.start) };
    const raw = text.slice(item.start, item.end);
    const given = parsed(raw) ?? (item.isWhole ? null : parsed(closedJson(raw) ?? ''));
    if (given === null) {
      sink.fail('json', 'csl-json', place);
      continue;
    }
    if (!item.isWhole) sink.remark('record-cut', place.line);
    sink.keep(withoutMadeKey(contentOf(fieldsOf(given), 'csl-json', STYLE), 'id'), 'csl-json', place);
  }
}

type Json = Readonly<Record<string, unknown>>;

function parsed(text: string): Json | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : null;
  } catch {
    return null;
  }
}

function fieldsOf(item: Json): RecordField[] {
  const fields: RecordField[] = [];
  for (const [name, value] of Object.entries(item)) {
    if (value === null || value === undefined) continue;
    if (name === 'author' && Array.isArray(value))
      for (const author of value) fields.push({ role: 'author', tag: name, value: nameText(author) });
    else if (name === 'issued') fields.push({ role: 'year', tag: name, value: dateText(value) });
    else if (name === 'custom' && typeof value === 'object') fields.push(...customFields(value as Json));
    else if (Array.isArray(value) && value.every((entry) => typeof entry === 'string'))
      for (const entry of value) fields.push({ role: cslRoles[name] ?? 'other', tag: name, value: entry });
    else {
      const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
      fields.push({ role: cslRoles[name] ?? 'other', tag: name, value: text });
    }
  }
  return fields;
}

function customFields(custom: Json): RecordField[] {
  return Object.entries(custom).map(([name, value]) =>
    name === CARRIER
      ? { role: 'carrier', tag: `custom.${name}`, value: JSON.stringify(value) }
      : {
          role: 'other',
          tag: `custom.${name}`,
          value: typeof value === 'string' ? value : JSON.stringify(value),
        },
  );
}

/** A CSL name as one text: `Family, Given`, particles before the family name, a suffix behind. */
function nameText(name: unknown): string {
  if (typeof name === 'string') return name;
  if (typeof name !== 'object' || name === null) return '';
  const part = (key: string): string => {
    const value = (name as Json)[key];
    return typeof value === 'string' ? value.trim() : '';
  };
  if (part('literal') !== '') return part('literal');
  const family = [part('dropping-particle'), part('non-dropping-particle'), part('family')]
    .filter((text) => text !== '')
    .join(' ');
  const given = [part('given'), part('suffix')].filter((text) => text !== '').join(', ');
  return given === '' ? family : family === '' ? given : `${family}, ${given}`;
}

/** `{"date-parts": [[2019, 1, 5]]}` as `2019/1/5`; else its raw or literal text. */
function dateText(date: unknown): string {
  if (typeof date !== 'object' || date === null) return String(date);
  const given = date as Json;
  const parts = given['date-parts'];
  if (Array.isArray(parts)) {
    const joined = parts
      .filter((part): part is unknown[] => Array.isArray(part))
      .map((part) => part.filter((number) => number !== null && number !== '').join('/'))
      .filter((text) => text !== '');
    if (joined.length > 0) return joined.join('-');
  }
  for (const key of ['raw', 'literal']) if (typeof given[key] === 'string') return given[key];
  return typeof given['year'] === 'number' ? String(given['year']) : JSON.stringify(date);
}
