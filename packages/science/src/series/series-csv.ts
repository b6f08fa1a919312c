import { AftermineError } from '../base/index.ts';
import type { Observation } from './types.ts';

/** The observations of one id, in order of year; gaps are absent. */
export interface CsvSeries {
  readonly id: string;
  readonly observations: readonly Observation[];
}

/**
 * Reads series from CSV: header `id,year,value` (in any order, other columns are passed over), one row per
 * observation. An empty value is a gap. Byte order mark, CRLF and double quotes are understood.
 *
 * @param source name of the file, for messages
 * @returns series in the order they first appear
 * @throws InvalidInput `E-SER-011` without the header, `E-SER-012` for a row that cannot be read (with its line),
 * `E-SER-013` when a year of an id stands twice, `E-SER-014` without any observation
 */
export function parseSeriesCsv(text: string, source: string): CsvSeries[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const header = cells(lines[0] ?? '').map((name) => name.trim().toLowerCase());
  const [idAt, yearAt, valueAt] = ['id', 'year', 'value'].map((name) => header.indexOf(name)) as [
    number,
    number,
    number,
  ];
  if (idAt < 0 || yearAt < 0 || valueAt < 0) {
    throw new AftermineError('InvalidInput', 'E-SER-011', {
      where: `${source}:1`,
      expected: 'id,year,value',
      got: (lines[0] ?? '').slice(0, 80),
    });
  }
  const series = new Map<string, Map<number, number>>();
  lines.forEach((line, i) => {
    if (i === 0 || line.trim() === '') return;
    const row = cells(line);
    const where = `${source}:${i + 1}`;
    const [id, yearText, valueText] = [
      row[idAt]?.trim() ?? '',
      row[yearAt]?.trim() ?? '',
      row[valueAt]?.trim() ?? '',
    ];
    const year = Number(yearText);
    if (id === '' || yearText === '' || !Number.isInteger(year) || Math.abs(year) > 100_000) {
      throw new AftermineError('InvalidInput', 'E-SER-012', {
        where,
        expected: 'id, whole year, value',
        got: line.slice(0, 80),
      });
    }
    const years = series.get(id) ?? new Map<number, number>();
    series.set(id, years);
    if (valueText === '') return;
    const value = Number(valueText);
    if (!Number.isFinite(value))
      throw new AftermineError('InvalidInput', 'E-SER-012', {
        where,
        expected: 'id, whole year, value',
        got: line.slice(0, 80),
      });
    if (years.has(year))
      throw new AftermineError('InvalidInput', 'E-SER-013', { where, got: year, params: { id } });
    years.set(year, value);
  });
  if (series.size === 0) throw new AftermineError('InvalidInput', 'E-SER-014', { where: source });
  return [...series].map(([id, years]) => ({
    id,
    observations: [...years].sort(([a], [b]) => a - b).map(([year, value]) => ({ year, value })),
  }));
}

/** Splits one line; double quotes hold commas, doubled quotes stand for one. */
function cells(line: string): string[] {
  const out: string[] = [];
  const pattern = /("(?:[^"]|"")*"|[^,]*)(,|$)/g;
  for (const match of line.matchAll(pattern)) {
    const cell = match[1]!;
    out.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (match[2] === '') break;
  }
  return out;
}
