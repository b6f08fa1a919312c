import { describe, expect, test } from 'vitest';
import { chance } from '../../base/index.ts';
import { controlSettingsSchema } from '../settings.ts';
import { MADE_SD, made, madeFilter } from './made-filter.fixture.ts';
import { cumulativeSums, unitDepartures } from './unit-departures.ts';

const settings = controlSettingsSchema.parse({});
const kinds = (...of: Parameters<typeof madeFilter>): readonly string[] =>
  unitDepartures(made, madeFilter(...of), null, settings).map(({ kind }) => kind);
const sds = (...values: readonly (number | null)[]): readonly (number | null)[] =>
  values.map((value) => (value === null ? null : value * MADE_SD));

describe('departures of one unit', () => {
  test('a unit that goes as expected has none', () => {
    expect(kinds(sds(0, 0.5, -0.5, 0.2, -0.3))).toEqual([]);
  });

  test('one season 3.5 standard deviations below is sudden, and says what was seen and expected', () => {
    const [one] = unitDepartures(made, madeFilter(sds(0, 0, -3.5)), null, settings);
    expect(one).toMatchObject({ kind: 'sudden-loss', params: { year: 2028, times: 3.5 } });
    expect(one!.severity).toBeGreaterThan(0.3);
    expect(one!.confidence).toBeGreaterThan(0.9);
  });

  test('as far above is no departure', () => {
    expect(kinds(sds(0, 0, 3.5))).toEqual([]);
  });

  test('two seasons of 1.6 below drift: sums 0.85, 1.7 pass 1.6 (cumulative sum by hand)', () => {
    const years = madeFilter(sds(0, -1.6, -1.6));
    expect(cumulativeSums(years, settings.alarms).map(({ sum }) => sum)).toEqual([
      0,
      expect.closeTo(0.85, 9),
      expect.closeTo(1.7, 9),
    ]);
    expect(kinds(sds(0, -1.6, -1.6))).toEqual(['drifting-below']);
    expect(kinds(sds(0, -1.6))).toEqual([]);
  });

  test('a season without a look leaves the sum as it was', () => {
    expect(kinds(sds(0, -1.6, null, -1.6))).toEqual(['drifting-below']);
  });

  test('the sum begins again after an alarm, and after one that was acted on', () => {
    expect(kinds(sds(0, -1.6, -1.6, -1))).toEqual([]);
    expect(unitDepartures(made, madeFilter(sds(0, -1.6, -1.6)), 2027, settings)).toEqual([]);
  });

  test('in a season that sets all units back the limit is further out; what is real is told in the next', () => {
    const dry = { common: { 2028: -0.1 } };
    expect(kinds(sds(0, 0, -2.6), {})).toEqual(['sudden-loss']);
    expect(kinds(sds(0, 0, -2.6), dry)).toEqual([]);
    expect(kinds(sds(0, 0, -2.6, -0.6), dry)).toEqual(['drifting-below']);
    expect(kinds(sds(0, 0, -5), dry)).toEqual(['sudden-loss']);
  });

  test('a unit that had reached the target and lost 0.2 has relapsed, told once', () => {
    const level = [0.5, 0.85, 0.84, 0.64, 0.64];
    expect(kinds(sds(0, 0, 0, 0), { level: level.slice(0, 4) })).toEqual(['relapse']);
    expect(kinds(sds(0, 0, 0, 0, 0), { level })).not.toContain('relapse');
    expect(kinds(sds(0, 0, 0), { level: [0.5, 0.7, 0.5] })).not.toContain('relapse');
  });

  test('three seasons without progress where 0.2 was promised are a stall', () => {
    expect(kinds(sds(0, 0, 0, 0), { level: [0.3, 0.3, 0.3, 0.3] })).toContain('stall');
    expect(kinds(sds(0, 0, 0, 0), { level: [0.3, 0.36, 0.42, 0.47] })).not.toContain('stall');
  });

  test('a unit that can hardly come to its goal in time is behind; land without works never is', () => {
    const low = madeFilter(sds(0, 0, 0, 0, 0, 0, 0, 0), {
      level: [0.25, 0.26, 0.27, 0.28, 0.29, 0.3, 0.31, 0.2],
    });
    const found = unitDepartures(made, low.slice(0, 8), null, settings);
    expect(found.map(({ kind }) => kind)).toContain('stall');
    const first = low.findIndex((_, i) =>
      unitDepartures(made, low.slice(0, i + 1), null, settings).some(({ kind }) => kind === 'behind-target'),
    );
    expect(first).toBeGreaterThan(0);
    const wild = { ...made, package: null, measure: null, readyAt: null, after: null, acceptanceYear: null };
    for (let n = 1; n <= low.length; n += 1)
      expect(unitDepartures(wild, low.slice(0, n), null, settings).map(({ kind }) => kind)).not.toContain(
        'behind-target',
      );
  });

  test('nothing is told of a season that was not seen', () => {
    expect(kinds(sds(0, -4, null))).toEqual([]);
  });

  test('white innovations of 4000 unit-seasons pass the sum in less than 2 % (cumulative sum)', () => {
    const draw = chance(4);
    let told = 0;
    for (let u = 0; u < 400; u += 1)
      for (const { sudden, passed } of cumulativeSums(
        madeFilter(sds(...Array.from({ length: 10 }, () => draw.normal()))),
        settings.alarms,
      ))
        if (sudden || passed) told += 1;
    expect(told / 4000).toBeLessThan(0.03);
  });
});
