import { describe, expect, test } from 'vitest';
import { madePromise } from '../forecast/made-promise.fixture.ts';
import { promisedCloseness } from '../replan/promises.ts';
import { goalOf, promiseDoubt } from './promise-doubt.ts';

describe('doubt of a promise', () => {
  test('far on, with survival known, it is the spread of what was planted: s u K1', () => {
    const far = madePromise({ readyAt: 2025, survival: 1, after: { asymptote: 0.8, rate: 2 } });
    expect(promiseDoubt(far, 2060)).toBeCloseTo(0.15 * 0.8, 6);
  });

  test('one year on it is mostly pace: s (K1 - r0) e k u_k', () => {
    const known = madePromise({ readyAt: 2025, survival: 1, spread: { rate: 0.25, asymptote: 0 } });
    expect(promiseDoubt(known, 2026)).toBeCloseTo(0.6 * Math.exp(-0.15) * 0.15 * 0.25, 12);
  });

  test('before the works stand there is none', () => {
    expect(promiseDoubt(madePromise(), 2026)).toBe(0);
    expect(promiseDoubt(madePromise({ after: null, readyAt: null }), 2040)).toBe(0);
  });

  test('a unit is held to the target where that was promised with room, and else to what was promised less one doubt', () => {
    const good = madePromise({ readyAt: 2025, survival: 1, after: { asymptote: 1.2, rate: 0.5 } });
    expect(goalOf(good, 0.8)).toBe(0.8);
    const modest = madePromise({ readyAt: 2025 });
    expect(goalOf(modest, 0.8)).toBeCloseTo(promisedCloseness(modest, 2037) - promiseDoubt(modest, 2037), 12);
    expect(goalOf(madePromise({ acceptanceYear: null }), 0.8)).toBe(0.8);
  });
});
