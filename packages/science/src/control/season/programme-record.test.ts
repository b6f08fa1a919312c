import { expect, test } from 'vitest';
import { standingInForce, standingOfSolved } from './programme-record.ts';

const unit = (id: string, choice: { id: string; year: number } | null) => ({ id, choice });
const programme = {
  plan: { start: 2025 },
  seasons: [2025, 2026],
  adopted: [
    { unit: 'A', package: 'forest/plant', year: 2025 },
    { unit: 'B', package: 'grassland/seed', year: 2026 },
  ],
} as unknown as Parameters<typeof standingOfSolved>[0];
const standing = (...units: readonly ReturnType<typeof unit>[]) =>
  standingOfSolved(programme, { units } as unknown as Parameters<typeof standingOfSolved>[1]).kind;
const A = unit('A', { id: 'forest/plant', year: 2025 });
const B = unit('B', { id: 'grassland/seed', year: 2026 });

test('the plan that does the same on every unit from the same year is the one adopted', () => {
  expect(standing(A, B, unit('C', null))).toBe('adopted');
});

test('another year, another package, more or less land make a draft', () => {
  expect(standing(A, unit('B', { id: 'grassland/seed', year: 2027 }))).toBe('draft');
  expect(standing(A, unit('B', { id: 'shrubland/seed', year: 2026 }))).toBe('draft');
  expect(standing(A)).toBe('draft');
  expect(standing(A, B, unit('C', { id: 'forest/plant', year: 2025 }))).toBe('draft');
});

test('the programme in force tells its first year and its last closed season', () => {
  expect(standingInForce(programme)).toEqual({ kind: 'force', start: 2025, season: 2026 });
});
