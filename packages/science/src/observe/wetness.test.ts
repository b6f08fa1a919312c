import { expect, it } from 'vitest';
import { NEDKOV_2017, SENTINEL2_WETNESS_BANDS, WETNESS_SETS, wetness, wetnessSet } from './wetness.ts';

it('every set is a unit vector, as a rotated axis must be (a mistyped figure would show)', () => {
  for (const { id, coefficients } of Object.values(WETNESS_SETS)) {
    expect(Math.hypot(...coefficients), id).toBeCloseTo(1, 3);
  }
  expect(Math.hypot(...NEDKOV_2017)).toBeCloseTo(1, 3);
  expect(NEDKOV_2017.length).toBe(SENTINEL2_WETNESS_BANDS.length);
});

it('both short-wave infrared bands count against wetness in every set', () => {
  for (const { id, coefficients } of Object.values(WETNESS_SETS)) {
    expect(coefficients[4], id).toBeLessThan(-0.4);
    expect(coefficients[5], id).toBeLessThan(-0.4);
  }
});

it('water is wetter than bare spoil', () => {
  const pixels = [
    [0.06, 0.12],
    [0.07, 0.16],
    [0.05, 0.2],
    [0.03, 0.27],
    [0.01, 0.34],
    [0.01, 0.3],
  ].map((pair) => Float32Array.from(pair));
  for (const { coefficients } of Object.values(WETNESS_SETS)) {
    const [water, spoil] = wetness(pixels, coefficients);
    expect(water).toBeGreaterThan(spoil!);
  }
});

it('thirteen bands go with the thirteen-band set and with no other', () => {
  const bands = NEDKOV_2017.map((_, b) => Float32Array.of(b === 10 ? 1 : 0));
  expect(wetness(bands, NEDKOV_2017)[0]).toBeCloseTo(-0.4064, 6);
  expect(() => wetness(bands, WETNESS_SETS['crist-1985'].coefficients)).toThrow(/E-OBS-103/);
});

it('an unknown set is refused by name', () => {
  expect(() => wetnessSet('toString')).toThrow(/E-OBS-102/);
  expect(wetnessSet('crist-1985').verified).toBe(true);
});
