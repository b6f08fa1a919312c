import { describe, expect, test } from 'vitest';
import type { Gate } from '../library/index.ts';
import { exampleUnit, numberGate } from '../plan-example.fixture.ts';
import type { GateState } from '../result.ts';
import { evaluateGate, isOpen, worstState } from './evaluate-gate.ts';

const context = { of: 'forest', land: 'forest', year: 2025, registerComplete: false } as const;
const unit = exampleUnit('A', { 'slope-p90': 20 });
const state = (gate: Gate, of = unit): GateState => evaluateGate(gate, of, context).state;
const reason = { en: 'x', zh: 'x' };

describe('a number against its limits', () => {
  test.each([
    ['inside', 'engineering', 'book', { max: 25 }, 'pass'],
    ['on the limit', 'engineering', 'book', { max: 20 }, 'pass'],
    ['outside', 'engineering', 'book', { max: 19.9 }, 'fail'],
    ['below a least', 'engineering', 'book', { min: 21 }, 'fail'],
    ['inside an unverified engineering limit', 'engineering', 'unverified', { max: 25 }, 'conditional'],
    ['inside an unverified legal limit', 'legal', 'unverified', { max: 25 }, 'insufficient'],
    ['inside an unverified safety limit', 'safety', 'unverified', { max: 25 }, 'insufficient'],
    ['outside an unverified legal limit', 'legal', 'unverified', { max: 19 }, 'fail'],
  ] as const)('%s', (_, kind, source, limits, expected) => {
    expect(state(numberGate('g', 'slope-p90', limits, { kind, source }))).toBe(expected);
  });

  test('an unknown value is never a pass, whatever the limit', () => {
    const blind = exampleUnit('A');
    const result = evaluateGate(numberGate('g', 'gravel', { min: 0, max: 1000 }), blind, context);
    expect(result).toMatchObject({ state: 'insufficient', value: null, unknown: { reason: 'no-samples' } });
  });

  test('what is no number fails', () => {
    expect(
      state(numberGate('g', 'slope-p90', { max: 25 }), exampleUnit('A', { 'slope-p90': Number.NaN })),
    ).toBe('fail');
  });

  test('years since damage are counted to the first year of the programme', () => {
    expect(evaluateGate(numberGate('g', 'years-since-damage', { min: 15 }), unit, context)).toMatchObject({
      state: 'pass',
      value: 15,
    });
  });
});

describe('facts that are no numbers', () => {
  const damage = (source: string, kind: Gate['kind'] = 'engineering'): Gate => ({
    id: 'd',
    kind,
    reason,
    source,
    fact: 'damage',
    oneOf: ['pit', 'waste-dump'],
  });
  const farmland = (is: boolean): Gate => ({
    id: 'f',
    kind: 'legal',
    reason,
    source: 'law',
    fact: 'basic-farmland',
    is,
  });

  test('damage: one of the list passes, another fails, unsaid is insufficient, an unverified list is a condition', () => {
    expect(state(damage('book'))).toBe('pass');
    expect(state(damage('book'), exampleUnit('A', {}, { damage: 'quarry-face' }))).toBe('fail');
    expect(state(damage('book'), exampleUnit('A', {}, { damage: null }))).toBe('insufficient');
    expect(state(damage('unverified'))).toBe('conditional');
    expect(state(damage('unverified', 'safety'))).toBe('insufficient');
  });

  test('basic farmland: silence means no only where the register is whole', () => {
    const silent = exampleUnit('A', {}, { basicFarmland: null });
    expect(state(farmland(false), silent)).toBe('insufficient');
    expect(evaluateGate(farmland(false), silent, { ...context, registerComplete: true }).state).toBe('pass');
    expect(state(farmland(false), exampleUnit('A', {}, { basicFarmland: true }))).toBe('fail');
  });

  test.each(['pass', 'conditional', 'fail', 'insufficient'] as const)(
    'contamination takes the verdict %s',
    (verdict) => {
      const soil = exampleUnit(
        'A',
        {},
        {
          contamination: {
            agricultural: { verdict, reason: null },
            'construction-1': { verdict: 'fail', reason: null },
            'construction-2': { verdict: 'fail', reason: null },
          },
        },
      );
      const gate = (source: string): Gate => ({
        id: 'c',
        kind: 'legal',
        reason,
        source,
        fact: 'contamination',
        standard: 'agricultural',
      });
      expect(state(gate('law'), soil)).toBe(verdict);
      // A standard nobody read passes nothing.
      expect(isOpen(state(gate('unverified'), soil))).toBe(false);
    },
  );
});

test('the gravest of states, in any order', () => {
  expect(worstState([])).toBe('pass');
  expect(worstState(['conditional', 'pass'])).toBe('conditional');
  expect(worstState(['fail', 'insufficient', 'pass'])).toBe('fail');
  expect(worstState(['insufficient', 'conditional'])).toBe('insufficient');
});
