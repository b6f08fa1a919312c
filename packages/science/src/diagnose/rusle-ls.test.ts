import { expect, it } from 'vitest';
import { lsFactor, lsFactorCells, slopeLengthExponent, slopeSteepnessFactor } from './rusle-ls.ts';

const atPercent = (percent: number): number => (Math.atan(percent / 100) * 180) / Math.PI;

it('the exponent steps at 1, 3.5, 5 and 9 percent and grows smoothly above', () => {
  expect([1, 3.5, 5, 9].map((percent) => slopeLengthExponent(atPercent(percent - 0.001)))).toEqual([
    0.2, 0.3, 0.4, 0.5,
  ]);
  // sin 30 deg = 0.5: b = 5.580357 / (3 x 0.574349 + 0.56) = 2.444258, m = 0.709662
  expect(slopeLengthExponent(30)).toBeCloseTo(0.709662, 6);
});

it('steepness: 10.8 sin + 0.03 below nine percent, 16.8 sin - 0.5 above', () => {
  expect(slopeSteepnessFactor(0)).toBeCloseTo(0.03, 12);
  expect(slopeSteepnessFactor(30)).toBeCloseTo(7.9, 12);
});

it('a divide cell of 22.13 m that faces north has length factor 1', () => {
  expect(lsFactor(30, 0, 0, { cellSizeMetres: 22.13 })).toBeCloseTo(7.9, 12);
});

it('the length in units of area equals Foster and Wischmeier: the n-th stretch of a straight slope', () => {
  // Four cells of 20 m in a row; the fourth has (80^1.5 - 60^1.5) / (20 x 22.13^0.5) = 2.665500 at m = 0.5 (8 %).
  const slope = atPercent(8);
  const ls = lsFactor(slope, 90, 3, { cellSizeMetres: 20, upslope: 'area' });
  const fourth = (80 ** 1.5 - 60 ** 1.5) / (20 * 22.13 ** 0.5);
  expect(ls / slopeSteepnessFactor(slope)).toBeCloseTo(fourth, 10);
  expect(fourth).toBeCloseTo(2.6655, 6);
});

it('x takes the aspect: a north-east slope divides the length by sqrt(2)^m, whatever its steepness', () => {
  const north = lsFactor(20, 0, 5, { cellSizeMetres: 30 });
  const northEast = lsFactor(20, 45, 5, { cellSizeMetres: 30 });
  expect(north / northEast).toBeCloseTo(Math.SQRT2 ** slopeLengthExponent(20), 12);
  for (const turn of [90, 180, 270, -45, 405]) {
    const expected = turn % 90 === 0 ? north : northEast;
    expect(lsFactor(20, turn, 5, { cellSizeMetres: 30 })).toBeCloseTo(expected, 10);
  }
});

it('runoff is gathered over 122 m and no further', () => {
  const options = { cellSizeMetres: 10 };
  // sqrt(n) x 10 m = 122 m at 148.84 cells
  expect(lsFactor(15, 0, 149, options)).toBe(lsFactor(15, 0, 1e6, options));
  expect(lsFactor(15, 0, 148, options)).toBeLessThan(lsFactor(15, 0, 149, options));
  const area = { cellSizeMetres: 10, upslope: 'area' } as const;
  expect(lsFactor(15, 0, 12, area)).toBeLessThan(lsFactor(15, 0, 13, area));
  expect(lsFactor(15, 0, 13, area)).toBe(lsFactor(15, 0, 1e6, area));
});

it('the tables of the array kernel stay within 1e-5 of the equation, at every limit and cell size', () => {
  const slopes: number[] = [
    0,
    90,
    89.996,
    ...[1, 3.5, 5, 9].flatMap((p) => [atPercent(p) - 1e-4, atPercent(p) + 1e-4]),
  ];
  for (let i = 0; i < 400; i += 1) slopes.push(((i * 37.7) % 89) + 0.0037);
  const aspects = slopes.map((_, i) => (i % 11 === 0 ? Number.NaN : (i * 53.417) % 360));
  const upstream = slopes.map((_, i) => [0, 1, 3, 16, 17, 250.5, 40_000, 90_000, 5e6][i % 9]!);
  for (const upslope of ['area', 'root-of-area'] as const) {
    for (const cellSizeMetres of [0.1, 1, 12.5, 30, 200]) {
      const options = { cellSizeMetres, upslope };
      const layers = [Float32Array.from(slopes), Float32Array.from(aspects)] as const;
      // Whole counts take the fast form where cells are not too small, others the plain one.
      const plain = lsFactorCells(...layers, Float64Array.from(upstream), options);
      const fast = lsFactorCells(...layers, Uint32Array.from(upstream), options);
      slopes.forEach((slope, i) => {
        const at = [Math.fround(slope), Math.fround(aspects[i]!)] as const;
        const exact = lsFactor(...at, upstream[i]!, options);
        const whole = lsFactor(...at, Math.floor(upstream[i]!), options);
        expect(Math.abs(plain[i]! / exact - 1), `${slope} ${aspects[i]} ${upstream[i]}`).toBeLessThan(1e-5);
        expect(Math.abs(fast[i]! / whole - 1), `${slope} ${aspects[i]} ${upstream[i]}`).toBeLessThan(1e-5);
      });
    }
  }
});

it('counts with the cell itself among them give what counts without it give', () => {
  const [slopes, aspects] = [new Float32Array(200).fill(12), new Float32Array(200).fill(30)];
  for (const Counts of [Uint32Array, Float64Array]) {
    const upstream = new Counts(200).map((_, i) => i);
    const without = lsFactorCells(slopes, aspects, upstream, { cellSizeMetres: 10 });
    const withItself = lsFactorCells(
      slopes,
      aspects,
      upstream.map((count) => count + 1),
      { cellSizeMetres: 10, itselfCounted: true },
    );
    expect(withItself).toEqual(without);
  }
});

it('the result may lie over the counts', () => {
  const [slopes, aspects] = [new Float32Array(5000).fill(12), new Float32Array(5000).fill(30)];
  const counts = Uint32Array.from({ length: 5000 }, (_, i) => i % 200);
  const apart = lsFactorCells(slopes, aspects, counts, { cellSizeMetres: 10 });
  const over = lsFactorCells(
    slopes,
    aspects,
    counts,
    { cellSizeMetres: 10 },
    new Float32Array(counts.buffer),
  );
  expect(over).toEqual(apart);
});

it('no-data slopes stay no data, layers of another size and senseless numbers are refused', () => {
  const nan = Float32Array.of(Number.NaN, 10);
  for (const Counts of [Uint32Array, Float64Array]) {
    const slopes = Float32Array.of(Number.NaN, 10, -1, 90.01, 10);
    const aspects = Float32Array.of(0, 0, 0, 0, Number.NaN);
    const ls = lsFactorCells(slopes, aspects, new Counts(5), { cellSizeMetres: 30 });
    expect([...ls].map(Number.isNaN)).toEqual([true, false, true, true, false]);
    expect(ls[1]).toBeGreaterThan(0);
    expect(ls[4]).toBe(ls[1]);
    // No data is the same byte for byte, or products of layers would not be.
    const bits = new Uint32Array(ls.buffer);
    expect([bits[0], bits[2]]).toEqual(
      new Array(2).fill(new Uint32Array(Float32Array.of(Number.NaN).buffer)[0]),
    );
  }
  expect(() => lsFactorCells(nan, Float32Array.of(0), Uint32Array.of(0, 0), { cellSizeMetres: 30 })).toThrow(
    /E-DIA-101/,
  );
  expect(() => lsFactor(91, 0, 0, { cellSizeMetres: 30 })).toThrow(/E-DIA-102/);
  expect(() => lsFactor(10, 0, 0, { cellSizeMetres: 0 })).toThrow(/E-DIA-102/);
});
