import { describe, expect, test } from 'vitest';
import { evaluateGate } from '../gates/evaluate-gate.ts';
import type { Gate, Measure } from '../library/index.ts';
import { exampleUnit, MEASURES, numberGate } from '../plan-example.fixture.ts';
import { type GateMend, mendGate } from './mend-gate.ts';

const context = { of: 'forest', land: 'forest', year: 2025, registerComplete: false } as const;

function mend(gate: Gate, measure: Measure, unit = exampleUnit('A')): GateMend | null {
  return mendGate(gate, evaluateGate(gate, unit, context), measure, unit, context);
}

describe('a number is brought exactly to the limit', () => {
  test('from the value known', () => {
    const steep = exampleUnit('A', { 'slope-p90': 35 });
    expect(mend(numberGate('s', 'slope-p90', { max: 25 }), MEASURES.reshape, steep)).toEqual({
      mend: { measure: 'reshape', fact: 'slope-p90', from: 35, to: 25, assumed: false },
      state: 'pass',
    });
  });

  test('not beyond the reach of the measure', () => {
    const steep = exampleUnit('A', { 'slope-p90': 35 });
    expect(mend(numberGate('s', 'slope-p90', { max: 4 }), MEASURES.reshape, steep)).toBeNull();
    expect(mend(numberGate('s', 'slope-p90', { max: 5 }), MEASURES.reshape, steep)).not.toBeNull();
  });

  test('one way only: lime never lowers pH', () => {
    const alkaline = exampleUnit('A', { ph: 9.2 });
    expect(mend(numberGate('p', 'ph', { max: 8.5 }), MEASURES.lime, alkaline)).toBeNull();
    const acid = exampleUnit('A', { ph: 4.5 });
    expect(mend(numberGate('p', 'ph', { min: 5.5, max: 8.5 }), MEASURES.lime, acid)?.mend).toMatchObject({
      from: 4.5,
      to: 5.5,
    });
  });

  test('a measure for another fact mends nothing', () => {
    expect(mend(numberGate('s', 'slope-p90', { max: 5 }), MEASURES.lime, exampleUnit('A'))).toBeNull();
  });

  test('under an unverified limit the mended gate stays a condition, a legal one stays open', () => {
    const steep = exampleUnit('A', { 'slope-p90': 35 });
    const gate = (kind: 'engineering' | 'legal') =>
      numberGate('s', 'slope-p90', { max: 25 }, { kind, source: 'unverified' });
    expect(mend(gate('engineering'), MEASURES.reshape, steep)?.state).toBe('conditional');
    expect(mend(gate('legal'), MEASURES.reshape, steep)?.state).toBe('insufficient');
  });
});

describe('a fact nobody knows', () => {
  test('is taken for the worst and met on condition', () => {
    expect(
      mend(
        numberGate('d', 'soil-depth', { min: 30 }),
        MEASURES['cover-soil'],
        exampleUnit('A', { 'soil-depth': Number.NaN }),
      ),
    ).toBeNull();
    const blind = {
      ...exampleUnit('A'),
      indicators: {
        ...exampleUnit('A').indicators,
        'soil-depth': { kind: 'unknown', reason: 'no-samples' } as const,
      },
    };
    expect(mend(numberGate('d', 'soil-depth', { min: 30 }), MEASURES['cover-soil'], blind)).toEqual({
      mend: { measure: 'cover-soil', fact: 'soil-depth', from: 0, to: 30, assumed: true },
      state: 'conditional',
    });
  });

  test('and proves nothing where the worst would do', () => {
    const blind = {
      ...exampleUnit('A'),
      indicators: {
        ...exampleUnit('A').indicators,
        'slope-p90': { kind: 'unknown', reason: 'no-terrain' } as const,
      },
    };
    expect(mend(numberGate('s', 'slope-p90', { max: 50 }), MEASURES.reshape, blind)).toBeNull();
  });
});

describe('contamination', () => {
  const cap: Measure = {
    ...MEASURES.lime,
    id: 'cap',
    mends: [
      {
        fact: 'contamination',
        from: ['fail'],
        to: 'conditional',
        standards: ['agricultural', 'construction-2'],
      },
    ],
  };
  const gate = (standard: 'agricultural' | 'construction-1', source = 'law'): Gate => ({
    id: 'c',
    kind: 'legal',
    reason: { en: 'x', zh: 'x' },
    source,
    fact: 'contamination',
    standard,
  });
  const verdict = (state: 'fail' | 'insufficient' | 'conditional') =>
    exampleUnit(
      'A',
      {},
      {
        contamination: {
          agricultural: { verdict: state, reason: null },
          'construction-1': { verdict: state, reason: null },
          'construction-2': { verdict: state, reason: null },
        },
      },
    );

  test('is met only from the verdicts and for the standards that the measure names', () => {
    expect(mend(gate('agricultural'), cap, verdict('fail'))?.state).toBe('conditional');
    expect(mend(gate('agricultural'), cap, verdict('insufficient'))).toBeNull();
    expect(mend(gate('agricultural'), cap, verdict('conditional'))).toBeNull();
    expect(mend(gate('construction-1'), cap, verdict('fail'))).toBeNull();
  });

  test('is not met where nobody read the standard', () => {
    expect(mend(gate('agricultural', 'unverified'), cap, verdict('fail'))?.state).toBe('insufficient');
  });
});
