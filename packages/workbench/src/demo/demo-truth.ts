import type { Grid } from '@aftermine/science/raster';
import type { DamageClass } from '@aftermine/science/site';
import { acquisitions, type HardYears, hardYears } from './acquisitions.ts';
import { resolveDemoOptions } from './frame.ts';
import { groundCover } from './ground-cover.ts';
import { demoLandscape, type Landscape } from './landscape.ts';
import { eachPixelInside } from './outline.ts';
import { REFERENCES, regrowthBy, UNITS, unitsBy } from './site-plan.ts';
import type { BothNames, DemoOptions, PlantedCause, ResolvedDemoOptions } from './types.ts';

/** Why a pixel takes no part in the comparison of disturbance years. */
export const LEFT_OUT = { compared: 0, early: 1, late: 2, water: 3 } as const;

/** Which way the ecological index of an area must go over the span. `steady`: no direction is expected. */
export type ExpectedTrend = 'up' | 'down' | 'steady';

export interface UnitTruth {
  readonly id: string;
  readonly name: BothNames;
  readonly damage: DamageClass;
  /** False for damage that no list of units names. */
  readonly registered: boolean;
  readonly pixelCount: number;
  /** First growing seasons in which its first and its last pixel are bare, as far as the span goes. */
  readonly disturbedFrom: number | null;
  readonly disturbedTo: number | null;
  /** Calendar year in which plants begin to come back; null where they do not. */
  readonly reclaimedFrom: number | null;
  readonly recovery: 'planted' | 'spontaneous' | 'failed' | 'none';
  /** Year in which plants begin to die again. */
  readonly relapseFrom: number | null;
  readonly expectedTrend: ExpectedTrend;
  /** What a diagnosis must find here, and nothing else. */
  readonly causes: readonly PlantedCause[];
  /** Share of the ground under green plants in mid-season, by year: the median over the pixels. */
  readonly greenCover: readonly number[];
}

export interface YearTruth {
  readonly year: number;
  /** Standardised rainfall. */
  readonly rain: number;
  /** Scenes of the growing season. */
  readonly looks: number;
  readonly note: 'drought' | 'wet' | 'no-clear-look' | 'partly-seen' | null;
}

/** What really happened, on the grid of the landscape. */
export interface DemoTruth {
  readonly options: ResolvedDemoOptions;
  readonly grid: Grid;
  readonly years: readonly YearTruth[];
  readonly hardYears: HardYears;
  /** First growing season in which a pixel is bare, also before the span; 0 = not until the end of the span. */
  readonly disturbanceYear: Int16Array;
  /** `LEFT_OUT` code of each pixel. */
  readonly leftOut: Uint8Array;
  readonly units: readonly UnitTruth[];
  readonly references: readonly {
    readonly id: string;
    readonly expectedTrend: ExpectedTrend;
    readonly greenCover: readonly number[];
  }[];
}

/** Seasons at the beginning and at the end of the span in which no disturbance can be dated. */
const EARLY_SEASONS = 2;
const LATE_SEASONS = 1;
/** Land that is cleared before this part of a year (about 1 August) is bare in most looks of that year. */
const MID_SEASON = 0.58;
/** Change of green cover over the span (Theil-Sen) below which no direction is expected. */
const STEADY = 0.1;
const MID_SEASON_DAY = 212;

/** The truth of one set of options, without taking a single picture. */
export function demoTruth(options: DemoOptions = {}): DemoTruth {
  return truthOf(demoLandscape(resolveDemoOptions(options)));
}

/** The truth of a landscape that is there already. */
export function truthOf(landscape: Landscape): DemoTruth {
  const { options, grid, history, land } = landscape;
  const { size, years } = options;
  const pixels = size * size;
  const disturbanceYear = new Int16Array(pixels);
  const leftOut = new Uint8Array(pixels);
  for (let i = 0; i < pixels; i += 1) {
    const season = firstBareSeason(history.clearedAt[i]!);
    const year = season > years.to ? 0 : season;
    disturbanceYear[i] = year;
    if (land.depthM[i]! > 0 || history.pondAt[i]! < Infinity) leftOut[i] = LEFT_OUT.water;
    else if (year !== 0 && year < years.from + EARLY_SEASONS) leftOut[i] = LEFT_OUT.early;
    // Land that is cleared after mid-season of the last year is bare in its last looks.
    else if (season > years.to - LATE_SEASONS && season <= years.to + 1) leftOut[i] = LEFT_OUT.late;
  }
  const greens = greenCovers(landscape);
  const hard = hardYears(options);
  const looks = acquisitions(options).filter(({ snow }) => !snow);
  return {
    options,
    grid,
    hardYears: hard,
    years: greens.map(({ year }): YearTruth => {
      const { rain } = landscape.weather.get(year)!;
      return {
        year,
        rain,
        looks: looks.filter((look) => look.year === year).length,
        note: noteOf(year, rain, hard),
      };
    }),
    disturbanceYear,
    leftOut,
    units: unitsBy(years.to).map((unit): UnitTruth => {
      const position = UNITS.indexOf(unit);
      const inside = pixelsWhere(
        pixels,
        (i) => history.unit[i] === position && history.pondAt[i] === Infinity,
      );
      const seasons = inside.map((i) => disturbanceYear[i]!).filter((season) => season !== 0);
      const greenCover = greens.map(({ green }) => medianAt(green, inside));
      const regrowth = regrowthBy(unit, years.to);
      const relapse =
        regrowth?.relapse !== undefined && regrowth.relapse.from < years.to + 1
          ? regrowth.relapse
          : undefined;
      return {
        id: unit.id,
        name: unit.name,
        damage: unit.damage,
        registered: unit.registered,
        pixelCount: inside.length,
        disturbedFrom: seasons.length === 0 ? null : Math.min(...seasons),
        disturbedTo: seasons.length === 0 ? null : Math.max(...seasons),
        reclaimedFrom: regrowth === undefined ? null : Math.floor(regrowth.start.from),
        recovery:
          regrowth === undefined
            ? 'none'
            : relapse
              ? 'failed'
              : regrowth.spontaneous
                ? 'spontaneous'
                : 'planted',
        relapseFrom: relapse === undefined ? null : Math.floor(relapse.from),
        expectedTrend: directionOf(greenCover),
        causes: unit.causes ?? [],
        greenCover,
      };
    }),
    references: REFERENCES.map(({ id, outline }) => {
      const inside: number[] = [];
      eachPixelInside(outline, size, (i) => inside.push(i));
      const greenCover = greens.map(({ green }) => medianAt(green, inside));
      return { id, expectedTrend: directionOf(greenCover), greenCover };
    }),
  };
}

/** The first growing season that mostly shows the ground bare; 0 for land that is never cleared. */
function firstBareSeason(clearedAt: number): number {
  if (clearedAt === Infinity) return 0;
  const year = Math.floor(clearedAt);
  return clearedAt - year < MID_SEASON ? year : year + 1;
}

function noteOf(year: number, rain: number, hard: HardYears): YearTruth['note'] {
  if (year === hard.unseen) return 'no-clear-look';
  if (year === hard.partlySeen) return 'partly-seen';
  return rain <= -1.2 ? 'drought' : rain >= 1.1 ? 'wet' : null;
}

/** Green cover of every pixel in the middle of each season. */
function greenCovers(landscape: Landscape): { year: number; green: Float32Array }[] {
  const { from, to } = landscape.options.years;
  return Array.from({ length: to - from + 1 }, (_, k) => {
    const cover = groundCover(landscape, landscape.weather.get(from + k)!, MID_SEASON_DAY);
    return { year: from + k, green: cover.grass.map((grass, i) => grass + cover.shrub[i]! + cover.crop[i]!) };
  });
}

function pixelsWhere(pixels: number, holds: (pixel: number) => boolean): number[] {
  const found: number[] = [];
  for (let i = 0; i < pixels; i += 1) if (holds(i)) found.push(i);
  return found;
}

/** Middle value; the lower of the two middle ones for an even count. Rounded to 0.0001, which is what files hold. */
function medianAt(values: Float32Array, pixels: readonly number[]): number {
  const sorted = Float32Array.from(pixels, (i) => values[i]!).sort();
  return Math.round(1e4 * (sorted[(sorted.length - 1) >> 1] ?? 0)) / 1e4;
}

/** Sign of the median of all pairwise slopes, where it adds up to more than `STEADY` over the span. */
function directionOf(series: readonly number[]): ExpectedTrend {
  const slopes: number[] = [];
  for (let a = 0; a < series.length; a += 1) {
    for (let b = a + 1; b < series.length; b += 1) slopes.push((series[b]! - series[a]!) / (b - a));
  }
  slopes.sort((a, b) => a - b);
  const change = (slopes[slopes.length >> 1] ?? 0) * (series.length - 1);
  return change > STEADY ? 'up' : change < -STEADY ? 'down' : 'steady';
}
