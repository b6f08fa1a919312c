import { AftermineError } from '@aftermine/science/base';
import type { SampleProblem } from '@aftermine/science/site';
import type { ReadSampleOptions } from '../../ports/index.ts';
import { type Corner, type CornerAxes, cornerAxes, cornerPosition } from '../vectors/corner-axes.ts';
import { cornerCrs } from '../vectors/corner-system.ts';
import { surveyNumber } from '../vectors/survey-number.ts';
import type { Tally } from '../vectors/tally.ts';
import { cornerBlocks } from './corner-columns.ts';
import { cellText, type Table, type TableRow } from './table.ts';
import { titleStatement } from './title-statement.ts';

/** Rows with wild positions beyond this mean that the columns are wrong, not the rows. */
const MAX_ODD = 200;

export interface SamplePositions {
  /** Null where no row has a position. */
  readonly crs: string | null;
  /** One for each row. */
  readonly places: readonly { readonly x: number | null; readonly y: number | null }[];
}

/**
 * Positions of the rows of a sample table. A position that cannot be read or is unlike the others is left out and told;
 * the others stay. Degrees without a stated datum are taken as CGCS2000, said in a warning: receivers give WGS 84 or
 * CGCS2000, which agree to decimetres.
 *
 * @throws InvalidInput `E-CRS-002` for metres in an unknown system; `E-TAB-002`, `E-TAB-003`, `E-TAB-005` as for corners;
 * `E-TAB-004` or `E-TAB-006` where more than 200 rows are unlike the others
 */
export function samplePositions(
  table: Table,
  rows: readonly TableRow[],
  source: string,
  options: ReadSampleOptions,
  tally: Tally,
  problems: SampleProblem[],
): SamplePositions {
  const [block] = cornerBlocks(table.header);
  const nowhere = { crs: null, places: rows.map(() => ({ x: null, y: null })) };
  if (block === undefined) return nowhere;
  const tell = (row: number, cell: string): void => {
    const column = `${table.header[block.first]}, ${table.header[block.second]}`;
    problems.push({
      key: 'sample.bad-position',
      severity: 'must-fix',
      row,
      column,
      params: { cell: cell.slice(0, 60) },
    });
  };
  const read = new Map<number, Corner>();
  for (const { cells, number } of rows) {
    const [a, b] = [cellText(cells[block.first]), cellText(cells[block.second])];
    if (a === '' && b === '') continue;
    const [first, second] = [surveyNumber(a), surveyNumber(b)];
    if (first === null || second === null) tell(number, `${a}, ${b}`);
    else read.set(number, { first, second, row: number });
  }
  const axes = settledAxes(read, block.order, source, tally, tell);
  if (axes === null) return nowhere;
  const said = [...table.above.flatMap(({ cells }) => cells.map(cellText)), ...table.header];
  let crs = cornerCrs(axes, titleStatement(said), options.crs, source, tally);
  if (crs === null && axes.degrees) {
    crs = 'EPSG:4490';
    tally.note('sample.degrees-assumed');
  }
  if (crs === null) throw new AftermineError('InvalidInput', 'E-CRS-002', { where: source });
  const places = rows.map(({ number }) => {
    const corner = read.get(number);
    if (corner === undefined) return { x: null, y: null };
    const [x, y] = cornerPosition(corner, axes);
    return { x, y };
  });
  return { crs, places };
}

/** The axes most rows have; rows unlike them are taken out of `read` and told. */
function settledAxes(
  read: Map<number, Corner>,
  order: 'northing-first' | 'easting-first' | null,
  source: string,
  tally: Tally,
  tell: (row: number, cell: string) => void,
): CornerAxes | null {
  for (let odd = 0; read.size > 0; odd += 1) {
    try {
      return cornerAxes([...read.values()], order, source, tally);
    } catch (error) {
      const row = error instanceof AftermineError ? error.params['row'] : undefined;
      if (typeof row !== 'number' || odd >= MAX_ODD) throw error;
      const { first, second } = read.get(row)!;
      tell(row, `${first}, ${second}`);
      read.delete(row);
    }
  }
  return null;
}
