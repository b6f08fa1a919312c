import { describe, expect, test } from 'vitest';
import { exampleLibrary, exampleUnit, settingsOf, UNITS } from '../plan-example.fixture.ts';
import { checkPlanSettings } from './check-settings.ts';

const years = [2025, 2026, 2027];
const check = (more: Readonly<Record<string, unknown>>, units = UNITS): void =>
  checkPlanSettings(settingsOf(more), units, exampleLibrary(), years);

describe.each<[code: string, where: string, settings: Readonly<Record<string, unknown>>]>([
  [
    'E-PLN-102',
    'plan.water',
    {
      water: [
        { id: 'a', m3PerYear: 1 },
        { id: 'a', m3PerYear: 2 },
      ],
    },
  ],
  [
    'E-PLN-102',
    'plan.works',
    {
      works: [
        { id: 'a', name: 'A', cost: 1 },
        { id: 'a', name: 'B', cost: 2 },
      ],
    },
  ],
  ['E-PLN-102', 'plan.funds', { budget: 5, funds: [{ id: 'public', name: 'P', amounts: {} }] }],
  ['E-PLN-305', 'plan.mandatory', { mandatory: ['Z'] }],
  ['E-PLN-305', 'plan.requires', { requires: { Z: ['lime'] } }],
  ['E-PLN-305', 'plan.water.0.units', { water: [{ id: 'a', m3PerYear: 1, units: ['Z'] }] }],
  [
    'E-PLN-305',
    'plan.funds.0.for.units',
    { funds: [{ id: 'f', name: 'F', amounts: {}, for: { units: ['Z'] } }] },
  ],
  ['E-PLN-305', 'plan.works.0.units', { works: [{ id: 'a', name: 'A', cost: 1, units: ['Z'] }] }],
  ['E-PLN-305', 'plan.exclusive.0', { exclusive: [[{ unit: 'A' }, { unit: 'Z' }]] }],
  ['E-PLN-305', 'plan.locks.0', { locks: [{ unit: 'Z', mode: 'treat' }] }],
  ['E-PLN-306', 'plan.endUses', { endUses: ['moon'] }],
  ['E-PLN-306', 'plan.demand', { demand: { moon: 3 } }],
  ['E-PLN-306', 'plan.requires.A', { requires: { A: ['magic'] } }],
  [
    'E-PLN-306',
    'plan.funds.0.for.endUses',
    { funds: [{ id: 'f', name: 'F', amounts: {}, for: { endUses: ['moon'] } }] },
  ],
  [
    'E-PLN-306',
    'plan.funds.0.for.families',
    { funds: [{ id: 'f', name: 'F', amounts: {}, for: { families: ['magic'] } }] },
  ],
  ['E-PLN-306', 'plan.works.0.endUses', { works: [{ id: 'a', name: 'A', cost: 1, endUses: ['moon'] }] }],
  ['E-PLN-306', 'plan.works.0.measures', { works: [{ id: 'a', name: 'A', cost: 1, measures: ['magic'] }] }],
  ['E-PLN-306', 'plan.exclusive.0', { exclusive: [[{ unit: 'A', endUse: 'moon' }, { unit: 'B' }]] }],
  ['E-PLN-306', 'plan.locks.0', { locks: [{ unit: 'A', mode: 'treat', endUse: 'moon' }] }],
  ['E-PLN-307', 'plan.budget', { budget: { '2030': 1 } }],
  ['E-PLN-307', 'plan.funds.0.amounts', { funds: [{ id: 'f', name: 'F', amounts: { '2024': 1 } }] }],
  ['E-PLN-307', 'plan.jobsFloor.0.years', { jobsFloor: [{ personYears: 1, years: [2028] }] }],
  ['E-PLN-307', 'plan.locks.0', { locks: [{ unit: 'A', mode: 'treat', year: 2030 }] }],
  ['E-PLN-307', 'plan.years', { horizon: 2 }],
  ['E-PLN-308', 'plan.locks.0', { locks: [{ unit: 'A', mode: 'leave', year: 2025 }] }],
  ['E-PLN-308', 'plan.locks.0', { mandatory: ['A'], locks: [{ unit: 'A', mode: 'leave' }] }],
  [
    'E-PLN-308',
    'plan.locks.1',
    {
      locks: [
        { unit: 'A', mode: 'treat' },
        { unit: 'A', mode: 'leave' },
      ],
    },
  ],
  [
    'E-PLN-308',
    'plan.locks.1',
    {
      locks: [
        { unit: 'A', mode: 'treat', endUse: 'wild' },
        { unit: 'A', mode: 'treat', endUse: 'forest' },
      ],
    },
  ],
  [
    'E-PLN-308',
    'plan.locks.2',
    {
      locks: [
        { unit: 'A', mode: 'treat', year: 2025 },
        { unit: 'A', mode: 'treat' },
        { unit: 'A', mode: 'treat', year: 2026 },
      ],
    },
  ],
  [
    'E-PLN-309',
    'plan.judgements',
    {
      judgements: [
        [1, 2],
        [0.5, 1],
      ],
    },
  ],
])('%s at %s', (code, where, settings) => {
  test('is refused', () => {
    expect(() => check(settings)).toThrow(
      expect.objectContaining({ code, where: `aftermine.yaml: ${where}` }),
    );
  });
});

test('a unit without area is refused by name', () => {
  expect(() => check({}, [exampleUnit('A', {}, { areaHa: 0 })])).toThrow(
    expect.objectContaining({ code: 'E-PLN-303', where: 'units: A' }),
  );
  expect(() => check({}, [exampleUnit('A', {}, { areaHa: Number.NaN })])).toThrow(
    expect.objectContaining({ code: 'E-PLN-303' }),
  );
});

test('what fits together is let through', () => {
  check({
    budget: { '2025': 1 },
    mandatory: ['A'],
    locks: [
      { unit: 'A', mode: 'treat', endUse: 'forest', year: 2026 },
      { unit: 'A', mode: 'treat' },
      { unit: 'B', mode: 'leave' },
    ],
    exclusive: [[{ unit: 'A' }, { unit: 'B', endUse: 'wild' }]],
    judgements: [
      [1, 1, 1, 1],
      [1, 1, 1, 1],
      [1, 1, 1, 1],
      [1, 1, 1, 1],
    ],
  });
});
