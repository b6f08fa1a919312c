import { isUnknown, type Unknown } from '../../base/index.ts';
import type { EffectMeasure, EffectSize } from './effect-size.ts';
import { logOddsRatio, logRiskRatio } from './event-ratios.ts';
import { hedgesG } from './hedges-g.ts';
import { logResponseRatio } from './log-response-ratio.ts';
import { meanDifference } from './mean-difference.ts';
import { isPoolable } from './study-effect.ts';

/** A row of a table of effects that could not be used, or that needs a word. */
export interface EffectTableComplaint {
  /** From 1, without the header; 0 for the table as a whole. */
  readonly row: number;
  /** Catalogue key without `evidence.table.`. */
  readonly kind:
    | 'no-columns'
    | 'not-a-number'
    | 'variance-not-positive'
    | 'impossible-arm'
    | 'no-effect'
    | 'same-study';
  readonly params: Readonly<Record<string, string | number>>;
}

/** One usable row. */
export interface TableEffect {
  /** Id of the study: rows that share it are findings of one paper. */
  readonly paper: string;
  readonly estimate: number;
  readonly variance: number;
}

/** What a table of effects holds. */
export interface EffectTable {
  /** Null where the table gives effects ready made (`yi`, `vi`) and nobody said what they are. */
  readonly measure: EffectMeasure | null;
  readonly effects: readonly TableEffect[];
  readonly complaints: readonly EffectTableComplaint[];
}

const NAMES = {
  study: ['study', 'paper', 'study_id', 'slab', 'trial', 'id'],
  author: ['author', 'authors'],
  year: ['year'],
  estimate: ['yi', 'effect', 'estimate'],
  variance: ['vi', 'variance'],
  error: ['sei', 'se', 'standard_error'],
  m1: ['m1', 'm1i', 'mean1'],
  sd1: ['sd1', 'sd1i'],
  n1: ['n1', 'n1i'],
  m2: ['m2', 'm2i', 'mean2'],
  sd2: ['sd2', 'sd2i'],
  n2: ['n2', 'n2i'],
  a: ['ai', 'tpos', 'events1'],
  b: ['bi', 'tneg', 'without1'],
  c: ['ci', 'cpos', 'events2'],
  d: ['di', 'cneg', 'without2'],
} as const;
type Column = keyof typeof NAMES;
/** Names of the columns as the table writes them. */
type Columns = Partial<Record<Column, string>>;

/** Columns by which a row may tell its effect, the first that is there. */
const SHAPES = {
  variance: ['estimate', 'variance'],
  error: ['estimate', 'error'],
  means: ['m1', 'sd1', 'n1', 'm2', 'sd2', 'n2'],
  events: ['a', 'b', 'c', 'd'],
} as const satisfies Record<string, readonly Column[]>;
type Shape = keyof typeof SHAPES;

const OF_MEANS = { lnRR: logResponseRatio, MD: meanDifference, SMD: hedgesG };
const OF_EVENTS = { logRR: logRiskRatio, logOR: logOddsRatio };

/**
 * Effects of a table by its column names: `yi` with `vi` or `sei`; or `m1 sd1 n1 m2 sd2 n2` (metafor's names with `i` as well);
 * or events `ai bi ci di` (`tpos tneg cpos cneg`). The study is `study`, `paper`, `trial` or author and year. A row that cannot be
 * used is left out with a complaint, never taken as 0.
 *
 * @param rows cells as text, by column name
 * @param measure of arms; `lnRR` of means and `logRR` of events where absent or of the other kind
 */
export function readEffectTable(
  rows: readonly Readonly<Record<string, string>>[],
  measure?: EffectMeasure,
): EffectTable {
  const [first] = rows;
  if (first === undefined) return { measure: measure ?? null, effects: [], complaints: [] };
  const columns = columnsOf(first);
  const shape = (Object.keys(SHAPES) as Shape[]).find((one) =>
    SHAPES[one].every((name) => columns[name] !== undefined),
  );
  if (shape === undefined) {
    const params = { columns: Object.keys(first).join(', ') };
    return { measure: measure ?? null, effects: [], complaints: [{ row: 0, kind: 'no-columns', params }] };
  }
  const taken = measureOf(shape, measure);
  const effects: TableEffect[] = [];
  const complaints: EffectTableComplaint[] = [];
  const firstRow = new Map<string, number>();
  rows.forEach((cells, i) => {
    const row = i + 1;
    const effect = effectOfRow(shape, taken, columns, cells);
    if ('kind' in effect) {
      complaints.push({ row, ...effect });
      return;
    }
    const paper = studyOf(cells, columns) ?? String(row);
    const before = firstRow.get(paper);
    if (before === undefined) firstRow.set(paper, row);
    else complaints.push({ row, kind: 'same-study', params: { study: paper, first: before } });
    effects.push({ paper, ...effect });
  });
  return { measure: taken, effects, complaints };
}

function measureOf(shape: Shape, asked: EffectMeasure | undefined): EffectMeasure | null {
  if (shape === 'means') return asked !== undefined && asked in OF_MEANS ? asked : 'lnRR';
  if (shape === 'events') return asked !== undefined && asked in OF_EVENTS ? asked : 'logRR';
  return asked ?? null;
}

/** The effect of one row, or what is wrong with it. */
function effectOfRow(
  shape: Shape,
  measure: EffectMeasure | null,
  columns: Columns,
  cells: Readonly<Record<string, string>>,
): Omit<TableEffect, 'paper'> | Omit<EffectTableComplaint, 'row'> {
  const values: number[] = [];
  for (const name of SHAPES[shape]) {
    const column = columns[name]!;
    const value = numberOf(cells[column]);
    if (value === null) return { kind: 'not-a-number', params: { column, got: cells[column] ?? '' } };
    values.push(value);
  }
  if (shape === 'variance' || shape === 'error') {
    const [estimate, spread] = values as [number, number];
    const variance = shape === 'variance' ? spread : spread ** 2;
    return spread > 0 && isPoolable({ estimate, variance })
      ? { estimate, variance }
      : { kind: 'variance-not-positive', params: { got: spread } };
  }
  if (!isPossible(shape, values)) return { kind: 'impossible-arm', params: { got: values.join(', ') } };
  const effect = effectOfArms(measure, values);
  if (isUnknown(effect)) return { kind: 'no-effect', params: { reason: effect.reason } };
  return { estimate: effect.estimate, variance: effect.variance };
}

function columnsOf(row: Readonly<Record<string, string>>): Columns {
  const given = new Map(Object.keys(row).map((name) => [name.trim().toLowerCase(), name]));
  const found: Columns = {};
  for (const [column, names] of Object.entries(NAMES) as [Column, readonly string[]][]) {
    const name = names.find((one) => given.has(one));
    if (name !== undefined) found[column] = given.get(name)!;
  }
  return found;
}

/** A number as written: `.` for decimals, a true minus allowed. Nothing else, so that no cell is misread. */
function numberOf(cell: string | undefined): number | null {
  const text = (cell ?? '').trim().replace('\u2212', '-');
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : null;
}

function studyOf(cells: Readonly<Record<string, string>>, columns: Columns): string | null {
  const text = (name: Column): string =>
    columns[name] === undefined ? '' : (cells[columns[name]] ?? '').trim();
  const own = text('study') || [text('author'), text('year')].filter((part) => part !== '').join(' ');
  return own === '' ? null : own;
}

function isPossible(shape: 'means' | 'events', values: readonly number[]): boolean {
  const isCount = (value: number): boolean => Number.isInteger(value) && value >= 0;
  if (shape === 'events')
    return values.every(isCount) && values[0]! + values[1]! > 0 && values[2]! + values[3]! > 0;
  const [, sd1, n1, , sd2, n2] = values as [number, number, number, number, number, number];
  return sd1 >= 0 && sd2 >= 0 && isCount(n1) && isCount(n2) && n1 >= 2 && n2 >= 2;
}

function effectOfArms(
  measure: EffectMeasure | null,
  [p, q, r, s, t, u]: readonly number[],
): EffectSize | Unknown {
  if (measure === 'logRR' || measure === 'logOR')
    return OF_EVENTS[measure]({ events: p!, without: q! }, { events: r!, without: s! });
  return OF_MEANS[measure ?? 'lnRR']({ mean: p!, sd: q!, n: r! }, { mean: s!, sd: t!, n: u! });
}
