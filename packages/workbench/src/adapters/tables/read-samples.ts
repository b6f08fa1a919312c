import { AftermineError } from '@aftermine/science/base';
import {
  analyteFor,
  fieldSamples,
  SAMPLE_KINDS,
  type SampleColumn,
  type SampleKind,
  type SampleProblem,
  type SampleRow,
  unitSpelling,
} from '@aftermine/science/site';
import type { ReadSampleOptions, SampleFile, Samples } from '../../ports/index.ts';
import { Tally } from '../vectors/tally.ts';
import { cornerRole } from './corner-columns.ts';
import { readSheets } from './read-sheets.ts';
import { depthCm, isLimitRow, isoDate, isSummary, kindOf } from './sample-cells.ts';
import { isUnitOf, type SampleRole, sampleAnalyte, sampleRole } from './sample-columns.ts';
import { samplePositions } from './sample-positions.ts';
import { cellText, type Sheet, type Table, type TableRow, tableOf } from './table.ts';

/** Tables of samples: CSV, tab-separated text, XLSX. */
export class FileSamples implements Samples {
  async read(path: string, options: ReadSampleOptions = {}): Promise<SampleFile> {
    const { sheets, warnings } = await readSheets(path);
    const file = parseSamples(sheets, path, options);
    return { ...file, warnings: [...warnings, ...file.warnings] };
  }
}

interface Reading {
  readonly column: SampleColumn;
  readonly at: number;
}

/**
 * Samples of the sheet that has most columns of readings (or of the one named). Units stand in the names of columns or
 * in a row beneath them, limits of detection in a row of their own; rows of means and limits of standards are left out.
 *
 * @throws InvalidInput `E-TAB-031` without a column of readings, `E-CRS-002` for metres in an unknown system; NotFound
 * `E-VEC-008` without the sheet; what `cornerAxes` and `cornerCrs` throw
 */
export function parseSamples(
  sheets: readonly Sheet[],
  source: string,
  options: ReadSampleOptions = {},
): SampleFile {
  const table = sampleTable(sheets, options.sheet, source);
  const tally = new Tally();
  const roles = new Map<SampleRole, { at: number; unit: string | null }>();
  const readings: { name: string; at: number; analyte: SampleColumn['analyte']; unit: string | null }[] = [];
  const ignored: string[] = [];
  table.header.forEach((name, at) => {
    const [role, analyte] = [sampleRole(name), sampleAnalyte(name)];
    if (analyte !== null) readings.push({ name, at, ...analyte });
    else if (role !== null && !roles.has(role.role)) roles.set(role.role, { at, unit: role.unit });
    else if (name !== '' && role === null && cornerRole(name) === null) ignored.push(name);
  });
  if (ignored.length > 0)
    tally.note('sample.columns-ignored', { count: ignored.length, names: ignored.slice(0, 12).join(', ') });

  const unitRow = unitRowOf(table, readings);
  const body = table.rows.filter((row) => row !== unitRow && row.cells.some((cell) => cellText(cell) !== ''));
  const label = (row: TableRow): string =>
    cellText(row.cells[roles.get('id')?.at ?? 0]) || cellText(row.cells[0]);
  const limitRow = body.find((row) => isLimitRow(label(row)) || isLimitRow(cellText(row.cells[0])));
  const rows = body.filter((row) => row !== limitRow && !isSummary(label(row)));
  tally.count('sample.summary-row', body.length - rows.length - (limitRow === undefined ? 0 : 1));

  const columns = readings.map(({ name, at, analyte, unit }): Reading => {
    const below = unitRow === undefined ? '' : cellText(unitRow.cells[at]);
    const answered = options.units?.[name] ?? options.units?.[analyte] ?? null;
    const limit = options.limits?.[name] ?? options.limits?.[analyte] ?? cellText(limitRow?.cells[at]);
    return {
      at,
      column: {
        name,
        analyte,
        unit: unit ?? (below === '' ? answered : below),
        limit: String(limit) === '' ? null : String(limit),
      },
    };
  });
  const kind = options.kind ?? kindOfTable(columns, tally);
  const { problems, rows: samples } = sampleRows(rows, columns, roles, kind);
  const positions = samplePositions(table, rows, source, options, tally, problems);
  const placed = samples.map((row, i): SampleRow => ({ ...row, ...positions.places[i]! }));
  const result = fieldSamples(
    placed,
    columns.map(({ column }) => column),
    positions.crs,
    options.site ?? null,
  );
  return { ...result, problems: [...problems, ...result.problems], warnings: tally.warnings() };
}

function sampleTable(sheets: readonly Sheet[], wanted: string | undefined, source: string): Table {
  const chosen = wanted === undefined ? sheets : sheets.filter((sheet) => sheet.name === wanted);
  if (chosen.length === 0 && sheets.length > 0) {
    throw new AftermineError('NotFound', 'E-VEC-008', {
      where: source,
      expected: sheets.map((sheet) => sheet.name ?? '-').join(', '),
      got: wanted ?? '-',
    });
  }
  const score = (names: readonly string[]): number => {
    const found = names.filter((name) => sampleAnalyte(name) !== null).length;
    return found === 0 ? 0 : found + names.filter((name) => sampleRole(name) !== null).length;
  };
  const tables = chosen.map((sheet) => tableOf(sheet, score)).filter((table) => table !== null);
  const [best] = tables.sort((a, b) => score(b.header) - score(a.header));
  if (best === undefined) throw new AftermineError('InvalidInput', 'E-TAB-031', { where: source });
  return best;
}

/** The row beneath the names, where it holds units and no number. */
function unitRowOf(
  table: Table,
  readings: readonly { readonly at: number; readonly analyte: SampleColumn['analyte'] }[],
): TableRow | undefined {
  const [row] = table.rows;
  if (row === undefined || row.number > table.headerRow + 1) return undefined;
  const cells = readings.map(({ at, analyte }) => ({ text: cellText(row.cells[at]), analyte }));
  const hasUnit = cells.some(({ text, analyte }) => isUnitOf(analyte, text));
  return hasUnit && cells.every(({ text }) => !/^[<＜]?\s*\d/.test(text)) ? row : undefined;
}

/** What was sampled, by the units of the columns: mg/L is water, mg/kg is soil. */
function kindOfTable(columns: readonly Reading[], tally: Tally): SampleKind {
  const votes = SAMPLE_KINDS.map((kind) => {
    const fitting = columns.filter(({ column }) => {
      const declared = analyteFor(kind, column.analyte);
      if (declared === null) return false;
      return column.unit === null || declared.accepted[unitSpelling(column.unit)] !== undefined;
    });
    return { kind, count: fitting.length };
  }).sort((a, b) => b.count - a.count);
  const [best, next] = votes;
  if (best!.count === next!.count) tally.note('sample.kind-assumed', { kind: best!.kind });
  return best!.kind;
}

function sampleRows(
  rows: readonly TableRow[],
  columns: readonly Reading[],
  roles: ReadonlyMap<SampleRole, { readonly at: number; readonly unit: string | null }>,
  assumed: SampleKind,
): { readonly rows: readonly SampleRow[]; readonly problems: SampleProblem[] } {
  const problems: SampleProblem[] = [];
  const depthUnits = new Set<string>();
  const tell = (key: string, row: number | null, column: string, cell: string): void => {
    problems.push({
      key: `sample.${key}`,
      severity: 'can-fix',
      row,
      column,
      params: { cell: cell.slice(0, 40) },
    });
  };
  const out = rows.map((row): SampleRow => {
    const text = (role: SampleRole): string => {
      const at = roles.get(role)?.at;
      return at === undefined ? '' : cellText(row.cells[at]);
    };
    const end = (role: 'depth' | 'depth-from' | 'depth-to'): { from: number | null; to: number | null } => {
      const cell = text(role);
      if (cell === '') return { from: null, to: null };
      const depth = depthCm(cell, roles.get(role)?.unit ?? null);
      if (depth === null) tell('bad-depth', row.number, role, cell);
      else if (depth === 'no-unit' && !depthUnits.has(role)) tell('depth-unit', null, role, cell);
      if (depth === 'no-unit') depthUnits.add(role);
      return depth === null || depth === 'no-unit' ? { from: null, to: null } : depth;
    };
    const range = end('depth');
    const said = text('date');
    const date = said === '' ? null : isoDate(said);
    if (said !== '' && date === null) tell('bad-date', row.number, 'date', said);
    const medium = text('kind');
    return {
      row: row.number,
      id: text('id') || null,
      kind: kindOf(medium) ?? assumed,
      x: null,
      y: null,
      unitId: text('area') || null,
      date,
      depthFromCm: end('depth-from').to ?? range.from,
      depthToCm: end('depth-to').to ?? range.to,
      cells: columns.map(({ at }) => cellText(row.cells[at])),
    };
  });
  return { rows: out, problems };
}
