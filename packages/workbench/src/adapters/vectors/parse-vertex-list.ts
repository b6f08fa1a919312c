import { AftermineError } from '@aftermine/science/base';
import type { Feature } from '@aftermine/science/site';
import type { ReadVectorOptions, VectorFile } from '../../ports/index.ts';
import { featuresOfParcels, type Parcel } from './corner-parcels.ts';
import { NOTHING_STATED } from './corner-system.ts';
import { plainForms, surveyNumber } from './survey-number.ts';
import { Tally } from './tally.ts';
import { vertexListHeader } from './vertex-list-header.ts';

/** Fields of a parcel row, in their order: 点数,面积,地块编号,地块名称,图形属性,图幅号,地块用途,地类编码,@ */
const PARCEL_FIELDS = ['点数', '面积', '地块编号', '地块名称', '图形属性', '图幅号', '地块用途', '地类编码'];
/** Nobody files more; a corner is kept with its row, ring and place. */
const MAX_CORNERS = 500_000;
const MAX_CHARACTERS = 32 * 1024 * 1024;
/** A line longer than this holds no corner. */
const MAX_LINE = 2_000;

type Kind = 'filing' | 'bare';

/**
 * True for text that is a list of corners: the filing format (a [地块坐标] part or rows that end in @), or lines of
 * nothing but numbers and labels such as `J1,3331286.79,38455964.63`.
 */
export function looksLikeVertexList(text: string): boolean {
  return kindOf(text.slice(0, 64 * 1024)) !== null;
}

/** True for the filing format: a [地块坐标] part, or parcel rows that end in @. */
export function isFilingFormat(text: string): boolean {
  return kindOf(text.slice(0, 64 * 1024)) === 'filing';
}

/**
 * Polygons of a list of corners, as land and mining filings carry them: attribute part [属性描述], parcel rows ending in
 * @, corner rows `J1,1,X,Y` with ring number and X = northing; or bare lines of corners, rings apart by empty lines or
 * closed by their first corner. Full-width signs are read as plain ones; rings may be open.
 *
 * @returns features with what the parcel row says as properties; the CRS as `cornerCrs` finds it
 * @throws InvalidInput `E-TAB-001` for a row that is no corner, `E-TAB-002`...`E-TAB-007` for coordinates that cannot be
 * understood, `E-VEC-003` and `E-VEC-005` for too long a list, `E-VEC-006` without any parcel
 */
export function parseVertexList(text: string, source: string, options: ReadVectorOptions = {}): VectorFile {
  if (text.length > MAX_CHARACTERS) {
    throw new AftermineError('InvalidInput', 'E-VEC-003', {
      where: source,
      expected: MAX_CHARACTERS,
      got: text.length,
    });
  }
  const kind = kindOf(text);
  if (kind === null) throw new AftermineError('InvalidInput', 'E-VEC-006', { where: source });
  const tally = new Tally();
  const lines = text.split(/\r\n|\r|\n/);
  const { parcels, header } =
    kind === 'filing' ? readFiling(lines, source, tally) : { parcels: readBare(lines, source), header: [] };
  const statement = kind === 'filing' ? vertexListHeader(header).statement : NOTHING_STATED;
  const order = kind === 'filing' ? 'filing' : null;
  const { crs, features } = featuresOfParcels(parcels, {
    order,
    statement,
    assumed: options.crs,
    source,
    tally,
  });
  return { set: { source, crs, features }, warnings: tally.warnings() };
}

function kindOf(text: string): Kind | null {
  const lines = text.split(/\r\n|\r|\n/, 4_000);
  if (lines.some((line) => /^\s*[[［【].*坐标.*[\]］】]/.test(line) || /[,，]\s*[@＠]\s*$/.test(line)))
    return 'filing';
  const filled = lines.map((line) => line.trim()).filter((line) => line !== '');
  const corners = filled.filter((line) => cornerOf(line) !== null).length;
  // One line of title or column names is common; the last one may be cut off by the caller.
  return corners >= 3 && corners >= filled.length - 2 ? 'bare' : null;
}

/** Fields of a row; spaces only part fields where nothing else does, since angles hold spaces. */
function fieldsOf(line: string): string[] {
  const plain = plainForms(line).replace(/[、]/g, ',').trim();
  const fields = /[,;\t]/.test(plain) ? plain.split(/[,;\t]/) : plain.split(/\s+/);
  while (fields.length > 0 && fields.at(-1)!.trim() === '') fields.pop();
  return fields.map((field) => field.trim());
}

interface CornerRow {
  readonly ring: number | null;
  readonly first: number;
  readonly second: number;
}

/** `J1,1,X,Y`, `J1,X,Y`, `X,Y`, `1,X,Y,H`: label, ring and height may be missing. */
function cornerOf(line: string): CornerRow | null {
  if (line.length > MAX_LINE) return null;
  const fields = fieldsOf(line);
  if (fields.length < 2 || fields.length > 5) return null;
  const values = fields.map(surveyNumber);
  const pick = (i: number, ring: number | null): CornerRow | null => {
    const [first, second] = [values[i], values[i + 1]];
    return first == null || second == null ? null : { ring, first, second };
  };
  if (fields.length === 2) return pick(0, null);
  if (fields.length === 3) return pick(1, null);
  const ring = values[1];
  // A small whole number before two coordinates is a ring; else a third coordinate after two is a height.
  const isRing = ring != null && /^\d{1,4}$/.test(fields[1]!);
  return isRing ? pick(2, ring) : pick(1, null);
}

function readFiling(
  lines: readonly string[],
  source: string,
  tally: Tally,
): { parcels: Parcel[]; header: readonly string[] } {
  const header: string[] = [];
  const parcels: Parcel[] = [];
  let current: { properties: Feature['properties']; corners: Parcel['corners'][number][] } | null = null;
  let skipping = false;
  let count = 0;
  lines.forEach((line, i) => {
    const row = i + 1;
    const trimmed = plainForms(line).trim();
    if (trimmed === '' || /^[[【]/.test(trimmed)) return;
    if (/@$/.test(trimmed)) {
      const properties = parcelProperties(line);
      skipping = /^[点线]$/.test(String(properties['图形属性'] ?? ''));
      if (skipping) tally.count('vector.not-polygon');
      current = { properties, corners: [] };
      if (!skipping) parcels.push({ ...current, row });
      return;
    }
    const corner = cornerOf(line);
    if (current === null && corner === null) {
      header.push(line);
      return;
    }
    if (current === null) {
      current = { properties: {}, corners: [] };
      parcels.push({ ...current, row });
    }
    if (corner === null) {
      throw new AftermineError('InvalidInput', 'E-TAB-001', {
        where: `${source}#${row}`,
        got: trimmed.slice(0, 80),
      });
    }
    if (skipping) return;
    count += 1;
    if (count > MAX_CORNERS) throw tooMany(source);
    current.corners.push({ ...corner, row });
  });
  return { parcels, header };
}

/** The parcel row as properties under the names of the format; more fields than it names are left out. */
function parcelProperties(line: string): Feature['properties'] {
  const fields = line.split(/[,，]/).map((field) => field.trim());
  fields.pop();
  const entries: [string, string | number][] = [];
  PARCEL_FIELDS.forEach((name, i) => {
    const text = fields[i] ?? '';
    const value = i < 2 ? surveyNumber(text) : null;
    if (text !== '') entries.push([name, value ?? text]);
  });
  return Object.fromEntries(entries);
}

function readBare(lines: readonly string[], source: string): Parcel[] {
  const groups: { row: number; corners: Parcel['corners'][number][] }[] = [];
  let open: (typeof groups)[number] | null = null;
  let begun = false;
  let count = 0;
  lines.forEach((line, i) => {
    const row = i + 1;
    if (line.trim() === '') {
      open = null;
      return;
    }
    const corner = cornerOf(line);
    if (corner === null) {
      // Titles and column names stand before the first corner.
      if (!begun) return;
      throw new AftermineError('InvalidInput', 'E-TAB-001', {
        where: `${source}#${row}`,
        got: line.trim().slice(0, 80),
      });
    }
    begun = true;
    if (open === null) groups.push((open = { row, corners: [] }));
    count += 1;
    if (count > MAX_CORNERS) throw tooMany(source);
    open.corners.push({ ...corner, row });
  });
  // Where every other line is empty, empty lines part nothing.
  const joined = groups.some((group) => group.corners.length < 3)
    ? [{ row: groups[0]!.row, corners: groups.flatMap((group) => group.corners) }]
    : groups;
  return joined.map((group) => ({ ...group, properties: {} }));
}

function tooMany(source: string): AftermineError {
  return new AftermineError('InvalidInput', 'E-VEC-005', { where: source, expected: MAX_CORNERS });
}
