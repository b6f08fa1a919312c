import { expect, test } from 'vitest';
import { isUnknown, unknown } from '../../base/index.ts';
import type { RiskFactor } from './sample-factors.ts';
import { tornado } from './tornado.ts';

const factors: readonly RiskFactor[] = [
  { name: 'small', kind: 'uniform', low: 0, high: 1 },
  { name: 'large', kind: 'uniform', low: 0, high: 10 },
  { name: 'none', kind: 'uniform', low: 0, high: 100 },
];

test('swings by hand, greatest first, others at their medians', () => {
  const result = tornado(([a, b]) => Float64Array.of(0, 2 * a! - b!), factors, { output: 1 });
  if (isUnknown(result)) throw new Error(result.reason);
  expect(result.base).toBeCloseTo(1 - 5, 12);
  expect(result.bars.map(({ factor }) => factor)).toEqual(['large', 'small', 'none']);
  // large: 0.5 -> 1 - 0.5, 9.5 -> 1 - 9.5; small: 0.05 -> 0.1 - 5, 0.95 -> 1.9 - 5
  expect(result.bars[0]?.low).toBeCloseTo(0.5, 12);
  expect(result.bars[0]?.high).toBeCloseTo(-8.5, 12);
  expect(result.bars[0]?.swing).toBeCloseTo(9, 12);
  expect(result.bars[1]).toMatchObject({ lowInput: 0.05, highInput: 0.95 });
  expect(result.bars[1]?.swing).toBeCloseTo(1.8, 12);
  expect(result.bars[2]?.swing).toBe(0);
});

test('a straight-line model: swings are its slopes, whatever the order of factors', () => {
  for (const tail of [0.01, 0.1, 0.25]) {
    const result = tornado(([a, b, c]) => Float64Array.of(a! + b! + c!), [...factors].reverse(), { tail });
    if (isUnknown(result)) throw new Error(result.reason);
    expect(result.bars.map(({ factor }) => factor)).toEqual(['none', 'large', 'small']);
    result.bars.forEach(({ swing }, k) => {
      expect(swing).toBeCloseTo((1 - 2 * tail) * [100, 10, 1][k]!, 12);
    });
  }
});

test('a model without an answer at some end has no tornado', () => {
  expect(tornado(([a]) => Float64Array.of(a! > 0.9 ? Number.NaN : 1), factors)).toEqual(
    unknown('model-without-answer', { got: 1, draws: 7 }),
  );
});

test('refuses outputs that are not there and tails past the median', () => {
  expect(() => tornado((x) => x, factors, { output: 3 })).toThrow('E-PLN-201');
  expect(() => tornado((x) => x, factors, { tail: 0.5 })).toThrow('E-PLN-201');
});
