import { describe, expect, test } from 'vitest';
import { policySettingsSchema } from '../../control/index.ts';
import { exampleSeason } from '../../control/season/season-example.fixture.ts';
import { seasonForecast } from './forecast-table.ts';
import { chanceText, scorecardTable } from './scorecard-table.ts';
import { seasonHeadline } from './season-headline.ts';
import { changeReasonText, commitmentText, packageText, toldText, zoneText } from './season-words.ts';
import { meanReach, sheetUnits, stateTally, unitRow } from './unit-rows.ts';
import { upkeepUnits } from './upkeep-units.ts';

const season = exampleSeason();
const money = (amount: number): string => `CNY ${amount}`;
const names = {
  measures: { seed: { en: 'Seeding', zh: '播种' } },
  endUses: { grassland: { en: 'Grassland', zh: '草地' } },
};

describe('units in rows', () => {
  test('a row holds what was seen, what the filter holds, what was promised and their difference', () => {
    const row = unitRow(season.units[0]!, 2028);
    expect(row).toMatchObject({ seen: 0.2, pixels: 100, promised: 0.45, promisedThen: 0.6, alarms: 1 });
    expect(row.departure).toBeCloseTo(-0.25, 9);
    expect(row.held!.low).toBeCloseTo(0.2 - 1.28155 * 0.02, 5);
    expect(unitRow(season.units[3]!, 2028)).toMatchObject({ seen: null, held: null, departure: null });
  });

  test('states are tallied with their land, what needs somebody first', () => {
    expect(stateTally(season.units)).toEqual([
      { state: 'relapsed', units: 1, areaHa: 10 },
      { state: 'not-seen', units: 1, areaHa: 40 },
      { state: 'waiting', units: 1, areaHa: 30 },
      { state: 'on-course', units: 1, areaHa: 20 },
    ]);
  });

  test('sheets go to units with alarms, then to changed ones, then to begun works, then to the largest', () => {
    const ids = ['A', 'B', 'C', 'D'];
    const replan = { changes: [{ unit: 'C' }], repairs: [] } as never;
    const of = (limit: number) => [...sheetUnits({ ...season, replan }, limit)];
    expect(of(9)).toEqual(ids);
    expect(of(1)).toEqual(['A']);
    expect(of(2)).toEqual(['A', 'C']);
    // D has begun and is larger than B.
    expect(of(3)).toEqual(['A', 'C', 'D']);
  });

  test('the chance of the goal is weighed by land, over units that have one', () => {
    expect(meanReach(season.units)).toBeCloseTo((0.05 * 10 + 0.4 * 20) / 30, 9);
    expect(meanReach([])).toBeNull();
  });
});

describe('the scorecard in words', () => {
  const rows = scorecardTable(season, 'en', money);
  const of = (id: string) => rows.find((row) => row.id === id)!;

  test('less than nine tenths of the plan is below, of costs more than eleven tenths is above', () => {
    expect(of('closeness')).toMatchObject({ value: '40 %', planned: '45 %', standing: 'below' });
    expect(of('labour')).toMatchObject({ value: '9.5 person-years', standing: 'kept' });
    expect(of('spent')).toMatchObject({ value: 'CNY 1200000', standing: 'above', ratio: 1.2 });
  });

  test('what nobody reported and what nobody planned is open, with its reason', () => {
    expect(of('paid')).toMatchObject({
      value: 'nobody reported money paid',
      planned: 'the plan states no figure',
      standing: 'open',
    });
    expect(of('farmland')).toMatchObject({ value: '0 ha', ratio: null, standing: 'open' });
  });

  test('a chance is never rounded to nothing or to certainty', () => {
    expect([0, 1e-9, 0.0123, 0.5, 0.99999, 1].map((share) => chanceText('en', share))).toEqual([
      '0 %',
      '< 0.1 %',
      '1.2 %',
      '50 %',
      '> 99.9 %',
      '100 %',
    ]);
  });
});

describe('the season in sentences', () => {
  test('the headline counts what is judged, what was lost, what waits and what is new', () => {
    const { tone, sentences } = seasonHeadline(season, 'en', money);
    expect(tone).toBe('bad');
    expect(sentences.join(' ')).toBe(
      'In 2028 (a poor season for plants: the reference areas say so too) 1 of 2 units judged stand as promised or better. One was lost again. One waits for its works. One was not seen. 2 new alerts.',
    );
    expect(seasonHeadline({ ...season, units: [], alarms: [] }, 'zh', money).tone).toBe('good');
  });

  test('packages, zones and reasons are told in the words of the library; unknown ids stand for themselves', () => {
    expect(packageText(names, 'grassland/seed+drain', 'en')).toBe('Grassland: Seeding + drain');
    expect(packageText(names, null, 'zh')).toBe('不治理');
    expect(commitmentText(names, { package: 'grassland', year: 2030 }, 'en')).toBe('Grassland, 2030');
    expect(zoneText('semi-arid/pit', 'zh')).toBe('半干旱、露天采坑');
    expect(zoneText('humid/other', 'en')).toBe('humid, other');
    expect(changeReasonText({ reason: 'learned', params: { measure: 'seed' } }, names, 'en', money)).toBe(
      'what Seeding brings here is known better now',
    );
    expect(changeReasonText({ reason: 'money', params: { cost: 5 } }, names, 'en', money)).toContain('CNY 5');
  });

  test('large numbers are grouped, years are not', () => {
    expect(toldText('en', { key: 'principle-evidence.green', params: { carbon: 151_720 } })).toContain(
      '151,720 t',
    );
    expect(toldText('en', { key: 'score-evidence.closeness', params: { units: 3, year: 2028 } })).toBe(
      '3 units seen in 2028',
    );
  });
});

describe('what goes on to others', () => {
  test('a forecast tells what comes after the season, of all units or of one', () => {
    const forecast = seasonForecast(season, 'B');
    expect(forecast).toMatchObject({ season: 2028, target: 0.8 });
    expect(forecast.units).toHaveLength(1);
    expect(forecast.units[0]!.promised.map(({ year }) => year)).toEqual([2029, 2030, 2031]);
    expect(forecast.units[0]!.fan[0]!.p50).toBeCloseTo(0.48, 9);
    expect(seasonForecast(season).units).toHaveLength(4);
    expect(seasonForecast(season, 'none').units).toEqual([]);
  });

  test('upkeep takes units whose works stand and that were seen: rate, its spread, reach and survival', () => {
    const { bands } = policySettingsSchema.parse({}).upkeep;
    const units = upkeepUnits(season, 'saturating', bands);
    expect(units.map(({ unit, state }) => [unit, state])).toEqual([
      ['B', 'established'],
      ['A', 'failed'],
    ]);
    expect(units[0]!.recovery).toMatchObject({
      rate: expect.closeTo(0.2, 12),
      lnRateSd: expect.closeTo(0.1, 12),
      // Logit 0 is half of the ceiling 1.5.
      asymptote: 0.75,
      survival: 0.8,
    });
    expect(upkeepUnits(season, 'logistic', bands)).toEqual([]);
  });
});
