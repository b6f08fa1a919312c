import type { ProjectSnapshot } from './project-snapshot.ts';

/**
 * The line recovery is measured against, by index: per year the median over the reference areas of their medians, over those that
 * were seen. A year in which none was seen is left out.
 */
export function referenceMedians(
  snapshot: ProjectSnapshot,
): Promise<Record<string, { year: number; median: number }[]>> {
  return snapshot.tables('reference-medians', async (tables) => {
    const rows = tables.rows(
      `SELECT index_id, year, median FROM unit_years WHERE zone = 'reference' AND median IS NOT NULL
       ORDER BY index_id, year, median`,
    );
    const byIndex = new Map<string, Map<number, number[]>>();
    for (const row of rows) {
      const index = String(row['index_id']);
      const years = byIndex.get(index) ?? new Map<number, number[]>();
      byIndex.set(index, years);
      const values = years.get(Number(row['year'])) ?? [];
      values.push(Number(row['median']));
      years.set(Number(row['year']), values);
    }
    return Object.fromEntries(
      [...byIndex].map(([index, years]) => [
        index,
        [...years].map(([year, values]) => ({ year, median: middleOf(values) })),
      ]),
    );
  });
}

/** Of sorted values. */
function middleOf(values: readonly number[]): number {
  const half = values.length >> 1;
  return values.length % 2 === 1 ? values[half]! : (values[half - 1]! + values[half]!) / 2;
}
