import { checkFeatures } from '@aftermine/science/site';
import type { BenchRow } from './row.ts';
import { COLUMNS, tiledUnits } from './tiled-units.ts';

const TARGET_SECONDS = 10;

/** Every check of 50,000 units of 20 vertices that share their borders, on one core. */
export async function benchSiteChecks(): Promise<BenchRow[]> {
  const { features, boundary, moved } = tiledUnits();
  const start = performance.now();
  const problems = checkFeatures(features, 'EPSG:4547', { boundary });
  const seconds = (performance.now() - start) / 1000;
  const overlaps = problems.filter(({ check }) => check === 'overlap');
  const involved = new Set(overlaps.flatMap(({ index, other }) => [index, other]));
  const found = features.filter((_, i) => i % 500 === 7 && i % COLUMNS < COLUMNS - 1 && involved.has(i));
  if (found.length !== moved || overlaps.length !== problems.length)
    throw new Error(
      `${found.length} of ${moved} planted overlaps, ${problems.length - overlaps.length} invented`,
    );
  return [
    {
      name: 'checks of 50,000 units',
      measured: seconds,
      target: TARGET_SECONDS,
      unit: 's',
      passed: seconds <= TARGET_SECONDS,
      detail: `${features.length} units of 20 vertices, ${overlaps.length} overlaps found, nothing invented`,
    },
  ];
}

if (import.meta.main) for (const row of await benchSiteChecks()) console.log(row);
