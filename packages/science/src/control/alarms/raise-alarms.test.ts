import { describe, expect, test } from 'vitest';
import { catalogue, say } from '../../base/index.ts';
import { controlSettingsSchema } from '../settings.ts';
import { CORRECTIVE_ACTIONS, correctiveActions } from './corrective-actions.ts';
import { MADE_SD, made, madeFilter } from './made-filter.fixture.ts';
import { type AlarmInput, type AlarmUnit, raiseAlarms } from './raise-alarms.ts';
import { ALARM_KINDS } from './types.ts';

const settings = controlSettingsSchema.parse({});
const usual = { year: 2028, departure: 0.2, kind: 'usual' } as const;
const failing = madeFilter([0, 0, -4 * MADE_SD]);
const quiet = madeFilter([0, 0, 0]);
const unit = (id: string, site: string, exposure: number, own: Partial<AlarmUnit> = {}): AlarmUnit => ({
  promise: { ...made, unit: id },
  site,
  exposure,
  ...own,
});
const input = (units: readonly AlarmUnit[], own: Partial<AlarmInput> = {}): AlarmInput => ({
  ...settings,
  year: 2028,
  units,
  filterOf: () => failing,
  disturbances: [],
  weather: usual,
  ...own,
});

describe('alarms of a season', () => {
  test('rank is severity times exposure times confidence, sites follow their highest, five are shown', () => {
    const alarms = raiseAlarms(
      input([
        unit('a', 'north', 0.2),
        unit('b', 'south', 0.9),
        unit('c', 'north', 0.8),
        ...['d', 'e', 'f', 'g'].map((id) => unit(id, 'west', 0.1)),
      ]),
    );
    expect(alarms.map((one) => one.unit)).toEqual(['b', 'c', 'a', 'd', 'e', 'f', 'g']);
    for (const { rank, severity, exposure, confidence } of alarms)
      expect(rank).toBeCloseTo(severity * exposure * confidence, 12);
    expect(alarms.filter(({ shown }) => shown).map((one) => one.unit)).toEqual(['b', 'c', 'a', 'd', 'e']);
    expect(alarms[0]).toMatchObject({ id: '2028:b:sudden-loss', site: 'south', year: 2028 });
  });

  test('the order of units changes nothing', () => {
    const units = [unit('a', 'north', 0.2), unit('b', 'south', 0.2), unit('c', 'north', 0.2)];
    expect(raiseAlarms(input([...units].reverse()))).toEqual(raiseAlarms(input(units)));
  });

  test('one alarm per unit and season: a clearing names it, the loss stays as evidence', () => {
    const [one, ...rest] = raiseAlarms(
      input([unit('a', 'north', 0.5)], {
        disturbances: [{ unit: 'a', place: [116, 40], areaHa: 2, year: 2028 }],
      }),
    );
    expect(rest).toEqual([]);
    expect(one!.kind).toBe('new-disturbance');
    expect(one!.evidence.map(({ key }) => key)).toEqual([
      'alarm-evidence.disturbed',
      'alarm-evidence.season',
      'alarm-evidence.weather-usual',
    ]);
  });

  test('a clearing outside all units has a place and no unit; small ones and those of other years are left out', () => {
    const place = [116.123456, 40.5] as const;
    const alarms = raiseAlarms(
      input([unit('a', 'north', 0.5)], {
        filterOf: () => quiet,
        disturbances: [
          { unit: null, place, areaHa: 5, year: 2028, site: 'east', exposure: 1 },
          { unit: null, place, areaHa: 0.1, year: 2028 },
          { unit: null, place, areaHa: 9, year: 2027 },
        ],
      }),
    );
    expect(alarms).toHaveLength(1);
    expect(alarms[0]).toMatchObject({
      id: '2028:116.12346,40.50000:new-disturbance',
      unit: null,
      place,
      severity: 0.5,
      confidence: 0.95,
      site: 'east',
    });
  });

  test('120 of 400 alive where 0.8 were promised is poor, 290 is not, and of a dozen plants nothing is said', () => {
    const told = (count: AlarmUnit['count']): readonly string[] =>
      raiseAlarms(
        input([unit('a', 'north', 0.5, count === undefined ? {} : { count })], { filterOf: () => quiet }),
      ).map(({ kind }) => kind);
    expect(told({ alive: 120, dead: 280, year: 2028 })).toEqual(['poor-survival']);
    expect(told({ alive: 120, dead: 280, year: 2027 })).toEqual([]);
    expect(told({ alive: 290, dead: 110, year: 2028 })).toEqual([]);
    expect(told({ alive: 3, dead: 3, year: 2028 })).toEqual([]);
  });

  test('a dry season lowers the confidence and puts water second', () => {
    const of = (weather: AlarmInput['weather']) =>
      raiseAlarms(input([unit('a', 'north', 0.5)], { weather }))[0]!;
    expect(of({ year: 2028, departure: -2, kind: 'dry' }).confidence).toBeCloseTo(
      0.8 * of(usual).confidence,
      12,
    );
    expect(of({ year: 2028, departure: -2, kind: 'dry' }).corrective.slice(0, 2)).toEqual([
      'field-check',
      'irrigate',
    ]);
  });

  test('a unit whose filter does not reach the season is left alone', () => {
    expect(raiseAlarms(input([unit('a', 'north', 0.5)], { year: 2029 }))).toEqual([]);
  });

  test('an exposure outside 0..1 is refused', () => {
    expect(() => raiseAlarms(input([unit('a', 'north', 1.5)]))).toThrow(
      expect.objectContaining({ code: 'E-CTL-201' }),
    );
  });
});

describe('words of alarms', () => {
  const own = Object.entries(
    catalogue as Record<string, { readonly en: string; readonly zh: string }>,
  ).filter(([key]) => /^(alarm|alarm-evidence|corrective)\./.test(key));

  test('every kind has a title and one sentence, every corrective action its words', () => {
    for (const kind of ALARM_KINDS)
      for (const key of [`alarm.${kind}`, `alarm.${kind}.why`]) expect(key in catalogue).toBe(true);
    for (const action of CORRECTIVE_ACTIONS) expect(`corrective.${action}` in catalogue).toBe(true);
    for (const kind of ALARM_KINDS)
      for (const action of correctiveActions(kind, usual)) expect(CORRECTIVE_ACTIONS).toContain(action);
  });

  test('none calls a departure an event or a violation, in either language', () => {
    expect(own.length).toBeGreaterThan(30);
    for (const [, { en, zh }] of own) {
      expect(en).not.toMatch(/\b(event|violat|illegal|offen[cs]e|breach|crime)/i);
      expect(zh).not.toMatch(/事件|违规|违法|违章|违反|非法/);
    }
  });

  test('every sentence of a raised alarm is filled: no placeholder is left over', () => {
    const low = madeFilter([0, 0, 0, 0], { level: [0.85, 0.3, 0.3, 0.3] });
    const alarms = [
      ...raiseAlarms(
        input([unit('a', 'north', 0.5)], {
          disturbances: [{ unit: null, place: [1, 2], areaHa: 3, year: 2028 }],
        }),
      ),
      ...raiseAlarms(
        input([unit('a', 'north', 0.5, { count: { alive: 10, dead: 300, year: 2029 } })], {
          year: 2029,
          filterOf: () => low,
        }),
      ),
      ...raiseAlarms(
        input([unit('a', 'north', 0.5)], { filterOf: () => madeFilter([0, -1.6 * MADE_SD, -1.6 * MADE_SD]) }),
      ),
    ];
    expect(alarms.length).toBeGreaterThan(3);
    for (const { kind, params, evidence } of alarms)
      for (const language of ['en', 'zh'] as const) {
        expect(say(language, `alarm.${kind}.why`, params)).not.toMatch(/[{}]/);
        for (const one of evidence) expect(say(language, one.key, one.params)).not.toMatch(/[{}]|^alarm-/);
      }
  });
});
