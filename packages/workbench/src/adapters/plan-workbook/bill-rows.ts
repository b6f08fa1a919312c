import type { BillLine, PlanResult } from '@aftermine/science/plan';
import type { PlanWords } from '@aftermine/science/report/plan';

/** An item at one price; an item that stands at two prices has two codes. */
export interface CostRow {
  readonly code: string;
  readonly item: string;
  readonly name: string;
  readonly unit: string;
  readonly unitCost: number;
  readonly verified: boolean;
}

export interface BillRow {
  /** Place of the unit in the plan, from 1: ids may look like formulas, patterns or numbers, and a sum must not mistake them. */
  readonly unit: number;
  readonly code: string;
  readonly cost: CostRow;
  readonly line: BillLine;
}

export interface BillRows {
  readonly costs: readonly CostRow[];
  readonly rows: readonly BillRow[];
  /** First and last row of each unit, counted from 0; null without any. Empty where rows are summed over units. */
  readonly ranges: readonly (readonly [from: number, to: number] | null)[];
  /** Lines before summing. */
  readonly lines: number;
  readonly summed: boolean;
}

/** More lines than this open slowly, and a sheet ends at a million: they are summed over units. */
const MOST_LINES = 100_000;

/** The bills of a plan as rows of one list, unit by unit. */
export function billRows(plan: PlanResult, words: PlanWords, mostLines = MOST_LINES): BillRows {
  const unverified = new Set(plan.unverified.map(({ of }) => of));
  // Hauling is priced by the head of the cost file, not by one of its items.
  const generalUnverified = [...unverified].some((of) => of.startsWith('costs:'));
  const costs = new Map<string, CostRow>();
  const priced = new Map<string, number>();
  const costOf = ({ item, unit, unitCost }: BillLine): CostRow => {
    const key = `${item}|${unit}|${unitCost}`;
    let cost = costs.get(key);
    if (cost === undefined) {
      const nth = (priced.get(item) ?? 0) + 1;
      priced.set(item, nth);
      cost = {
        code: nth === 1 ? item : `${item}#${nth}`,
        item,
        name: words.item(item),
        unit,
        unitCost,
        verified: !unverified.has(`cost:${item}`) && !(item === 'haul' && generalUnverified),
      };
      costs.set(key, cost);
    }
    return cost;
  };
  const rows: BillRow[] = [];
  const ranges: ([number, number] | null)[] = [];
  plan.units.forEach(({ bill }, i) => {
    ranges.push(bill.length === 0 ? null : [rows.length, rows.length + bill.length - 1]);
    for (const line of bill) {
      const cost = costOf(line);
      rows.push({ unit: i + 1, code: cost.code, cost, line });
    }
  });
  const sorted = [...costs.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
  const lines = rows.length;
  return lines <= mostLines
    ? { costs: sorted, rows, ranges, lines, summed: false }
    : { costs: sorted, rows: summedOverUnits(rows), ranges: [], lines, summed: true };
}

function summedOverUnits(rows: readonly BillRow[]): BillRow[] {
  const sums = new Map<string, BillRow>();
  for (const row of rows) {
    const { measure, year, kind, payer, quantity, unitCost } = row.line;
    const key = [year, measure, row.code, kind, payer].join('|');
    const total = (sums.get(key)?.line.quantity ?? 0) + quantity;
    sums.set(key, { ...row, unit: 0, line: { ...row.line, quantity: total, cost: total * unitCost } });
  }
  return [...sums.values()].sort(
    (a, b) => a.line.year - b.line.year || (a.line.measure < b.line.measure ? -1 : 1),
  );
}
