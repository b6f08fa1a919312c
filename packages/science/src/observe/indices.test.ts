import { describe, expect, it } from 'vitest';
import { AftermineError } from '../base/index.ts';
import {
  type BandIndexId,
  computeIndex,
  fractionalVegetationCover,
  normalisedDifference,
} from './indices.ts';

const one = (value: number): Float32Array => Float32Array.of(value);
/** A spectrum of sparse grass, worked through by hand below. */
const grass = {
  blue: one(0.05),
  green: one(0.08),
  red: one(0.1),
  nir: one(0.3),
  swir1: one(0.2),
  swir2: one(0.15),
  lst: one(305),
};

describe('indices of one spectrum, by hand', () => {
  const byHand: Record<BandIndexId, number> = {
    ndvi: 0.2 / 0.4,
    nbr: 0.15 / 0.45,
    ndmi: 0.1 / 0.5,
    mndwi: -0.12 / 0.28,
    wetness: 0.0315 * 0.05 + 0.2021 * 0.08 + 0.3102 * 0.1 + 0.1594 * 0.3 - 0.6806 * 0.2 - 0.6109 * 0.15,
    si: (0.3 - 0.35) / 0.65,
    bsi: (0.3 - 0.35) / 0.65,
    // 2 swir1/(swir1+nir) = 0.8; nir/(nir+red) = 0.75; green/(green+swir1) = 2/7
    ibi: (0.8 - (0.75 + 2 / 7)) / (0.8 + (0.75 + 2 / 7)),
    ndbsi: (-0.05 / 0.65 + (0.8 - (0.75 + 2 / 7)) / (0.8 + (0.75 + 2 / 7))) / 2,
    lst: 305,
    evi: (2.5 * 0.2) / (0.3 + 0.6 - 0.375 + 1),
    savi: (1.5 * 0.2) / 0.9,
    albedo: 0.356 * 0.05 + 0.13 * 0.1 + 0.373 * 0.3 + 0.085 * 0.2 + 0.072 * 0.15 - 0.0018,
    'salinity-ndsi': -0.5,
    'salinity-si': Math.sqrt(0.005),
    'salinity-si1': Math.sqrt(0.008),
    'salinity-s5': 0.005 / 0.08,
  };
  for (const [id, expected] of Object.entries(byHand)) {
    it(id, () => {
      expect(computeIndex(id as BandIndexId, grass)[0]).toBeCloseTo(expected, 5);
    });
  }
});

it('swir1 makes land drier: wetness falls when it rises (the plus-sign trap)', () => {
  const wetter = computeIndex('wetness', grass)[0]!;
  expect(computeIndex('wetness', { ...grass, swir1: one(0.3) })[0]).toBeLessThan(wetter);
});

it('NDBSI is not SI alone', () => {
  expect(Math.abs(computeIndex('ndbsi', grass)[0]! - computeIndex('si', grass)[0]!)).toBeGreaterThan(0.02);
});

it('a denominator of 0 and a missing band give NaN, never an infinity', () => {
  const dark = Object.fromEntries(Object.keys(grass).map((name) => [name, one(0)]));
  for (const id of ['ndvi', 'nbr', 'mndwi', 'si', 'ibi', 'ndbsi', 'salinity-s5'] as const) {
    expect(computeIndex(id, dark)[0], id).toBeNaN();
    expect(computeIndex(id, { ...grass, red: one(NaN), swir1: one(NaN), swir2: one(NaN) })[0], id).toBeNaN();
  }
});

it('a normalised difference does not change when both bands are scaled alike', () => {
  const a = Float32Array.of(0.1, 0.4, 0.33);
  const b = Float32Array.of(0.2, 0.1, 0.33);
  const double = (x: Float32Array): Float32Array => x.map((value) => value * 2);
  expect(normalisedDifference(double(a), double(b))).toEqual(normalisedDifference(a, b));
});

it('a missing band is named', () => {
  const act = (): unknown => computeIndex('nbr', { nir: one(0.3) });
  expect(act).toThrow(AftermineError);
  expect(act).toThrow(/E-OBS-101.*swir2/);
});

it('bands of different length are refused', () => {
  expect(() => computeIndex('ndvi', { nir: new Float32Array(2), red: new Float32Array(3) })).toThrow(
    /E-OBS-103/,
  );
});

it('vegetation cover runs from 0 at bare soil to 1 at full cover and is held there', () => {
  const cover = fractionalVegetationCover(Float32Array.of(-0.2, 0.05, 0.45, 0.85, 1, NaN), 0.05, 0.85);
  expect(Array.from(cover.subarray(0, 5), (v) => Number(v.toFixed(6)))).toEqual([0, 0, 0.5, 1, 1]);
  expect(cover[5]).toBeNaN();
  expect(() => fractionalVegetationCover(cover, 0.5, 0.5)).toThrow(/E-OBS-104/);
});
