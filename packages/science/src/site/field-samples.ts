import { transformer } from './crs.ts';
import { distanceToPolygonsM } from './distance-to-polygons.ts';
import { boxOf, containsPosition } from './geometry.ts';
import type { Severity } from './polygon-checks.ts';
import { type AnalyteDeclaration, type AnalyteId, analyteFor, type SampleKind } from './sample-analytes.ts';
import { type Reading, writtenReading } from './sample-reading.ts';
import { unitSpelling } from './sample-unit.ts';
import type { Box, MultiPolygon } from './types.ts';

export type { Reading } from './sample-reading.ts';

/** A place where soil, water or vegetation was sampled, with what was found there. */
export interface FieldSample {
  readonly id: string;
  readonly kind: SampleKind;
  /** Position in the CRS asked for; null where only the unit is known. */
  readonly x: number | null;
  readonly y: number | null;
  /** Unit or reference area the sample belongs to, by the table or by its position; null where neither tells. */
  readonly unitId: string | null;
  /** `2024-08-20`, or null. */
  readonly date: string | null;
  readonly depthFromCm: number | null;
  readonly depthToCm: number | null;
  /** Readings in the unit the analyte is declared in. Analytes without a reading are absent. */
  readonly values: Readonly<Partial<Record<AnalyteId, Reading>>>;
}

/** A column of readings as the table names it. */
export interface SampleColumn {
  /** Its name in the table, for messages. */
  readonly name: string;
  readonly analyte: AnalyteId;
  /** The unit as written; null where the table states none. */
  readonly unit: string | null;
  /** The limit of detection as written, in the unit of the column; null where the table states none. */
  readonly limit: string | null;
}

/** A row of a table; cells stand in the order of the columns. */
export interface SampleRow {
  /** Number of the row, for messages. */
  readonly row: number;
  readonly id: string | null;
  readonly kind: SampleKind;
  readonly x: number | null;
  readonly y: number | null;
  readonly unitId: string | null;
  readonly date: string | null;
  readonly depthFromCm: number | null;
  readonly depthToCm: number | null;
  readonly cells: readonly string[];
}

/** Something about a sample that must be mended or known; `key` is that of its words in the catalogue. */
export interface SampleProblem {
  readonly key: string;
  readonly severity: Severity;
  readonly row: number | null;
  readonly column: string | null;
  readonly params: Readonly<Record<string, string | number>>;
}

/** What samples are checked against. */
export interface SampleSite {
  readonly crs: string;
  readonly boundary: MultiPolygon;
  /** Units and reference areas. */
  readonly areas: readonly { readonly id: string; readonly geometry: MultiPolygon }[];
}

export interface FieldSamples {
  /** CRS of x and y: that of the site where one was given, else that of the table; null without positions. */
  readonly crs: string | null;
  readonly samples: readonly FieldSample[];
  readonly problems: readonly SampleProblem[];
}

/** Clay, silt and sand of one sample add up to 100 within this. */
const TEXTURE_SLACK = 5;

/**
 * Rows of a laboratory or field table as samples: readings converted to the declared unit, "below detection" kept as
 * such with its limit. What cannot be used is left out and told with row and column: columns without a unit or in one
 * that is not known (nothing is assumed), unreadable cells, values that cannot be, "not detected" without a limit, a
 * plain 0 where laboratories report limits. Samples need a position or a unit; those outside the boundary and every
 * area are kept and told with their distance.
 *
 * @param crs EPSG code of x and y in `rows`; null where no row has them
 * @returns samples in the order of the rows, positions in the CRS of the site where one is given
 */
export function fieldSamples(
  rows: readonly SampleRow[],
  columns: readonly SampleColumn[],
  crs: string | null,
  site: SampleSite | null = null,
): FieldSamples {
  const problems: SampleProblem[] = [];
  const told = new Set<string>();
  const readers = new Map<SampleKind, readonly (Conversion | null)[]>();
  const transform = crs !== null && site !== null ? transformer(crs, site.crs) : null;
  const places = placesOf(site);
  const ids = new Map<string, number>();
  const samples: FieldSample[] = [];
  for (const row of rows) {
    let conversions = readers.get(row.kind);
    if (conversions === undefined) {
      conversions = columns.map((column) => conversionOf(column, row.kind, problems, told));
      readers.set(row.kind, conversions);
    }
    const values = readingsOf(row, columns, conversions, problems);
    if (Object.keys(values).length === 0) {
      problems.push(problem('no-reading', 'just-know', row.row));
      continue;
    }
    let [x, y] = [row.x, row.y];
    if (x === null || y === null) [x, y] = [null, null];
    else if (transform !== null) [x, y] = transform(x, y);
    const unitId = placeOf(row, x, y, places, problems);
    if (x === null && unitId === null) {
      problems.push(problem('no-place', 'must-fix', row.row));
      continue;
    }
    const id = row.id ?? `#${row.row}`;
    const key = [id, row.kind, row.date, row.depthFromCm, row.depthToCm].join('|');
    const before = ids.get(key);
    if (before !== undefined) problems.push(problem('same-id', 'just-know', row.row, null, { id, before }));
    else ids.set(key, row.row);
    const { kind, date, depthFromCm, depthToCm } = row;
    samples.push({ id, kind, x, y, unitId, date, depthFromCm, depthToCm, values });
  }
  const located = samples.some((sample) => sample.x !== null);
  return { crs: located ? (site?.crs ?? crs) : null, samples, problems };
}

interface Conversion {
  readonly declared: AnalyteDeclaration;
  readonly factor: number;
  /** Limit of detection in the unit of the analyte. */
  readonly limit: number | null;
}

function conversionOf(
  column: SampleColumn,
  kind: SampleKind,
  problems: SampleProblem[],
  told: Set<string>,
): Conversion | null {
  const tell = (key: string, params: SampleProblem['params'] = {}): null => {
    // A table of soil and water would say the same of a column twice.
    if (!told.has(`${key} ${column.name}`))
      problems.push(problem(key, 'must-fix', null, column.name, params));
    told.add(`${key} ${column.name}`);
    return null;
  };
  const declared = analyteFor(kind, column.analyte);
  if (declared === null) return tell('not-of-kind', { analyte: column.analyte, kind });
  const accepted = Object.keys(declared.accepted)
    .filter((unit) => unit !== '' && unit !== 'n')
    .join(', ');
  // pH and counts have none.
  const written = column.unit ?? (declared.accepted[''] === undefined ? null : '');
  if (written === null) return tell('no-unit', { analyte: column.analyte, accepted });
  const factor = declared.accepted[unitSpelling(written)];
  if (factor === undefined) return tell('strange-unit', { analyte: column.analyte, unit: written, accepted });
  const limit = column.limit === null ? null : writtenReading(column.limit.replace(/^[<≤＜]\s*/, ''));
  return {
    declared,
    factor,
    limit: limit?.kind === 'value' && limit.value > 0 ? limit.value * factor : null,
  };
}

function readingsOf(
  row: SampleRow,
  columns: readonly SampleColumn[],
  conversions: readonly (Conversion | null)[],
  problems: SampleProblem[],
): FieldSample['values'] {
  const values: Partial<Record<AnalyteId, Reading>> = {};
  columns.forEach((column, i) => {
    const conversion = conversions[i];
    const cell = row.cells[i] ?? '';
    if (conversion == null) return;
    const tell = (key: string, params: SampleProblem['params'] = {}): void => {
      problems.push(
        problem(key, 'must-fix', row.row, column.name, { cell: cell.trim().slice(0, 40), ...params }),
      );
    };
    const { declared, factor } = conversion;
    const written = writtenReading(cell);
    let reading: Reading | null = null;
    if (written.kind === 'unreadable') tell('unreadable');
    else if (written.kind === 'above') tell('above-range');
    else if (written.kind === 'below') {
      const limit = written.limit === null ? conversion.limit : written.limit * factor;
      if (limit === null) tell('no-limit');
      else if (limit > declared.max) tell('impossible', rangeOf(declared));
      else reading = { below: round(limit) };
    } else if (written.kind === 'value') {
      const value = written.value * factor;
      if (value < declared.min || value > declared.max) tell('impossible', rangeOf(declared));
      else if (value === 0 && declared.zeroIsNoReading) tell('zero');
      else reading = { value: round(value) };
    }
    if (reading === null) return;
    if (values[column.analyte] === undefined) values[column.analyte] = reading;
    else tell('twice', { analyte: column.analyte });
  });
  checkTexture(row, values, problems);
  return values;
}

function checkTexture(row: SampleRow, values: FieldSample['values'], problems: SampleProblem[]): void {
  let sum = 0;
  for (const id of ['clay', 'silt', 'sand'] as const) {
    const reading = values[id];
    if (reading === undefined || !('value' in reading)) return;
    sum += reading.value;
  }
  if (Math.abs(sum - 100) > TEXTURE_SLACK)
    problems.push(problem('texture-sum', 'just-know', row.row, null, { sum: Math.round(sum * 10) / 10 }));
}

interface Places {
  readonly site: SampleSite;
  readonly byId: ReadonlyMap<string, SampleSite['areas'][number]>;
  readonly boxes: readonly Box[];
}

function placesOf(site: SampleSite | null): Places | null {
  if (site === null) return null;
  return {
    site,
    byId: new Map(site.areas.map((area) => [area.id, area])),
    boxes: site.areas.map(({ geometry }) => boxOf(geometry)),
  };
}

/** The area a sample belongs to; tells positions outside, and positions that contradict the named area. */
function placeOf(
  row: SampleRow,
  x: number | null,
  y: number | null,
  places: Places | null,
  problems: SampleProblem[],
): string | null {
  if (places === null) return row.unitId;
  const { site, byId, boxes } = places;
  const named = row.unitId === null ? undefined : byId.get(row.unitId);
  if (row.unitId !== null && named === undefined)
    problems.push(problem('unknown-area', 'can-fix', row.row, null, { unit: row.unitId }));
  if (x === null || y === null) return named?.id ?? null;
  if (named !== undefined) {
    const metres = Math.round(distanceToPolygonsM([x, y], named.geometry, site.crs));
    if (metres > 0)
      problems.push(problem('outside-area', 'can-fix', row.row, null, { unit: named.id, metres }));
    return named.id;
  }
  const within = site.areas.find(({ geometry }, i) => {
    const [west, south, east, north] = boxes[i]!;
    return x >= west && x <= east && y >= south && y <= north && containsPosition(geometry, [x, y]);
  });
  if (within !== undefined) return within.id;
  const metres = Math.round(distanceToPolygonsM([x, y], site.boundary, site.crs));
  if (metres > 0) problems.push(problem('outside-site', 'can-fix', row.row, null, { metres }));
  return null;
}

function rangeOf({ min, max, unit }: AnalyteDeclaration): SampleProblem['params'] {
  return { min, max, unit, range: `${min}–${max}${unit === '' ? '' : ` ${unit}`}` };
}

/** Twelve digits: factors of ten must not leave 0.30000000000000004. */
function round(value: number): number {
  return Number(value.toPrecision(12));
}

function problem(
  key: string,
  severity: Severity,
  row: number | null,
  column: string | null = null,
  params: SampleProblem['params'] = {},
): SampleProblem {
  return { key: `sample.${key}`, severity, row, column, params };
}
