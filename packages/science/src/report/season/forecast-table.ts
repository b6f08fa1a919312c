import type { Unknown } from '../../base/index.ts';
import type { FanYear, SeasonResult } from '../../control/index.ts';
import { type UnitRow, unitRow } from './unit-rows.ts';

/** The forecast of one unit from the last season. */
export interface UnitForecast {
  readonly unit: string;
  readonly name: string | null;
  readonly state: UnitRow['state'];
  readonly held: UnitRow['held'];
  readonly promised: readonly { readonly year: number; readonly closeness: number }[];
  readonly fan: readonly FanYear[];
  readonly acceptanceYear: number | null;
  readonly reach: number | Unknown;
}

/** Forecasts as of a season: printed by `forecast --json`. */
export interface SeasonForecast {
  readonly season: number;
  readonly target: number;
  readonly units: readonly UnitForecast[];
}

/** What is expected of each unit, or of one. */
export function seasonForecast(season: SeasonResult, unit?: string): SeasonForecast {
  return {
    season: season.year,
    target: season.target,
    units: season.units
      .filter((one) => unit === undefined || one.unit === unit)
      .map((one) => {
        const { name, state, held, acceptanceYear, reach } = unitRow(one, season.year);
        return {
          unit: one.unit,
          name,
          state,
          held,
          promised: one.promised.filter(({ year }) => year > season.year),
          fan: one.fan,
          acceptanceYear,
          reach,
        };
      }),
  };
}
