import { describe, expect, test } from 'vitest';
import { resolveDemoOptions } from './frame.ts';
import { mineHistory, regrownCover } from './mine-history.ts';
import { UNITS } from './site-plan.ts';

const history = mineHistory(resolveDemoOptions({ size: 96 }));
const pixelsOf = (id: string): number[] => {
  const position = UNITS.findIndex((unit) => unit.id === id);
  return [...history.unit].flatMap((unit, i) => (unit === position ? [i] : []));
};

describe('mineHistory', () => {
  test('clears every unit between the years of its plan, from one side to the other', () => {
    for (const unit of UNITS) {
      const times = pixelsOf(unit.id).map((i) => history.clearedAt[i]!);
      expect(Math.min(...times)).toBeGreaterThanOrEqual(Math.fround(unit.cleared.from));
      expect(Math.max(...times)).toBeLessThanOrEqual(Math.fround(unit.cleared.to));
    }
    const pit = pixelsOf('U05');
    const west = pit.filter((i) => i % 96 < 54).map((i) => history.clearedAt[i]!);
    const east = pit.filter((i) => i % 96 > 65).map((i) => history.clearedAt[i]!);
    expect(Math.max(...west)).toBeLessThan(Math.min(...east));
  });

  test('leaves land outside the units alone', () => {
    const outside = [...history.unit].flatMap((unit, i) => (unit === -1 ? [history.clearedAt[i]!] : []));
    expect(outside.every((time) => time === Infinity)).toBe(true);
  });

  test('plants come back as ceiling * vigour * (1 - exp(-rate * years))', () => {
    const [i] = pixelsOf('U02') as [number];
    const start = history.regrowthAt[i]!;
    const { ceiling, rate } = UNITS.find(({ id }) => id === 'U02')!.regrowth!;
    expect(regrownCover(history, i, start - 0.1)).toBe(0);
    expect(regrownCover(history, i, start + 5)).toBeCloseTo(
      ceiling * history.vigour[i]! * (1 - Math.exp(-5 * rate)),
      5,
    );
  });

  test('the unit that fails greens first and then falls back', () => {
    const [i] = pixelsOf('U04') as [number];
    const cover = [2008, 2013, 2014.3, 2018].map((time) => regrownCover(history, i, time));
    expect(cover[0]).toBe(0);
    expect(cover[2]!).toBeGreaterThan(0.2);
    expect(cover[3]!).toBeLessThan(0.2 * cover[2]!);
  });
});
