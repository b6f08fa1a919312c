import { expect, it } from 'vitest';
import { type HabitatThreat, habitatDegradation, habitatQuality, halfSaturation } from './habitat-quality.ts';

const row = (...values: number[]): Float32Array => Float32Array.from(values);
/** Land codes: 0 mine, 1 forest, 2 grass. */
const land = Uint8Array.of(0, 1, 2, 1);
const mine: HabitatThreat = {
  intensity: row(1, 0, 0, 0),
  weight: 1,
  maxDistanceMetres: 20,
  decay: 'linear',
  sensitivity: [0, 0.8, 0.5],
};
const road: HabitatThreat = { ...mine, intensity: row(0, 0, 0, 1), weight: 3, sensitivity: [0, 0.4, 0.2] };
const grid = { width: 4, cellSizeMetres: 10, combine: 'sum' } as const;

it('two threats on four cells: by hand', () => {
  // Mine 1, .5, 0, 0 and road 0, 0, .5, 1; weights 1/4 and 3/4.
  const degradation = habitatDegradation(land, [mine, road], grid);
  [0, 0.25 * 0.5 * 0.8, 0.75 * 0.5 * 0.2, 0.75 * 1 * 0.4].forEach((value, i) => {
    expect(degradation[i]).toBeCloseTo(value, 6);
  });
});

it('protection lets nothing through', () => {
  const degradation = habitatDegradation(land, [mine, road], grid, row(1, 0.5, 0, Number.NaN));
  expect(degradation[1]).toBeCloseTo(0.05, 6);
  expect(degradation[2]).toBe(0);
  expect(degradation[3]).toBeNaN();
});

it('at D = k half of the suitability is left, without threats all of it', () => {
  const quality = habitatQuality(land, [0, 1, 0.7], row(0.1, 0.1, 0.1, 0), 0.1);
  [0, 0.5, 0.35, 1].forEach((value, i) => {
    expect(quality[i]).toBeCloseTo(value, 6);
  });
  // D = 2k: 1 / (2^2.5 + 1) = 0.150221
  expect(habitatQuality(Uint8Array.of(1), [0, 1], row(0.2), 0.1)[0]).toBeCloseTo(0.150221, 6);
});

it('quality never rises with degradation and never leaves 0..H', () => {
  const degradation = Float32Array.from({ length: 200 }, (_, i) => i / 100);
  const quality = habitatQuality(new Uint8Array(200).fill(1), [0, 0.8], degradation);
  for (let i = 1; i < 200; i += 1) expect(quality[i]).toBeLessThanOrEqual(quality[i - 1]!);
  expect(quality[0]).toBeCloseTo(0.8, 6);
  expect(quality[199]).toBeGreaterThanOrEqual(0);
});

it('a new mine degrades everything within its reach and nothing beyond', () => {
  const n = 20;
  const sensitivity = [0.5];
  const code = new Uint8Array(n * n);
  const threat = new Float32Array(n * n);
  threat[10 * n + 10] = 1;
  const reach = { ...mine, intensity: threat, maxDistanceMetres: 50, sensitivity };
  const degradation = habitatDegradation(code, [reach], { width: n, cellSizeMetres: 10 });
  for (let i = 0; i < n * n; i += 1) {
    const far = 10 * Math.hypot((i % n) - 10, Math.floor(i / n) - 10);
    expect(degradation[i]! > 0).toBe(far < 50);
  }
});

it('k is half of the greatest degradation, and unknown without any', () => {
  expect(halfSaturation(row(0.1, 0.4, Number.NaN, 0.2))).toBeCloseTo(0.2, 6);
  expect(halfSaturation(row(0, Number.NaN))).toEqual({ kind: 'unknown', reason: 'no-degradation' });
});

it('codes without suitability are no data; other sizes, k 0 and sensitivity above 1 are refused', () => {
  expect(habitatQuality(Uint8Array.of(9), [1], row(0))[0]).toBeNaN();
  expect(() => habitatQuality(land, [1], row(0))).toThrow(/E-DIA-101/);
  expect(() => habitatQuality(land, [1], row(0, 0, 0, 0), 0)).toThrow(/E-DIA-102/);
  expect(() => habitatDegradation(land, [{ ...mine, sensitivity: [2] }], grid)).toThrow(/E-DIA-102/);
  expect(() => habitatDegradation(land, [{ ...mine, intensity: row(1) }], grid)).toThrow(/E-DIA-101/);
});
