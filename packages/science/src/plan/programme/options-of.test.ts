import { describe, expect, test } from 'vitest';
import { exampleLibrary, exampleUnit, settingsOf, UNITS } from '../plan-example.fixture.ts';
import { optionOutcome } from '../value/option-outcome.ts';
import { buildProgramme } from './build-programme.ts';
import { fundsOf } from './funds.ts';
import { instanceOf, sourceOfProgramme } from './instance-of.ts';
import { limitsOf } from './limits.ts';
import { weightedValue } from './objective-scales.ts';
import { chosenOptions } from './options-of.ts';

const settings = settingsOf({
  budget: 400_000,
  funds: [{ id: 'green', name: 'Green', amounts: { '2026': 50_000 }, for: { families: ['vegetation'] } }],
  water: [{ id: 'well', m3PerYear: 6000 }],
  topsoil: { stockM3: 60_000, haulKm: 1 },
  crewsHaPerYear: 30,
  farmlandFloorHa: 5,
  jobsFloor: [{ personYears: 0.1 }, { village: 'West', personYears: 0.1 }],
  works: [{ id: 'road', name: 'Road', cost: 1000, units: ['A'] }],
  discountRate: 0.05,
});
const library = exampleLibrary();
const programme = buildProgramme([...UNITS, exampleUnit('E', { ph: 4 })], library, settings, 2025);

describe('columns of a programme', () => {
  test('tell of every option what it comes to, is worth and uses when it is reckoned by itself', () => {
    const options = [...programme.options];
    expect(options).toHaveLength(programme.table.count);
    const limits = limitsOf(
      settings,
      fundsOf(settings, programme.years),
      programme.years,
      options.map(({ candidate }) => candidate),
      programme.context,
    );
    for (const { candidate, year, outcome, value, use, needs } of options) {
      const { unit, one, bill, tasks } = candidate;
      const own = optionOutcome(unit, one, bill, tasks, year, programme.context);
      expect(outcome).toEqual(own);
      expect(value).toBe(weightedValue(own.objectives, programme.weights, programme.scales));
      expect(use).toEqual(limits.use(candidate, year, own));
      expect(needs).toEqual(unit.id === 'A' ? ['road'] : []);
    }
  });

  test('give the optimiser the instance that the options as objects give', () => {
    const listed = { ...programme, options: [...programme.options] };
    expect(instanceOf(programme)).toEqual(instanceOf(listed));
    const some = sourceOfProgramme(programme).instance(Int32Array.of(0, 2));
    expect(some.options).toEqual([instanceOf(listed).options[0], instanceOf(listed).options[2]]);
  });

  test('find what was chosen', () => {
    const some = [...programme.options].filter((_, i) => i % 7 === 3);
    const choice = some.map(({ candidate, year }) => ({
      unit: candidate.unit.id,
      package: candidate.one.id,
      year,
    }));
    expect(chosenOptions(programme, { choice })).toEqual(some);
  });
});
