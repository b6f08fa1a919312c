import type { FilterYear, SeasonResult, UnitSeason, WheelSlice } from '../../control/index.ts';

/** What a report keeps of an earlier season: enough for the course of each unit and for what became of the wheels. */
export interface SeasonTrace {
  readonly year: number;
  readonly wheel: readonly WheelSlice[];
  readonly social: readonly WheelSlice[];
  /** The season of each unit as its filter told it then; absent where nothing was told. */
  readonly told: ReadonlyMap<string, FilterYear>;
  /** Closeness that the promise in force then told for this season, by unit. */
  readonly promised: ReadonlyMap<string, number>;
  /** Of the first season alone: the courses as they were adopted, by unit. */
  readonly adopted: ReadonlyMap<string, UnitSeason['promised']>;
}

/** The trace of a season. */
export function seasonTrace({ year, first, wheel, social, units }: SeasonResult): SeasonTrace {
  return {
    year,
    wheel,
    social,
    told: new Map(
      units.flatMap(({ unit, filter }) => {
        const last = filter.at(-1);
        return last?.year === year ? [[unit, last] as const] : [];
      }),
    ),
    promised: new Map(
      units.flatMap(({ unit, promised }) => {
        const now = promised.find((one) => one.year === year);
        return now === undefined ? [] : [[unit, now.closeness] as const];
      }),
    ),
    adopted: new Map(year === first ? units.map(({ unit, promised }) => [unit, promised] as const) : []),
  };
}
