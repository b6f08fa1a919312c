import type { ObservationResult } from '@aftermine/science/observe';
import { describe, expect, test } from 'vitest';
import { demoTruth, LEFT_OUT } from './demo-truth.ts';
import { selfCheck, trendSlopes } from './self-check.ts';
import { tellSelfCheck } from './tell-self-check.ts';

const truth = demoTruth({ size: 64 });
const rightSlopes = Object.fromEntries(
  truth.units.map(({ id, expectedTrend }) => [id, expectedTrend === 'up' ? 0.01 : -0.01]),
);
const perfect = { grid: truth.grid, year: truth.disturbanceYear, nodata: null };
const compared = [...truth.disturbanceYear].filter(
  (year, i) => year !== 0 && truth.leftOut[i] === LEFT_OUT.compared,
).length;

describe('selfCheck', () => {
  test('the truth itself passes with 100 % and no false alarm', () => {
    const check = selfCheck(truth, perfect, rightSlopes);
    expect(check).toMatchObject({
      disturbed: compared,
      withinOneShare: 1,
      exactShare: 1,
      foundShare: 1,
      falseAlarmShare: 0,
      trendsRight: 10,
      trendsExpected: 10,
      passes: true,
    });
  });

  test('one year off is right to within one year but not exact; two years off is wrong', () => {
    const shifted = (by: number): Int16Array =>
      truth.disturbanceYear.map((year) => (year === 0 ? 0 : year + by));
    expect(selfCheck(truth, { ...perfect, year: shifted(1) }, rightSlopes)).toMatchObject({
      withinOneShare: 1,
      exactShare: 0,
    });
    expect(selfCheck(truth, { ...perfect, year: shifted(-2) }, rightSlopes)).toMatchObject({
      withinOneShare: 0,
      passes: false,
    });
  });

  test('a pixel of which nothing can be said counts as missed, not as left out', () => {
    const silent = truth.disturbanceYear.map(() => -32768);
    const check = selfCheck(truth, { ...perfect, year: silent, nodata: -32768 }, rightSlopes);
    expect(check).toMatchObject({ disturbed: compared, foundShare: 0, falseAlarmShare: 0 });
  });

  test('counts false alarms on land that was never disturbed only', () => {
    const everywhere = new Int16Array(truth.disturbanceYear.length).fill(2001);
    expect(selfCheck(truth, { ...perfect, year: everywhere }, rightSlopes).falseAlarmShare).toBe(1);
  });

  test('looks at the same place when the detected grid is a part of the landscape', () => {
    const grid = {
      ...truth.grid,
      originX: truth.grid.originX + 300,
      originY: truth.grid.originY - 150,
      width: 40,
      height: 50,
    };
    const year = Int16Array.from(
      { length: 2000 },
      (_, i) => truth.disturbanceYear[(Math.floor(i / 40) + 5) * 64 + (i % 40) + 10]!,
    );
    const check = selfCheck(truth, { grid, year, nodata: null }, rightSlopes);
    expect(check).toMatchObject({ withinOneShare: 1, falseAlarmShare: 0 });
    expect(check.leftOut.outside).toBeGreaterThan(0);
    expect(check.disturbed).toBeLessThan(compared);
  });

  test('one trend with the wrong sign, or without any, fails the check and is named', () => {
    for (const slope of [0.01, 0, null]) {
      const check = selfCheck(truth, perfect, { ...rightSlopes, U05: slope });
      expect(check).toMatchObject({ trendsRight: 9, passes: false });
      expect(tellSelfCheck(check, 'en').join('\n')).toContain('U05 Active pit: should be falling');
      expect(tellSelfCheck(check, 'zh').join('\n')).toContain('U05 现采坑：应为下降');
    }
  });

  test('refuses a result on other pixels', () => {
    const grid = { ...truth.grid, originX: truth.grid.originX + 15 };
    expect(() => selfCheck(truth, { ...perfect, grid }, rightSlopes)).toThrow(
      expect.objectContaining({ code: 'E-DEM-002' }),
    );
  });

  test('tells the figures in both languages', () => {
    const check = selfCheck(truth, perfect, rightSlopes);
    expect(tellSelfCheck(check, 'en')[1]).toContain(`in 100.0 % of ${compared} disturbed pixels`);
    expect(tellSelfCheck(check, 'zh')[0]).toContain('自检通过');
    expect(tellSelfCheck(check, 'en').some((line) => /[{}]/.test(line))).toBe(false);
  });
});

describe('trendSlopes', () => {
  test('takes the slope of the ecological index, null where there is none', () => {
    const units = {
      A: { trends: { rsei: { slopePerYear: 0.02 } } },
      B: { trends: { rsei: { kind: 'unknown', reason: 'few-years' } } },
      C: { trends: {} },
    };
    const result = { trajectories: { units } } as unknown as ObservationResult;
    expect(trendSlopes(result)).toEqual({ A: 0.02, B: null, C: null });
  });
});
