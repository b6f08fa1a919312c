import { isUnknown, type Unknown } from '../../base/index.ts';
import type { Alarm } from '../alarms/types.ts';
import type { FanYear, FilterYear, Sighting, UnitPromise } from '../forecast/types.ts';
import { promisedCloseness } from '../replan/promises.ts';
import type { ControlSettings } from '../settings.ts';
import type { UnitSeason, UnitSeasonState } from './season-record.ts';

/** Standard deviations of closeness within which a unit is on course. */
const ON_COURSE = 1;

/** One unit after a season, as its sheet tells it. */
export function unitSeason(
  facts: { readonly id: string; readonly name: string | null; readonly areaHa: number },
  year: number,
  seen: {
    readonly promise: UnitPromise;
    readonly sightings: readonly Sighting[];
    readonly filter: readonly FilterYear[];
    readonly fan: readonly FanYear[];
    readonly reach: number | Unknown;
    readonly alarms: readonly Alarm[];
  },
  settings: ControlSettings,
): UnitSeason {
  const { promise, sightings, filter, fan, reach, alarms } = seen;
  const until = Math.max(year, promise.acceptanceYear ?? year);
  const promised = [];
  for (let at = promise.from; at <= until; at += 1)
    promised.push({ year: at, closeness: promisedCloseness(promise, at) });
  return {
    unit: facts.id,
    name: facts.name,
    areaHa: facts.areaHa,
    state: stateOf(promise, filter, alarms, year, settings),
    promise,
    promised,
    sightings,
    filter,
    fan,
    reach,
    alarms: alarms.map(({ id }) => id),
  };
}

/** Where a unit stands: what alarms say comes first, then whether it is recovered, then its place beside the promise. */
function stateOf(
  promise: UnitPromise,
  filter: readonly FilterYear[],
  alarms: readonly Alarm[],
  year: number,
  settings: ControlSettings,
): UnitSeasonState {
  const last = filter.at(-1);
  if (last === undefined || !filter.some(({ seen }) => seen !== null)) return 'not-seen';
  const kinds = new Set(alarms.map(({ kind }) => kind));
  if (kinds.has('relapse') || kinds.has('sudden-loss')) return 'relapsed';
  if (kinds.has('stall')) return 'stalled';
  const [closeness] = last.state.mean;
  if (closeness >= settings.target) return 'recovered';
  if (promise.package !== null && (promise.readyAt === null || promise.readyAt > year)) return 'waiting';
  const sd = Math.sqrt(last.state.covariance[0]) + settings.filter.seasonNoise;
  const ahead = (closeness - promisedCloseness(promise, year)) / sd;
  if (kinds.has('behind-target') || kinds.has('drifting-below') || ahead < -2 * ON_COURSE) return 'behind';
  return ahead > 2 * ON_COURSE ? 'ahead' : 'on-course';
}

/** Filtered closeness of a unit in its last season; null before anything was seen. */
export function closenessNow({ filter }: Pick<UnitSeason, 'filter'>): number | null {
  const last = filter.at(-1);
  return last === undefined || !filter.some(({ seen }) => seen !== null) ? null : last.state.mean[0];
}

/** Known probability, or null. */
export function known(value: number | Unknown): number | null {
  return isUnknown(value) ? null : value;
}
