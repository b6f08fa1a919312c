import { unknown } from '../../base/index.ts';
import type { KnownYear, ObservationResult, UnitTrajectory } from '../../observe/index.ts';
import type { ControlSettings } from '../settings.ts';

/** How a unit is seen: pixels in it, and how far closeness scatters between them. */
export interface Look {
  readonly pixels: number;
  /** Standard deviation between pixels, closeness. */
  readonly spread: number;
}

/** What is seen of a unit in a season. */
export interface SeenUnit {
  readonly unit: string;
  readonly areaHa: number;
  readonly look: Look;
  /** True closeness, and the standard normal deviate of the look. */
  readonly seasons: readonly {
    readonly year: number;
    readonly closeness: number;
    readonly deviate: number;
  }[];
}

/** Index of a reference area in a usual year, in a drought, and how it moves from year to year. */
const REFERENCE = 0.6;
const DRY_REFERENCE = 0.45;
const WOBBLE = 0.02;
/** Years before the programme that a season is held against. */
const YEARS_BEFORE = 10;
/** Quartiles of a normal distribution, standard deviations apart. */
const QUARTILES = 1.349;
const PIXELS_OF_REFERENCE = 1000;

/**
 * An observation of the true land as it would come from pictures: medians with the error that the filter reckons with, beside a
 * reference that is lower in a drought, as land is.
 *
 *     z = r + e     var e = spread^2 / max(1, pixels / pixels per look) + looks^2 + season^2
 *
 * @param years seasons, ascending, the one the plan was made in first
 * @returns an observation in which nothing but zone values and gaps is told
 */
export function seenSeasons(
  units: readonly SeenUnit[],
  years: readonly number[],
  isDrought: (year: number) => boolean,
  filter: ControlSettings['filter'],
): ObservationResult {
  const first = years[0]!;
  const all = [...Array.from({ length: YEARS_BEFORE }, (_, i) => first - YEARS_BEFORE + i), ...years];
  const reference = (year: number): number =>
    year > first && isDrought(year) ? DRY_REFERENCE : REFERENCE + (year % 2 === 0 ? WOBBLE : -WOBBLE);
  const seen = units.map(({ unit, look, seasons }) => {
    const { spread, pixels } = look;
    const sd = Math.sqrt(
      spread ** 2 / Math.max(1, pixels / filter.pixelsPerLook) +
        filter.looksNoise ** 2 +
        filter.seasonNoise ** 2,
    );
    return {
      unit,
      years: seasons.map(({ year, closeness, deviate }) =>
        zoneYear(
          year,
          Math.max(0, closeness + sd * deviate) * reference(year),
          spread * reference(year),
          pixels,
        ),
      ),
    };
  });
  return {
    years: all,
    yearSummaries: [],
    areaRule: { counts: 'pixel-centre', means: 'covered-share' },
    fit: {
      mode: 'pooled',
      kind: 'rsei',
      comparableWithRsei: true,
      components: [],
      loadings: {},
      share: 1,
      gate: 'off',
      scaling: {},
      range: { lo: 0, hi: 1 },
      sensitivity: null,
      perYear: [],
    },
    rsei: {
      boundary: [],
      units: Object.fromEntries(seen.map(({ unit, years: of }) => [unit, of])),
      references: {
        reference: all.map((year) => zoneYear(year, reference(year), 0, PIXELS_OF_REFERENCE)),
      },
    },
    components: {},
    layers: [],
    trajectories: {
      boundary: trajectory([]),
      units: Object.fromEntries(
        seen.map(({ unit, years: of }) => [
          unit,
          trajectory(of.map(({ year, median }) => ({ year, gap: median - reference(year) }))),
        ]),
      ),
      references: {},
    },
    unitFacts: Object.fromEntries(
      units.map(({ unit, areaHa }) => [
        unit,
        { name: null, damage: null, areaHa, yearDamaged: null, yearReclaimed: null },
      ]),
    ),
    notes: [],
  };
}

function zoneYear(year: number, median: number, sd: number, pixels: number): KnownYear {
  const half = (QUARTILES * sd) / 2;
  return {
    year,
    mean: median,
    median,
    p25: median - half,
    p75: median + half,
    validShare: 1,
    pixelCount: pixels,
    validCount: pixels,
  };
}

function trajectory(gaps: readonly { readonly year: number; readonly gap: number }[]): UnitTrajectory {
  return {
    index: 'rsei',
    status: 'unknown',
    reason: unknown('no-observation'),
    vertices: [],
    disturbances: [],
    recoveries: [],
    trends: {},
    gapToReference: { rsei: gaps.map(({ year, gap }) => ({ year, gap, low: gap, high: gap })) },
    recovery: unknown('no-observation'),
    disturbedShare: [],
  };
}
