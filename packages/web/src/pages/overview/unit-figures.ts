import type { UnitRow } from 'aftermine/contract';

/** Middle value; null of none. */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const order = [...values].sort((a, b) => a - b);
  const middle = Math.floor(order.length / 2);
  return order.length % 2 === 1 ? order[middle]! : (order[middle - 1]! + order[middle]!) / 2;
}

const SIGNIFICANT = 0.05;

/** Units that rise and fall significantly (Mann-Kendall, p < 0.05). */
export function trendCounts(rows: readonly Pick<UnitRow, 'slopePerYear' | 'slopeP'>[]): {
  readonly up: number;
  readonly down: number;
} {
  const sure = rows.filter(({ slopeP }) => slopeP !== null && slopeP < SIGNIFICANT);
  return {
    up: sure.filter(({ slopePerYear }) => (slopePerYear ?? 0) > 0).length,
    down: sure.filter(({ slopePerYear }) => (slopePerYear ?? 0) < 0).length,
  };
}
