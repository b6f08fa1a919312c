import { expect, test } from 'vitest';
import { topographicWetness } from './topographic-wetness.ts';

const cell = { xMetres: 10, yMetres: 10 };

test('by hand: 7 cells of 10 m over a slope of one in ten, ln(70 / 0.1)', () => {
  const slope = Float32Array.of((Math.atan(0.1) * 180) / Math.PI);
  expect(topographicWetness(Uint32Array.of(7), slope, cell, 1)[0]).toBeCloseTo(Math.log(700), 5);
});

test('level ground is held at the least gradient; voids and unknown slopes have no index', () => {
  const found = topographicWetness(Uint32Array.of(5, 0, 5), Float32Array.of(0, 3, Number.NaN), cell, 3);
  expect(found[0]).toBeCloseTo(Math.log(50 / 0.001), 5);
  expect(found[1]).toBeNaN();
  expect(found[2]).toBeNaN();
  const coarser = topographicWetness(Uint32Array.of(5), Float32Array.of(0), cell, 1, {
    minimumGradient: 0.05,
  });
  expect(coarser[0]).toBeCloseTo(Math.log(1000), 5);
});

test('oblong cells drain over the width of a square of the same area', () => {
  const oblong = { xMetres: 20, yMetres: 5 };
  const slope = Float32Array.of(45);
  expect(topographicWetness(Uint32Array.of(3), slope, oblong, 1)[0]).toBeCloseTo(Math.log(30), 5);
});

test('more water or a gentler slope is always wetter', () => {
  for (let n = 1; n < 1000; n *= 3) {
    const [a, b, c] = topographicWetness(Uint32Array.of(n, n + 1, n), Float32Array.of(20, 20, 10), cell, 3);
    expect(b).toBeGreaterThan(a!);
    expect(c).toBeGreaterThan(a!);
  }
});

test('layers that do not fit, and a gradient of zero, are refused', () => {
  expect(() => topographicWetness(new Uint32Array(2), new Float32Array(4), cell, 2)).toThrow('E-TER-001');
  expect(() => topographicWetness(new Uint32Array(5), new Float32Array(5), cell, 2)).toThrow('E-TER-001');
  expect(() =>
    topographicWetness(new Uint32Array(1), new Float32Array(1), cell, 1, { minimumGradient: 0 }),
  ).toThrow('E-TER-002');
});
