import { expect, test } from 'vitest';
import { type DemoWorks, relapsingUnit, worksCover, worksOf } from './works.ts';

const works: DemoWorks = {
  unit: 'U',
  stands: 2026,
  start: 0,
  ceiling: 0.6,
  rate: Math.LN2,
  panels: false,
  relapse: null,
};

test('half of what is missing grows each year', () => {
  expect(worksCover(works, 0.2, 2026)).toBeCloseTo(0.2, 12);
  expect(worksCover(works, 0.2, 2027)).toBeCloseTo(0.4, 12);
  expect(worksCover(works, 0.2, 2028)).toBeCloseTo(0.5, 12);
});

test('plants die back within a year and grow again once somebody plants', () => {
  const relapse = { from: 2028, remaining: 0.5, replanted: 2029.5 };
  const lost = { ...works, relapse };
  expect(worksCover(lost, 0.2, 2028)).toBeCloseTo(0.5, 12);
  expect(worksCover(lost, 0.2, 2028.5)).toBeCloseTo(0.375, 12);
  expect(worksCover(lost, 0.2, 2029.4)).toBeCloseTo(0.25, 12);
  expect(worksCover(lost, 0.2, 2030.5)).toBeCloseTo(0.6 - 0.35 / 2, 12);
});

test('the truth is the promise times drawn factors, and the largest early unit relapses', () => {
  const promise = (unit: string, areaHa: number, readyAt: number) => ({
    unit,
    areaHa,
    zone: 'semi-arid/pit',
    package: 'grassland/seeding',
    measure: 'seeding',
    startYear: 2025,
    readyAt,
    from: 2024,
    now: 0.3,
    before: { asymptote: 0.4, rate: 0.02 },
    after: { asymptote: 0.8, rate: 0.4 },
    survival: 1,
    spread: { rate: 0.3, asymptote: 0.15 },
    acceptanceYear: 2035,
  });
  const promises = [promise('A', 10, 2025.9), promise('B', 20, 2025.5), promise('C', 90, 2033)];
  expect(relapsingUnit(promises)).toBe('B');
  const made = worksOf(promises, 3, 'B');
  expect(made.map(({ unit }) => unit)).toEqual(['A', 'B', 'C']);
  for (const { rate, relapse, unit } of made) {
    expect(rate).toBeGreaterThanOrEqual(0.4);
    expect(rate).toBeLessThanOrEqual(0.72);
    expect(relapse === null).toBe(unit !== 'B');
  }
  expect(worksOf(promises, 3, 'B')).toEqual(made);
});
