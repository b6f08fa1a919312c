import { madePromise } from '../forecast/made-promise.fixture.ts';
import type { FilterYear, UnitPromise } from '../forecast/types.ts';
import { promisedCloseness } from '../replan/promises.ts';

/** Standard deviation that the made filter expects, and of its states. */
export const MADE_SD = 0.04;
const STATE_SD = 0.02;

/** A promise whose works stood at once. */
export const made: UnitPromise = madePromise({ readyAt: 2025, acceptanceYear: 2035 });

/**
 * Filtered seasons from 2026 on: closeness as promised plus a departure of each, in points of the reference, of which all was
 * believed; null was not seen.
 */
export function madeFilter(
  departures: readonly (number | null)[],
  own: { readonly common?: Readonly<Record<number, number>>; readonly level?: readonly number[] } = {},
): readonly FilterYear[] {
  let r = 0;
  return departures.map((departure, i): FilterYear => {
    const year = 2026 + i;
    const common = own.common?.[year] ?? 0;
    const expected = own.level?.[i] ?? promisedCloseness(made, year) + r;
    if (departure !== null) r += departure;
    return {
      year,
      expected,
      expectedSd: MADE_SD,
      seen: departure === null ? null : expected + common + departure,
      innovation: departure === null ? null : departure / MADE_SD,
      common,
      state: {
        year,
        mean: [expected + (departure ?? 0), 0.2, Math.log(0.1456)],
        covariance: [STATE_SD ** 2, 0, 0, 0.02, 0, 0.02],
      },
    };
  });
}
