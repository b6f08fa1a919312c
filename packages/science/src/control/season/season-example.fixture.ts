import { unknown } from '../../base/index.ts';
import type { PlanResult, PlanUnit } from '../../plan/index.ts';
import { exampleUnit } from '../../plan/plan-example.fixture.ts';
import { appendEntries, type HashText, type LedgerDraft, NO_ENTRY } from '../actions/ledger.ts';
import type { LedgerEntry } from '../actions/types.ts';
import type { Alarm } from '../alarms/types.ts';
import type { FilterYear, Sighting } from '../forecast/types.ts';
import { adoptedUnits, type ProgrammeRecord } from './programme-record.ts';
import type { SeasonResult, UnitSeason, WheelSlice } from './season-record.ts';

/**
 * A season made by hand: the first of every four units lost again what it had, the second is on course, the third waits for its
 * works, the fourth was not seen. Standard deviations are 0.02, so that bands of 80 % reach 0.0256 to either side.
 */

const FIRST = 2026;
const SD = 0.02;

export interface ExampleSeasonOptions {
  readonly year?: number;
  readonly units?: readonly string[];
  readonly names?: Readonly<Record<string, string>>;
  /** The plan after the season; null for one that has nothing left to plan. */
  readonly plan?: PlanResult | null;
}

const ROLES = ['relapsed', 'on-course', 'waiting', 'not-seen'] as const;

const filterYear = (year: number, expected: number, mean: number): FilterYear => ({
  year,
  expected,
  expectedSd: 0.03,
  seen: mean,
  innovation: Number(((mean - expected) / 0.03).toFixed(6)),
  common: 0.01,
  state: { year, mean: [mean, 0, Math.log(0.2)], covariance: [SD * SD, 0, 0, 0.04, 0, 0.01] },
});

/** A unit in one of the four roles; closeness as promised rises by 0.05 a year from 0.3 in 2025. */
export function exampleUnitSeason(id: string, role: number, year: number, name: string | null): UnitSeason {
  const state = ROLES[role % 4]!;
  const waits = state === 'waiting';
  const promisedIn = (at: number): number => Number((0.3 + 0.05 * (at - FIRST + 1)).toFixed(6));
  const seenIn = (at: number): number => (state === 'relapsed' && at === year ? 0.2 : promisedIn(at));
  const years = Array.from({ length: year - FIRST + 2 }, (_, i) => FIRST - 1 + i);
  const sightings = years.map(
    (at): Sighting =>
      state === 'not-seen'
        ? { year: at, closeness: null, unknown: unknown('no-observation') }
        : { year: at, closeness: seenIn(at), variance: SD * SD, pixels: 100 + role, validShare: 0.9 },
  );
  const acceptanceYear = waits ? null : year + 3;
  return {
    unit: id,
    name,
    areaHa: 10 * (role + 1),
    state,
    promise: {
      unit: id,
      areaHa: 10 * (role + 1),
      zone: 'semi-arid/waste-dump',
      package: waits ? null : 'grassland/seed',
      measure: waits ? null : 'seed',
      startYear: waits ? null : FIRST,
      readyAt: waits ? null : FIRST - 0.1,
      from: FIRST - 1,
      now: 0.3,
      before: { asymptote: 0.4, rate: 0.05 },
      after: waits ? null : { asymptote: 0.8, rate: 0.2 },
      survival: 0.8,
      spread: { rate: 0.2, asymptote: 0.15 },
      acceptanceYear,
    },
    promised: Array.from({ length: (acceptanceYear ?? year) - FIRST + 2 }, (_, i) => ({
      year: FIRST - 1 + i,
      closeness: promisedIn(FIRST - 1 + i),
    })),
    sightings,
    filter:
      state === 'not-seen' ? [] : years.slice(1).map((at) => filterYear(at, promisedIn(at), seenIn(at))),
    fan:
      state === 'not-seen'
        ? []
        : [1, 2, 3].map((n) => {
            const p50 = seenIn(year) + 0.03 * n;
            return {
              year: year + n,
              p10: p50 - 0.02 * n,
              p25: p50 - 0.01 * n,
              p50,
              p75: p50 + 0.01 * n,
              p90: p50 + 0.02 * n,
            };
          }),
    reach: waits || state === 'not-seen' ? unknown('no-works-yet') : state === 'relapsed' ? 0.05 : 0.4,
    alarms: state === 'relapsed' ? [exampleAlarm(id, year).id] : [],
  };
}

/** A relapse on a unit; `rank` = 0.5 x 0.8 x 0.75 = 0.3. */
export function exampleAlarm(unit: string, year: number, shown = true): Alarm {
  return {
    id: `${year}:${unit}:relapse`,
    year,
    kind: 'relapse',
    unit,
    site: '下沟村',
    severity: 0.5,
    exposure: 0.8,
    confidence: 0.75,
    rank: 0.3,
    params: { year, peakYear: year - 1, peak: 40, now: 20 },
    evidence: [
      { key: 'alarm-evidence.peak', params: { year, peakYear: year - 1, peak: 40, now: 20 } },
      { key: 'alarm-evidence.weather-dry', params: { year, times: 1.4 } },
    ],
    areaHa: 10,
    corrective: ['field-check', 'replant'],
    shown,
  };
}

/** A clearing outside all units. */
export function examplePlaceAlarm(year: number): Alarm {
  return {
    ...exampleAlarm('place', year),
    id: `${year}:110.12345,39.54321:new-disturbance`,
    kind: 'new-disturbance',
    unit: null,
    place: [110.12345, 39.54321],
    rank: 0.1,
    params: { year, areaHa: 2.5 },
    evidence: [{ key: 'alarm-evidence.disturbed', params: { year, areaHa: 2.5 } }],
    areaHa: 2.5,
  };
}

const slice = (
  id: string,
  attribute: string,
  stars: number | null,
  by: WheelSlice['by'],
  evidence: WheelSlice['evidence'] = [],
): WheelSlice => ({ id, attribute, stars, by, evidence, count: evidence.length });

/** The season whole. */
export function exampleSeason({
  year = 2028,
  units: ids = ['A', 'B', 'C', 'D'],
  names = {},
  plan = null,
}: ExampleSeasonOptions = {}): SeasonResult {
  const units = ids.map((id, i) => exampleUnitSeason(id, i % 4, year, names[id] ?? null));
  const lost = units.filter(({ state }) => state === 'relapsed');
  const alarms = [...lost.map(({ unit }, i) => exampleAlarm(unit, year, i < 5)), examplePlaceAlarm(year)];
  return {
    year,
    first: FIRST,
    currency: 'CNY',
    index: 'rsei',
    target: 0.8,
    weather: { year, departure: -1.4, kind: 'dry' },
    units,
    alarms,
    learned: [
      {
        zone: 'semi-arid/waste-dump',
        measure: 'seed',
        units: 2,
        seasons: 6,
        rate: { factor: 1.2, sdLog: 0.1 },
        asymptote: { factor: 0.95, sdLog: 0.1 },
        survival: { factor: 0.9, alive: 72, dead: 28 },
      },
    ],
    checks: { seasons: 100, coverage80: 0.82, mean: 0.05, variance: 1.1, lag1: 0.3, whitenessP: 0.01 },
    replan:
      plan === null
        ? null
        : {
            status: 'optimal',
            plan,
            changes: [
              {
                unit: ids[1] ?? ids[0]!,
                before: { package: 'grassland/seed', year: year + 1 },
                after: { package: 'forest/plant', year: year + 2 },
                reason: 'money',
                params: { cost: 120_000 },
                gain: 0.0123,
              },
            ],
            repairs: [
              {
                unit: ids[0]!,
                action: 'replant',
                year: year + 1,
                cost: 120_000,
                probability: 0.9,
                alarm: exampleAlarm(ids[0]!, year).id,
              },
            ],
            kept: 3,
            movable: 4,
          },
    money: { bound: 1_500_000, left: 500_000 },
    wheel: [
      slice('contamination', 'absence-of-threats', 4, 'field', [
        { key: 'wheel-evidence.soil-limits', params: { units: 3, all: 4, clean: 2, screening: 1, above: 0 } },
      ]),
      slice('substrate-physical', 'physical-conditions', 0, 'satellite', [
        { key: 'wheel-evidence.landform', params: { percent: 5, units: 4 } },
      ]),
      slice('desirable-plants', 'species-composition', null, 'none'),
    ],
    social: [
      slice('work', 'benefits', 3, 'record', [
        { key: 'social-evidence.work', params: { value: 5, planned: 10 } },
      ]),
      slice('voice', 'engagement', null, 'none'),
    ],
    scorecard: [
      {
        dimension: 'ecological',
        id: 'closeness',
        value: 0.4,
        planned: 0.45,
        unit: '1',
        evidence: [{ key: 'score-evidence.closeness', params: { units: 3, year } }],
      },
      {
        dimension: 'economic',
        id: 'spent',
        value: 1_200_000,
        planned: 1_000_000,
        unit: 'CNY',
        evidence: [{ key: 'score-evidence.spent', params: { year } }],
      },
      {
        dimension: 'economic',
        id: 'paid',
        value: unknown('no-field-costs'),
        planned: unknown('not-planned'),
        unit: 'CNY',
        evidence: [{ key: 'score-evidence.paid', params: { notes: 0 } }],
      },
      {
        dimension: 'social',
        id: 'labour',
        value: 9.5,
        planned: 10,
        unit: 'person-years',
        evidence: [{ key: 'score-evidence.labour', params: { units: 2 } }],
      },
      {
        dimension: 'social',
        id: 'farmland',
        value: 0,
        planned: 0,
        unit: 'ha',
        evidence: [{ key: 'score-evidence.farmland', params: {} }],
      },
    ],
    principles: [
      {
        id: 'harmony',
        state: 'partly',
        evidence: [{ key: 'principle-evidence.harmony', params: { natural: 1, units: 4 } }],
      },
      {
        id: 'green',
        state: 'supported',
        evidence: [{ key: 'principle-evidence.green', params: { carbon: 151_720 } }],
      },
      {
        id: 'people',
        state: 'not-shown',
        evidence: [{ key: 'principle-evidence.people', params: { alerts: 0 } }],
      },
    ],
    falseAlarmRate: 0.25,
    notes: plan === null ? [{ key: 'season-note.nothing-left', params: {} }] : [],
    madeFrom: {
      observation: 'a1'.repeat(32),
      plan: 'b2'.repeat(32),
      settings: '{"control":{"target":0.8}}',
      fieldNotes: null,
      ledger: { entries: 0, head: NO_ENTRY },
    },
  };
}

/** What was adopted, with facts of each unit that say no more than the plan needs. */
export function exampleProgramme(plan: PlanResult, seasons: readonly number[] = [FIRST]): ProgrammeRecord {
  return {
    observedTo: FIRST - 1,
    settings: { start: FIRST } as unknown as ProgrammeRecord['settings'],
    libraryHash: plan.libraryHash,
    units: plan.units.map(({ id, name, areaHa }): PlanUnit => exampleUnit(id, {}, { name, areaHa })),
    plan: { ...plan, front: null },
    adopted: adoptedUnits(plan),
    promises: plan.units.map(({ id }, i) => exampleUnitSeason(id, i % 4, FIRST, null).promise),
    repairs: plan.units.slice(0, 1).map(({ id }) => ({ unit: id, year: FIRST + 1, cost: 40_000 })),
    seasons,
  };
}

const AT = '2028-10-01T08:00:00.000Z';

/**
 * The history of the season 2028 of `exampleSeason`: adopted, a relapse and a clearing raised, the season closed, and then what people did about it
 * until it waits for its re-check.
 */
export function exampleLedger(hash: HashText, unit = 'A', year = 2028): readonly LedgerEntry[] {
  const alert = exampleAlarm(unit, year).id;
  const line = (
    by: string,
    kind: LedgerDraft['kind'],
    of: string | null,
    detail: LedgerDraft['detail'],
  ): LedgerDraft => ({ at: AT, by, kind, alert: of, detail });
  return appendEntries(
    { entries: 0, hash: NO_ENTRY },
    null,
    [
      line('aftermine', 'adopted', null, { start: FIRST, units: 3 }),
      line('aftermine', 'raised', alert, { season: year, kind: 'relapse', unit, rank: 0.3 }),
      line('aftermine', 'raised', examplePlaceAlarm(year).id, {
        season: year,
        kind: 'new-disturbance',
        unit: null,
        rank: 0.1,
      }),
      line('aftermine', 'season-closed', null, { season: year, alarms: 2 }),
      line('li', 'acknowledged', alert, { owner: 'zhao', due: '2029-06-30' }),
      line('li', 'action-added', alert, {
        action: 'replant',
        owner: 'zhao',
        due: '2029-06-30',
        cost: 120_000,
      }),
      line('zhao', 'evidence-added', alert, {
        evidence: {
          path: 'evidence/0123456789ab-photo.jpg',
          sha256: '01'.repeat(32),
          kind: 'photo',
          takenAt: '2029-05-20T09:30:00',
          place: [110.1, 39.5],
          distanceM: 12,
          note: '新苗成活',
        },
      }),
      line('zhao', 'rectified', alert, { from: 2030 }),
    ],
    hash,
  );
}
