import { describe, expect, test } from 'vitest';
import { demoTruth, LEFT_OUT } from './demo-truth.ts';
import { resolveDemoOptions } from './frame.ts';
import { mineHistory } from './mine-history.ts';

const truth = demoTruth({ size: 96 });
const byId = Object.fromEntries(truth.units.map((unit) => [unit.id, unit]));

describe('demoTruth', () => {
  test('is the same for the same seed; another seed moves the ragged fronts', () => {
    expect(demoTruth({ size: 96 })).toEqual(truth);
    expect(demoTruth({ size: 96, seed: 4 }).disturbanceYear).not.toEqual(truth.disturbanceYear);
  });

  test('dates a pixel by the first season that mostly shows it bare', () => {
    const history = mineHistory(resolveDemoOptions({ size: 96 }));
    history.clearedAt.forEach((time, i) => {
      if (time === Infinity) expect(truth.disturbanceYear[i]).toBe(0);
      else if (time < 2024)
        expect(truth.disturbanceYear[i]).toBe(time % 1 < 0.58 ? Math.floor(time) : Math.ceil(time));
    });
  });

  test('leaves out what was disturbed before the third season, in the last season, and water', () => {
    truth.disturbanceYear.forEach((year, i) => {
      const reason = truth.leftOut[i];
      if (reason === LEFT_OUT.early) expect(year).toBeLessThan(1992);
      if (reason === LEFT_OUT.compared && year !== 0) {
        expect(year).toBeGreaterThanOrEqual(1992);
        expect(year).toBeLessThanOrEqual(2023);
      }
    });
    for (const reason of [LEFT_OUT.early, LEFT_OUT.late, LEFT_OUT.water])
      expect(truth.leftOut).toContain(reason);
  });

  test('every unit has a direction, of both kinds; the reference areas have none', () => {
    expect(truth.units.map(({ expectedTrend }) => expectedTrend)).not.toContain('steady');
    const up = truth.units.filter(({ expectedTrend }) => expectedTrend === 'up').map(({ id }) => id);
    expect(up).toEqual(['U01', 'U02', 'U03', 'U09', 'U10']);
    expect(truth.references.map(({ expectedTrend }) => expectedTrend)).toEqual(['steady', 'steady']);
  });

  test('tells the story of each unit', () => {
    expect(byId['U04']).toMatchObject({ recovery: 'failed', reclaimedFrom: 2008, relapseFrom: 2014 });
    expect(byId['U05']).toMatchObject({ recovery: 'none', reclaimedFrom: null });
    expect(byId['U09']).toMatchObject({ recovery: 'spontaneous' });
    expect(byId['X01']).toMatchObject({ registered: false, recovery: 'none' });
    expect(truth.years.find(({ year }) => year === 1996)?.note).toBe('no-clear-look');
    expect(truth.years.find(({ year }) => year === 2007)?.note).toBe('drought');
  });

  test('a short span knows nothing of what comes after it', () => {
    const short = demoTruth({ size: 64, years: { from: 2000, to: 2008 }, looksPerYear: 3 });
    expect(short.disturbanceYear.every((year) => year <= 2008)).toBe(true);
    expect(short.units.map(({ id }) => id)).not.toContain('X01');
    expect(short.units.find(({ id }) => id === 'U04')).toMatchObject({
      recovery: 'planted',
      relapseFrom: null,
    });
    expect(short.years.map(({ year }) => year)).toEqual([
      2000, 2001, 2002, 2003, 2004, 2005, 2006, 2007, 2008,
    ]);
  });

  test('refuses sizes and years no landscape can be made of', () => {
    for (const options of [
      { size: 20 },
      { size: 64.5 },
      { years: { from: 2005, to: 2001 } },
      { years: { from: 1970, to: 1990 } },
      { looksPerYear: 0 },
      { seed: -1 },
    ]) {
      expect(() => demoTruth(options)).toThrow(expect.objectContaining({ code: 'E-DEM-001' }));
    }
  });
});
