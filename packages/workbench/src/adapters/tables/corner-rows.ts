import { AftermineError } from '@aftermine/science/base';
import type { Parcel, ParcelCorner } from '../vectors/corner-parcels.ts';
import { surveyNumber } from '../vectors/survey-number.ts';
import { type CornerBlock, cornerRole } from './corner-columns.ts';
import { cellText, type Table, type TableRow } from './table.ts';

interface Group {
  name: string | null;
  row: number;
  corners: { corner: ParcelCorner; label: string }[];
}

/**
 * The corners of a table as parcels. A column that names the parcel parts them (a merged cell names the rows below
 * it too); else rows without coordinates do: a text is the name of the parcel below, an empty row ends one. Blocks
 * side by side are read one after the other, or by their labels where these count 1, 2, 3 ... over all blocks.
 *
 * @param named whether the name of the sheet is kept as a property
 * @throws InvalidInput `E-TAB-001` for a row of which only one coordinate can be read
 */
export function parcelsOfTable(
  table: Table,
  blocks: readonly CornerBlock[],
  named: boolean,
  source: string,
): Parcel[] {
  const where = table.sheet === null ? source : `${source}|${table.sheet}`;
  const sections = new Map<string, Group>();
  for (const block of blocks) {
    let section = 0;
    let title: string | null = null;
    let begun = false;
    let parcel: string | null = null;
    for (const row of table.rows) {
      const corner = cornerOf(row, block, where);
      if (block.parcel !== null) {
        const own = cellText(row.cells[block.parcel]);
        if (own !== '') parcel = own;
      }
      if (corner === null) {
        section = row.number;
        // Names of columns and empty rows may stand between the name of a parcel and its first corner.
        title = titleOf(row) ?? (begun ? null : title);
        begun = false;
        continue;
      }
      begun = true;
      const key = parcel === null ? `#${section}` : `=${parcel}`;
      let group = sections.get(key);
      if (group === undefined) {
        group = { name: parcel ?? title, row: row.number, corners: [] };
        sections.set(key, group);
      }
      group.corners.push({ corner, label: block.label === null ? '' : cellText(row.cells[block.label]) });
    }
  }
  const groups = [...sections.values()];
  const parted = groups.some((group) => group.name === null && group.corners.length < 3)
    ? joined(groups)
    : groups;
  return parted.map((group) => ({
    row: group.row,
    properties: {
      ...(group.name === null ? {} : { 地块编号: group.name }),
      ...(named && table.sheet !== null ? { sheet: table.sheet } : {}),
    },
    corners: blocks.length > 1 ? byLabel(group.corners) : group.corners.map(({ corner }) => corner),
  }));
}

function cornerOf({ cells, number }: TableRow, block: CornerBlock, where: string): ParcelCorner | null {
  const [a, b] = [cellText(cells[block.first]), cellText(cells[block.second])];
  const [first, second] = [surveyNumber(a), surveyNumber(b)];
  if (first === null && second === null) return null;
  if (first === null || second === null)
    throw new AftermineError('InvalidInput', 'E-TAB-001', {
      where: `${where}#${number}`,
      got: `${a}, ${b}`.slice(0, 80),
    });
  const ring = block.ring === null ? '' : cellText(cells[block.ring]);
  return { first, second, row: number, ring: ring === '' ? null : ring };
}

/** A lone text between corners names what follows; names of columns that are said again, and sums, name nothing. */
function titleOf({ cells }: TableRow): string | null {
  const texts = cells.map(cellText).filter((text) => text !== '');
  const [text] = texts;
  if (text === undefined || texts.length > 2 || cornerRole(text) !== null) return null;
  return /^(合计|小计|面积|备注|说明|注|total|area|note)/i.test(text) ? null : text;
}

/** Where every other row is empty, empty rows part nothing. */
function joined(groups: readonly Group[]): Group[] {
  const [first] = groups;
  if (first === undefined) return [];
  return [{ name: first.name, row: first.row, corners: groups.flatMap((group) => group.corners) }];
}

function byLabel(corners: Group['corners']): ParcelCorner[] {
  const numbers = corners.map(({ label }) => Number(/(\d+)\D*$/.exec(label)?.[1] ?? Number.NaN));
  const sorted = [...numbers].sort((a, b) => a - b);
  const counts = sorted.every((number, i) => number === sorted[0]! + i);
  const order = corners.map(({ corner }, i) => ({ corner, number: numbers[i]! }));
  if (counts) order.sort((a, b) => a.number - b.number);
  return order.map(({ corner }) => corner);
}
