import type { ObservationResult } from '../../observe/index.ts';
import { seriesOf } from './zones.ts';

/** The reference areas together in one year. */
export interface ReferenceYear {
  readonly year: number;
  readonly median: number;
}

/**
 * The line recovery is measured against: per year the median over the reference areas of their medians, over those that
 * were seen. A year in which none was seen is left out.
 */
export function referenceLine(result: ObservationResult, index: string): ReferenceYear[] {
  const areas = Object.values(seriesOf(result, index)?.references ?? {});
  return result.years.flatMap((year) => {
    const values = areas
      .flatMap((years) => years.filter((one) => one.year === year && one.median !== null))
      .map((one) => one.median as number)
      .sort((a, b) => a - b);
    if (values.length === 0) return [];
    const half = values.length >> 1;
    const median = values.length % 2 === 1 ? values[half]! : (values[half - 1]! + values[half]!) / 2;
    return [{ year, median }];
  });
}
