import { AftermineError } from '../../base/index.ts';
import { betaCdf } from '../../plan/index.ts';
import type { PlantCount } from '../forecast/curve-prior.ts';
import { ALIKE } from '../forecast/learned-curves.ts';
import type { FilterYear, UnitPromise } from '../forecast/types.ts';
import { correctiveActions } from './corrective-actions.ts';
import { type Departure, percent } from './departure.ts';
import { groupBySite } from './group-by-site.ts';
import type { Alarm, AlarmKind, SeasonWeather } from './types.ts';
import { type DepartureRules, unitDepartures } from './unit-departures.ts';

/** Land that changed abruptly outside all permitted areas. */
export interface Disturbance {
  /** Null outside all units. */
  readonly unit: string | null;
  /** WGS84. */
  readonly place: readonly [longitude: number, latitude: number];
  readonly areaHa: number;
  readonly year: number;
  /** For a place that is no unit; a unit has its own. */
  readonly site?: string;
  readonly exposure?: number;
}

/** A unit as alarms see it. */
export interface AlarmUnit {
  readonly promise: UnitPromise;
  /** Village or group. */
  readonly site: string;
  /** What is at stake there, 0..1. */
  readonly exposure: number;
  /** Plants counted; a count without a year is taken to be of the season after the works. */
  readonly count?: PlantCount & { readonly year?: number };
  /** Season up to which alarms of the unit were acted on: what came before counts no more. */
  readonly resetYear?: number | null;
}

/** What alarms of a season are raised from. */
export interface AlarmInput extends DepartureRules {
  readonly year: number;
  readonly units: readonly AlarmUnit[];
  /** Filtered seasons of a unit up to the year. */
  readonly filterOf: (unit: string) => readonly FilterYear[];
  /** Outside permitted areas. */
  readonly disturbances: readonly Disturbance[];
  readonly weather: SeasonWeather;
}

/** From the most particular: of several departures of a unit in one season the first gives its name to the alarm. */
const PARTICULAR: readonly AlarmKind[] = [
  'new-disturbance',
  'relapse',
  'sudden-loss',
  'poor-survival',
  'stall',
  'drifting-below',
  'behind-target',
];
/** Exposure of a place nobody described. Unverified default of control. */
const UNKNOWN_EXPOSURE = 0.5;
/** Area of a disturbance outside all units that counts as the most severe, ha. Unverified default of control. */
const SEVERE_HA = 10;
/** Confidence that is left where the season was dry: dry land is more easily mistaken. Unverified default of control. */
const DRY_CONFIDENCE = 0.8;
/** Share of the promised survival below which a count is poor, and probability that it must be so. */
const POOR_SHARE = 0.8;
const POOR_CERTAINTY = 0.9;

/**
 * Alarms of a season: every unit's departures, survival counts and new disturbances, one alarm per unit and season, ranked by
 *
 *     rank = severity x exposure x confidence
 *
 * gathered by site, the highest few shown and the rest folded. A departure is no event and no violation: it says that a unit
 * does not look as it was expected to, and what to look at first.
 *
 * @throws InvalidInput `E-CTL-201` for an exposure outside 0..1
 */
export function raiseAlarms(input: AlarmInput): readonly Alarm[] {
  const { year, weather, alarms: settings } = input;
  const disturbed = new Map<string, Disturbance[]>();
  const places: Disturbance[] = [];
  for (const one of input.disturbances) {
    if (one.year !== year || one.areaHa < settings.minDisturbanceHa) continue;
    if (one.unit === null) places.push(one);
    else disturbed.set(one.unit, [...(disturbed.get(one.unit) ?? []), one]);
  }
  const alarms: Omit<Alarm, 'shown'>[] = [];
  for (const one of input.units) {
    const { unit, areaHa } = one.promise;
    const found = departuresOf(one, disturbed.get(unit) ?? [], input);
    if (found.length === 0) continue;
    const { site, exposure } = one;
    if (!(exposure >= 0 && exposure <= 1))
      throw new AftermineError('InvalidInput', 'E-CTL-201', { where: unit, got: exposure });
    alarms.push(weighed(found, { year, unit, site, exposure, areaHa, weather }));
  }
  for (const one of places)
    alarms.push(
      weighed([newDisturbance(one, SEVERE_HA, input)], {
        year,
        unit: null,
        site: one.site ?? '',
        exposure: one.exposure ?? UNKNOWN_EXPOSURE,
        areaHa: one.areaHa,
        weather,
        place: one.place,
      }),
    );
  return groupBySite(alarms, settings.perSeason);
}

function departuresOf(
  { promise, count, resetYear }: AlarmUnit,
  disturbed: readonly Disturbance[],
  input: AlarmInput,
): readonly Departure[] {
  const { year } = input;
  const years = input.filterOf(promise.unit);
  return [
    ...disturbed.map((one) => newDisturbance(one, promise.areaHa, input)),
    ...(count === undefined ? [] : poorSurvival(promise, count, year)),
    ...(years.at(-1)?.year === year ? unitDepartures(promise, years, resetYear ?? null, input) : []),
  ];
}

interface Weighing {
  readonly year: number;
  readonly unit: string | null;
  readonly site: string;
  readonly exposure: number;
  readonly areaHa: number;
  readonly weather: SeasonWeather;
  readonly place?: readonly [number, number];
}

function weighed(found: readonly Departure[], weighing: Weighing): Omit<Alarm, 'shown'> {
  const { year, unit, site, exposure, areaHa, weather, place } = weighing;
  const sorted = [...found].sort((a, b) => PARTICULAR.indexOf(a.kind) - PARTICULAR.indexOf(b.kind));
  const [first] = sorted;
  const severity = Math.max(...sorted.map((one) => one.severity));
  const dry = weather.kind === 'dry' ? DRY_CONFIDENCE : 1;
  const confidence = dry * Math.max(...sorted.map((one) => one.confidence));
  const where = unit ?? place!.map((degrees) => degrees.toFixed(5)).join(',');
  return {
    id: `${year}:${where}:${first!.kind}`,
    year,
    kind: first!.kind,
    unit,
    site,
    severity,
    exposure,
    confidence,
    rank: severity * exposure * confidence,
    params: first!.params,
    evidence: [...sorted.flatMap(({ evidence }) => evidence), ...weatherEvidence(weather)],
    ...(place === undefined ? {} : { place }),
    areaHa,
    corrective: correctiveActions(first!.kind, weather),
  };
}

function newDisturbance({ year, areaHa }: Disturbance, ofHa: number, { alarms }: DepartureRules): Departure {
  const params = { year, areaHa: Math.round(10 * areaHa) / 10 };
  return {
    kind: 'new-disturbance',
    severity: Math.min(1, areaHa / ofHa),
    confidence: 1 - 0.5 * Math.min(1, alarms.minDisturbanceHa / areaHa),
    params,
    evidence: [{ key: 'alarm-evidence.disturbed', params }],
  };
}

/**
 * A count far below the promise: P(s < 0.8 promised) > 0.9 under Beta(1 + alive, 1 + dead), where plants of one unit are alike and
 * count for 20 at most.
 */
function poorSurvival(
  promise: UnitPromise,
  count: PlantCount & { readonly year?: number },
  year: number,
): readonly Departure[] {
  if (promise.readyAt === null) return [];
  const all = count.alive + count.dead;
  if (all === 0 || (count.year ?? Math.floor(promise.readyAt) + 1) !== year) return [];
  const weight = 1 / (1 + ALIKE * (all - 1));
  const certain = betaCdf(POOR_SHARE * promise.survival, 1 + weight * count.alive, 1 + weight * count.dead);
  if (certain <= POOR_CERTAINTY) return [];
  const share = count.alive / all;
  const params = {
    year,
    alive: count.alive,
    all,
    percent: percent(share),
    promised: percent(promise.survival),
  };
  return [
    {
      kind: 'poor-survival',
      severity: Math.min(1, Math.max(0, 1 - share / promise.survival)),
      confidence: certain,
      params,
      evidence: [{ key: 'alarm-evidence.count', params }],
    },
  ];
}

function weatherEvidence({ year, kind, departure }: SeasonWeather): Alarm['evidence'] {
  if (departure === null) return [{ key: 'alarm-evidence.weather-unknown', params: { year } }];
  return [
    {
      key: `alarm-evidence.weather-${kind}`,
      params: { year, times: Math.round(10 * Math.abs(departure)) / 10 },
    },
  ];
}
