import { AftermineError } from '@aftermine/science/base';
import type { ObservationResult } from '@aftermine/science/observe';
import { type Grid, sharesPixels } from '@aftermine/science/raster';
import { type DemoTruth, type ExpectedTrend, LEFT_OUT } from './demo-truth.ts';
import type { BothNames } from './types.ts';

/** Share of disturbed pixels whose year must be right to within one year. */
export const WITHIN_ONE_YEAR_TARGET = 0.95;

/** The detected disturbances, on a grid that shares its pixels with the landscape. */
export interface DetectedChange {
  readonly grid: Grid;
  /** Year in which the greatest disturbance is first seen; 0 = none. */
  readonly year: Int16Array;
  /** Sample that means "cannot be said"; null without. */
  readonly nodata: number | null;
}

/** Trend of one area against what must be. */
export interface TrendCheck {
  readonly id: string;
  readonly name: BothNames;
  readonly expected: ExpectedTrend;
  /** Detected slope per year; null where there is none. */
  readonly slopePerYear: number | null;
  /** Null where no direction is expected. */
  readonly agrees: boolean | null;
}

/** How well what was found agrees with what was made. Shares are null where there is nothing to compare. */
export interface SelfCheck {
  /** Truly disturbed pixels that are compared. */
  readonly disturbed: number;
  /** Of these: with the year right to within one year; exactly right; found at all, whatever the year. */
  readonly withinOneShare: number | null;
  readonly exactShare: number | null;
  readonly foundShare: number | null;
  /** Land that was never disturbed, and the share of it with a disturbance. */
  readonly undisturbed: number;
  readonly falseAlarmShare: number | null;
  /** Disturbed pixels that take no part, by reason. */
  readonly leftOut: {
    readonly early: number;
    readonly late: number;
    readonly water: number;
    readonly outside: number;
  };
  readonly trends: readonly TrendCheck[];
  readonly trendsRight: number;
  readonly trendsExpected: number;
  /** True when the target share is reached and every expected trend has its sign. */
  readonly passes: boolean;
}

/**
 * Compares detected disturbance years and trends with the truth.
 *
 * Compared are truly disturbed pixels of land inside the detected grid, disturbed neither in the first two seasons
 * of the span (or before it) nor in the last. Each is right when |detected - true| <= 1; a pixel for which nothing
 * was found, or nothing can be said, is wrong. False alarms are counted on land that was never disturbed.
 *
 * @param slopes trend of the ecological index per year by unit id (see `trendSlopes`); null or absent = none
 * @throws Misaligned `E-DEM-002` when the grids do not share their pixels
 */
export function selfCheck(
  truth: DemoTruth,
  detected: DetectedChange,
  slopes: Readonly<Record<string, number | null>>,
): SelfCheck {
  const counts = comparePixels(truth, detected);
  const trends = truth.units
    .filter(({ registered }) => registered)
    .map(({ id, name, expectedTrend }): TrendCheck => {
      const slopePerYear = slopes[id] ?? null;
      const agrees =
        expectedTrend === 'steady'
          ? null
          : slopePerYear !== null && Math.sign(slopePerYear) === SIGN[expectedTrend];
      return { id, name, expected: expectedTrend, slopePerYear, agrees };
    });
  const expected = trends.filter(({ agrees }) => agrees !== null);
  const trendsRight = expected.filter(({ agrees }) => agrees === true).length;
  const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
  const withinOneShare = share(counts.withinOne, counts.disturbed);
  return {
    disturbed: counts.disturbed,
    withinOneShare,
    exactShare: share(counts.exact, counts.disturbed),
    foundShare: share(counts.found, counts.disturbed),
    undisturbed: counts.undisturbed,
    falseAlarmShare: share(counts.falseAlarms, counts.undisturbed),
    leftOut: counts.leftOut,
    trends,
    trendsRight,
    trendsExpected: expected.length,
    passes:
      withinOneShare !== null && withinOneShare >= WITHIN_ONE_YEAR_TARGET && trendsRight === expected.length,
  };
}

const SIGN = { up: 1, down: -1 } as const;

interface PixelCounts {
  disturbed: number;
  withinOne: number;
  exact: number;
  found: number;
  undisturbed: number;
  falseAlarms: number;
  readonly leftOut: { early: number; late: number; water: number; outside: number };
}

function comparePixels({ grid, disturbanceYear, leftOut }: DemoTruth, detected: DetectedChange): PixelCounts {
  if (!sharesPixels(grid, detected.grid)) {
    throw new AftermineError('Misaligned', 'E-DEM-002', { expected: grid.crs, got: detected.grid.crs });
  }
  const counts: PixelCounts = {
    disturbed: 0,
    withinOne: 0,
    exact: 0,
    found: 0,
    undisturbed: 0,
    falseAlarms: 0,
    leftOut: { early: 0, late: 0, water: 0, outside: 0 },
  };
  const aside = Math.round((grid.originX - detected.grid.originX) / grid.pixelWidth);
  const below = Math.round((detected.grid.originY - grid.originY) / grid.pixelHeight);
  for (let row = 0, i = 0; row < grid.height; row += 1) {
    for (let col = 0; col < grid.width; col += 1, i += 1) {
      const trueYear = disturbanceYear[i]!;
      const x = col + aside;
      const y = row + below;
      const outside = x < 0 || y < 0 || x >= detected.grid.width || y >= detected.grid.height;
      const reason = outside ? 'outside' : REASONS[leftOut[i]!];
      if (reason !== undefined) {
        if (trueYear !== 0) counts.leftOut[reason] += 1;
        continue;
      }
      const sample = detected.year[y * detected.grid.width + x]!;
      const year = sample === detected.nodata ? 0 : sample;
      if (trueYear === 0) {
        counts.undisturbed += 1;
        if (year !== 0) counts.falseAlarms += 1;
        continue;
      }
      counts.disturbed += 1;
      if (year !== 0) counts.found += 1;
      if (Math.abs(year - trueYear) <= 1) counts.withinOne += 1;
      if (year === trueYear) counts.exact += 1;
    }
  }
  return counts;
}

const REASONS: Readonly<Record<number, 'early' | 'late' | 'water' | undefined>> = {
  [LEFT_OUT.early]: 'early',
  [LEFT_OUT.late]: 'late',
  [LEFT_OUT.water]: 'water',
};

/** Slope per year of the ecological index of every unit of an observation; null where there is no trend. */
export function trendSlopes(
  result: Pick<ObservationResult, 'trajectories'>,
  index = 'rsei',
): Record<string, number | null> {
  return Object.fromEntries(
    Object.entries(result.trajectories.units).map(([id, { trends }]) => {
      const trend = trends[index];
      return [id, trend === undefined || 'kind' in trend ? null : trend.slopePerYear];
    }),
  );
}
