import { chance, seedOf } from '@aftermine/science/base';
import { SEASON_AT, type UnitPromise } from '@aftermine/science/control';

/** Seasons after the programme was adopted for which pictures are taken. */
export const SEASONS = { from: 2025, to: 2034 } as const;

/** What works of the programme make of a unit, as the land takes it. */
export interface DemoWorks {
  readonly unit: string;
  /** Decimal year in which the works stand. */
  readonly stands: number;
  /** Cover that the land looks like when the works come: soil and seed do not look barer than what they cover. */
  readonly start: number;
  /** Share of the ground that plants cover in the end, and rate per year. */
  readonly ceiling: number;
  readonly rate: number;
  /** Land under panels: gravel, frames and some grass. */
  readonly panels: boolean;
  /** Plants die back to `remaining` of their cover from `from` over a year, until somebody plants again. */
  readonly relapse: { readonly from: number; readonly remaining: number; readonly replanted: number } | null;
}

/** When the story plants a relapse, in years after the works stand, and what is left; when it is planted again. */
export const RELAPSE = { after: 5, remaining: 0.3, replantedAfter: 1.4 } as const;
/** Closeness of the index of this landscape to its reference by cover, about: 0.08 + 1.4 c. */
const BARE_CLOSENESS = 0.08;
const CLOSENESS_PER_COVER = 1.4;
/** How the truth may differ from the promise, as factors. */
const TRUTH = { rate: [1, 1.8], ceiling: [0.95, 1.1] } as const;

/**
 * What really becomes of the works of a programme: the promise times factors that the seed draws, and a relapse on one unit.
 *
 * @param relapsing unit on which plants die back; null for none
 */
export function worksOf(
  promises: readonly UnitPromise[],
  seed: number,
  relapsing: string | null,
): readonly DemoWorks[] {
  return promises.flatMap(
    ({ unit, readyAt, now, before, after, survival, measure, package: of }): DemoWorks[] => {
      if (readyAt === null || after === null || of === null) return [];
      const draw = chance(seedOf(seed, `works ${unit}`));
      const between = ([low, high]: readonly [number, number]): number => low + (high - low) * draw.uniform();
      const [rate, ceiling] = [between(TRUTH.rate), between(TRUTH.ceiling)];
      const reached = survival * after.asymptote + (1 - survival) * before.asymptote;
      return [
        {
          unit,
          stands: readyAt + SEASON_AT,
          start: coverOf(now),
          ceiling: Math.min(0.9, coverOf(reached) * ceiling),
          rate: after.rate * rate,
          panels: measure === null,
          relapse:
            unit === relapsing
              ? {
                  from: Math.floor(readyAt) + RELAPSE.after,
                  remaining: RELAPSE.remaining,
                  replanted: Math.floor(readyAt) + RELAPSE.after + RELAPSE.replantedAfter,
                }
              : null,
        },
      ];
    },
  );
}

function coverOf(closeness: number): number {
  return Math.max(0, (closeness - BARE_CLOSENESS) / CLOSENESS_PER_COVER);
}

/** The unit that the story lets relapse: the largest whose plants stand early enough to be lost, replanted and seen to recover. */
export function relapsingUnit(promises: readonly UnitPromise[]): string | null {
  const early = promises.filter(
    ({ readyAt, measure, before, after }) =>
      readyAt !== null &&
      measure !== null &&
      after !== null &&
      after.asymptote > before.asymptote + 0.1 &&
      Math.floor(readyAt) + RELAPSE.after + 4 <= SEASONS.to,
  );
  early.sort((a, b) => b.areaHa - a.areaHa);
  return early[0]?.unit ?? null;
}

/**
 * Share of the ground under plants on land with works, in the middle of a season with usual rain.
 *
 * @param before cover when the works came
 */
export function worksCover(
  { stands, ceiling, rate, relapse }: DemoWorks,
  before: number,
  time: number,
): number {
  const grown = (from: number, since: number): number =>
    ceiling - (ceiling - from) * Math.exp(-rate * Math.max(0, time - since));
  if (relapse === null || time < relapse.from) return grown(before, stands);
  const atRelapse = ceiling - (ceiling - before) * Math.exp(-rate * (relapse.from - stands));
  const lost = Math.min(1, time - relapse.from);
  const left = atRelapse * (1 - lost * (1 - relapse.remaining));
  return time < relapse.replanted ? left : grown(left, relapse.replanted);
}
