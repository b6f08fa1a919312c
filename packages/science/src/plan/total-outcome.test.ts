import { expect, test } from 'vitest';
import { exampleLibrary, settingsOf, UNITS } from './plan-example.fixture.ts';
import { buildProgramme } from './programme/build-programme.ts';
import { totalOutcome } from './total-outcome.ts';

const { options } = buildProgramme(UNITS, exampleLibrary(), settingsOf(), 2025);
const partOf = (unit: string) => {
  const { candidate, outcome } = options.find(({ candidate }) => candidate.unit.id === unit)!;
  return { areaHa: candidate.unit.areaHa, outcome };
};

test('amounts add up, closeness is the mean by area, shared works are counted', () => {
  const [a, d] = [partOf('A'), partOf('D')];
  const total = totalOutcome([a, d], [{ cost: 500, npv: -400 }]);
  expect(total.publicCost).toBe(a.outcome.publicCost + d.outcome.publicCost + 500);
  expect(total.objectives.npv).toBeCloseTo(a.outcome.objectives.npv + d.outcome.objectives.npv - 400, 9);
  expect(total.objectives.ecology).toBeCloseTo(
    a.outcome.objectives.ecology + d.outcome.objectives.ecology,
    12,
  );
  // 10 ha at 0.2 and 5 ha at 0.5
  expect(total.recoveryNow).toBeCloseTo(0.3, 12);
  expect(total.yearsTo80).toBeNull();
});

test('nothing done comes to nothing, without a negative nought', () => {
  const total = totalOutcome([]);
  for (const value of [...Object.values(total.objectives), total.publicCost, total.recoveryNow])
    expect(Object.is(value, 0)).toBe(true);
});
