import type { Reference } from '../record/reference.ts';
import { authors, reference } from './reference.fixture.ts';

/** References and, beside each, what people said it is. */
export interface LabelledSet {
  readonly references: readonly Reference[];
  readonly isDuplicate: readonly boolean[];
}

/** Reads the labelled table of ASySD (one field holds all authors, `NA` is nothing). */
export function readAsysd(text: string): LabelledSet {
  const [head = [], ...rows] = cells(text);
  const records = rows.filter((row) => row.length === head.length);
  const value = (row: readonly string[], name: string): string | null => {
    const found = row[head.indexOf(name)]?.trim() ?? '';
    return found === '' || found === 'NA' ? null : found;
  };
  return {
    references: records.map((row, i) =>
      reference(`asysd.csv#${i}`, {
        title: value(row, 'title'),
        authors: [{ family: '', given: '', literal: value(row, 'author') ?? '' }],
        year: Number(value(row, 'year') ?? Number.NaN) || null,
        journal: value(row, 'journal'),
        volume: value(row, 'volume'),
        issue: value(row, 'number'),
        pages: value(row, 'pages'),
        doi: value(row, 'doi'),
        issn: value(row, 'isbn'),
        abstract: value(row, 'abstract'),
      }),
    ),
    isDuplicate: records.map((row) => value(row, 'source') === 'duplicate'),
  };
}

/** Reads the labelled EndNote XML of IEBH; the caption "Duplicate" marks every record of a group, the first one too. */
export function readIebh(text: string): LabelledSet {
  const records = [...text.matchAll(/<record>([\s\S]*?)<\/record>/g)].map(([, record]) => record!);
  const all = (record: string, tag: string): string[] =>
    [...record.matchAll(new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`, 'g'))].map(([, inner]) =>
      inner!
        .replace(/<[^>]*>/g, '')
        .replace(/&lt;/g, '<')
        .replace(/&gt;/g, '>')
        .replace(/&amp;/g, '&')
        .trim(),
    );
  const one = (record: string, tag: string): string | null => all(record, tag)[0] || null;
  return {
    references: records.map((record, i) =>
      reference(`iebh.xml#${i}`, {
        title: one(record, 'title'),
        authors: authors(...all(record, 'author')),
        year: Number(one(record, 'year') ?? Number.NaN) || null,
        journal: one(record, 'secondary-title'),
        volume: one(record, 'volume'),
        issue: one(record, 'number'),
        pages: one(record, 'pages'),
        doi: one(record, 'electronic-resource-num'),
        issn: one(record, 'isbn'),
        accession: one(record, 'accession-num'),
        language: one(record, 'language'),
        abstract: one(record, 'abstract'),
        urls: all(record, 'url'),
      }),
    ),
    isDuplicate: records.map((record) => one(record, 'caption') === 'Duplicate'),
  };
}

/** Rows of a comma-separated table with quoted cells that may hold line breaks. */
function cells(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? bare ?? '');
    if (end !== ',') rows.push([]);
  }
  return rows;
}
