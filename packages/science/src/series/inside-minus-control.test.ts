import { expect, test } from 'vitest';
import { differenceInDifference, insideMinusControl } from './inside-minus-control.ts';

test('weather that moves both alike falls out', () => {
  const weather = [0.1, -0.05, 0.02, 0.08, -0.1, 0.03, 0, 0.06];
  const years = weather.map((_, i) => 2000 + i);
  const inside = { years, values: weather.map((w, i) => 0.5 + w - (i >= 4 ? 0.2 : 0)) };
  const control = { years, values: weather.map((w) => 0.6 + w) };
  const gaps = insideMinusControl(inside, control);
  for (const { year, gap } of gaps) expect(gap).toBeCloseTo(year < 2004 ? -0.1 : -0.3, 12);
  const did = differenceInDifference(gaps, 2004);
  expect(did).toMatchObject({ yearsBefore: 4, yearsAfter: 4 });
  expect((did as { effect: number }).effect).toBeCloseTo(-0.2, 12);
});

test('years that only one of them saw are left out', () => {
  const gaps = insideMinusControl(
    { years: [1, 2, 3], values: [1, Number.NaN, 3], low: [0.5, 0, 2], high: [2, 0, 4] },
    { years: [1, 2], values: [1, 1] },
  );
  expect(gaps).toEqual([{ year: 1, gap: 0, low: -0.5, high: 1 }]);
});

test('two years on a side say nothing', () => {
  const gaps = [1, 2, 3, 4, 5].map((year) => ({ year, gap: 0, low: 0, high: 0 }));
  expect(differenceInDifference(gaps, 3)).toMatchObject({ kind: 'unknown', reason: 'too-few-years' });
});
