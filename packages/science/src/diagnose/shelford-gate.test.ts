import { describe, expect, test } from 'vitest';
import { unknown } from '../base/index.ts';
import { obstacleDegree } from './obstacle-degree.ts';
import { FINDING_RULES } from './rules.ts';
import { shelfordGate, tolerancesOf } from './shelford-gate.ts';
import type { IndicatorValue } from './types.ts';

const known = (value: number): IndicatorValue => ({
  kind: 'known',
  value,
  low: null,
  high: null,
  evidence: { kind: 'samples', source: 'S1', count: 6 },
});

describe('obstacle degree', () => {
  test('by hand', () => {
    // Lacks: 0.5 x 0.2 = 0.1, 0.3 x 1 = 0.3, 0.2 x 0 = 0; sum 0.4. Score 0.5 x 0.8 + 0.2 x 1 = 0.6
    const { score, obstacles, knownShare } = obstacleDegree(
      { slope: 0.8, soil: 0, ph: 1 },
      { slope: 0.5, soil: 0.3, ph: 0.2 },
    );
    expect(score).toBeCloseTo(0.6, 12);
    expect(knownShare).toBe(1);
    expect(obstacles.map(({ indicator, degree }) => `${indicator} ${degree.toFixed(3)}`)).toEqual([
      'soil 0.750',
      'slope 0.250',
    ]);
  });
  test('what is unknown is neither obstacle nor good, and is told', () => {
    const { score, obstacles, knownShare } = obstacleDegree(
      { slope: 0.5, soil: null },
      { slope: 0.25, soil: 0.5, ph: 0.25 },
    );
    expect(score).toBe(0.5);
    expect(knownShare).toBe(0.25);
    expect(obstacles).toEqual([{ indicator: 'slope', degree: 1 }]);
  });
  test('a perfect unit has no obstacle; nothing known has no score', () => {
    expect(obstacleDegree({ a: 1 }, { a: 1 })).toEqual({ score: 1, knownShare: 1, obstacles: [] });
    expect(obstacleDegree({ a: null }, { a: 1 })).toEqual({
      score: unknown('nothing-weighed'),
      knownShare: 0,
      obstacles: [],
    });
  });
  test('refuses values outside 0..1 and negative weights', () => {
    expect(() => obstacleDegree({ a: 1.1 }, { a: 1 })).toThrow('E-DIA-203');
    expect(() => obstacleDegree({ a: 1 }, { a: -1 })).toThrow('E-DIA-203');
  });
});

describe('Shelford gate', () => {
  const tolerances = {
    'slope-p90': { low: null, high: 25, verified: true },
    'soil-depth': { low: 30, high: null, verified: true },
    ph: { low: 5.5, high: 8.5, verified: true },
  } as const;
  const good = { 'slope-p90': known(20), 'soil-depth': known(60), ph: known(7) };

  test('all within is tolerated, ends included', () => {
    expect(shelfordGate(good, tolerances)).toMatchObject({ verdict: 'tolerated', limiting: null });
    const ends = { 'slope-p90': known(25), 'soil-depth': known(30), ph: known(8.5) };
    expect(shelfordGate(ends, tolerances).verdict).toBe('tolerated');
  });
  test('one factor outside limits whatever the others and the weights', () => {
    const gate = shelfordGate({ ...good, ph: known(8.6) }, tolerances);
    expect(gate).toMatchObject({ verdict: 'limited', limiting: 'ph' });
    expect(gate.factors[2]!.excess).toBeCloseTo(0.1, 12);
  });
  test('of several the one most steps outside: 15 cm of soil short (0.75) against 5 degrees (0.5)', () => {
    const gate = shelfordGate({ ...good, 'slope-p90': known(30), 'soil-depth': known(15) }, tolerances);
    expect(gate.limiting).toBe('soil-depth');
    expect(gate.factors.map(({ excess }) => excess)).toEqual([0.5, 0.75, 0]);
  });
  test('unknown factors and unverified ranges never make it tolerated', () => {
    expect(shelfordGate({ ...good, ph: unknown('no-samples') }, tolerances).verdict).toBe('insufficient');
    const doubtful = { ...tolerances, ph: { ...tolerances.ph, verified: false } };
    expect(shelfordGate(good, doubtful).verdict).toBe('insufficient');
    expect(shelfordGate(good, {}).verdict).toBe('insufficient');
    expect(shelfordGate({ 'slope-p90': known(40) }, tolerances).verdict).toBe('limited');
  });
  test('ranges come from the rules in force: forest tolerates 35 degrees, pH 5.5 to 8.5, 30 cm', () => {
    const forest = tolerancesOf('forest', FINDING_RULES);
    expect(forest['slope-p90']).toEqual({ low: null, high: 35, verified: true });
    expect(forest.ph).toEqual({ low: 5.5, high: 8.5, verified: true });
    expect(forest['soil-depth']).toMatchObject({ low: 30 });
    expect(forest['bulk-density']?.verified).toBe(false);
    expect(forest['relapse-share']).toBeUndefined();
    expect(forest['index-gap']).toBeUndefined();
    const changed = tolerancesOf('forest', FINDING_RULES, {
      'thin-soil': { limit: 50 },
      'compacted-soil': { limit: 1.4 },
      'acid-soil': { off: true },
    });
    expect(changed['soil-depth']).toMatchObject({ low: 50, verified: true });
    expect(changed['bulk-density']).toEqual({ low: null, high: 1.4, verified: true });
    expect(changed.ph).toEqual({ low: null, high: 8.5, verified: true });
  });
});
