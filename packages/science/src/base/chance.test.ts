import { describe, expect, test } from 'vitest';
import { chance, seedOf } from './chance.ts';

describe('chance', () => {
  test('repeats itself for the same seed and differs for another', () => {
    const draw = (seed: number): number[] => {
      const stream = chance(seed);
      return Array.from({ length: 5 }, () => stream.uniform());
    };
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
  });

  test('is uniform on 0..1: mean 1/2, variance 1/12', () => {
    const stream = chance(1);
    const values = Array.from({ length: 20_000 }, () => stream.uniform());
    const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
    const variance = values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / values.length;
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values)).toBeLessThan(1);
    expect(mean).toBeCloseTo(0.5, 2);
    expect(variance).toBeCloseTo(1 / 12, 2);
  });

  test('gives normal deviates: 68 % within one standard deviation', () => {
    const stream = chance(2);
    const values = Array.from({ length: 20_000 }, () => stream.normal());
    const within = values.filter((v) => Math.abs(v) < 1).length / values.length;
    expect(within).toBeGreaterThan(0.67);
    expect(within).toBeLessThan(0.695);
  });

  test('has another seed for every purpose', () => {
    const seeds = ['clouds', 'hills', 'weather 1990', 'weather 1991'].map((purpose) => seedOf(3, purpose));
    expect(new Set(seeds).size).toBe(4);
  });
});
