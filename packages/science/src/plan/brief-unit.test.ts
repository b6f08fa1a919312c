import { expect, test } from 'vitest';
import { briefUnit } from './brief-unit.ts';
import type { PlannedUnit } from './result.ts';

const choice = { id: 'forest/plant', endUse: 'forest', measures: ['plant'], year: 2025, state: 'pass' };
const unit = {
  id: 'A',
  areaHa: 3,
  choice: { ...choice, gates: [{ gate: 'rain' }] },
  alternatives: [choice],
  bill: [{ cost: 1 }],
} as unknown as PlannedUnit;

test('a brief unit keeps what is chosen and leaves out what its sheet tells', () => {
  expect(briefUnit(unit)).toMatchObject({ id: 'A', areaHa: 3, choice: { ...choice, gates: [] }, bill: [] });
  expect(briefUnit(unit).alternatives).toEqual([]);
  expect(briefUnit({ ...unit, choice: null }).choice).toBeNull();
});

test('a brief unit is as brief as can be, and the unit itself stays', () => {
  const before = JSON.stringify(unit);
  expect(briefUnit(briefUnit(unit))).toEqual(briefUnit(unit));
  expect(JSON.stringify(unit)).toBe(before);
});
