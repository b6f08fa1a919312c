import { describe, expect, it } from 'vitest';
import { compositeBand, encodeBand } from './composite-encoding.ts';
import {
  assertKelvin,
  assertScaledReflectance,
  harmoniseRoy2016,
  looksUnscaled,
  needsHarmonising,
  sentinel2Scaling,
} from './reflectance.ts';

/** Reflectance of a mixed mining landscape, 200 pixels a band. */
const land = {
  blue: Float32Array.from({ length: 200 }, (_, i) => 0.03 + (i % 10) * 0.01),
  red: Float32Array.from({ length: 200 }, (_, i) => 0.03 + (i % 10) * 0.02),
  nir: Float32Array.from({ length: 200 }, (_, i) => 0.2 + (i % 7) * 0.03),
  swir1: Float32Array.from({ length: 200 }, (_, i) => 0.15 + (i % 5) * 0.05),
};
type Name = keyof typeof land;
const names = Object.keys(land) as Name[];
const as = (raw: (value: number) => number, scale: number, offset: number) =>
  Object.fromEntries(
    names.map((name) => [name, { samples: land[name].map(raw), scale, offset, nodata: null }]),
  );

describe('reflectance that is not scaled as it says', () => {
  it('well scaled reflectance passes, in any encoding', () => {
    expect(looksUnscaled(as((v) => v, 1, 0)).verdict).toBe('plausible');
    expect(looksUnscaled(as((v) => (v + 0.2) / 0.0000275, 0.0000275, -0.2)).verdict).toBe('plausible');
    expect(() =>
      assertScaledReflectance(
        'scene',
        as((v) => v * 10_000, 0.0001, 0),
      ),
    ).not.toThrow();
  });

  it('raw Collection 2 numbers are refused, with the scaling that fits', () => {
    const raw = as((v) => (v + 0.2) / 0.0000275, 1, 0);
    expect(looksUnscaled(raw)).toMatchObject({
      verdict: 'unscaled',
      suggestion: expect.stringContaining('0.0000275'),
    });
    expect(() => assertScaledReflectance('LC08', raw)).toThrow(/E-OBS-110.*LC08/);
  });

  it('raw Sentinel-2 numbers and percent are refused', () => {
    expect(looksUnscaled(as((v) => v * 10_000, 1, 0)).verdict).toBe('unscaled');
    expect(looksUnscaled(as((v) => v * 100, 1, 0)).verdict).toBe('unscaled');
  });

  it('Collection 2 numbers with the old scale are refused: nothing is dark', () => {
    const old = as((v) => (v + 0.2) / 0.0000275, 0.0001, 0);
    expect(() => assertScaledReflectance('scene', old)).toThrow(/E-OBS-111/);
  });

  it('the Sentinel-2 offset taken off twice is refused', () => {
    expect(() =>
      assertScaledReflectance(
        'scene',
        as((v) => v * 10_000, 0.0001, -0.1),
      ),
    ).toThrow(/E-OBS-112/);
  });

  it('reflectance scaled once more as if it were numbers is refused', () => {
    expect(looksUnscaled(as((v) => v, 0.0000275, -0.2)).verdict).toBe('scaled-twice');
  });

  it('masked pixels do not count, and too few give no verdict', () => {
    const mixed = as((v) => v, 1, 0);
    for (const name of names) mixed[name]!.samples.fill(9, 0, 150);
    const clear = new Uint8Array(200).fill(1).fill(0, 0, 150);
    expect(looksUnscaled(mixed, clear).verdict).toBe('plausible');
    expect(looksUnscaled(mixed, new Uint8Array(200)).verdict).toBe('unseen');
  });

  it('heat in degrees Celsius or raw numbers is refused', () => {
    const heat = (value: number) => ({
      samples: new Float32Array(100).fill(value),
      scale: 1,
      offset: 0,
      nodata: null,
    });
    expect(() => assertKelvin('scene', heat(303))).not.toThrow();
    expect(() => assertKelvin('scene', heat(30))).toThrow(/E-OBS-113/);
    expect(() => assertKelvin('scene', heat(45_000))).toThrow(/E-OBS-113/);
  });
});

describe('Sentinel-2 offset', () => {
  it('is taken off once from baseline 04.00, whatever the date', () => {
    expect(sentinel2Scaling('04.00', false, '2022-03-01').offset).toBe(-0.1);
    expect(sentinel2Scaling('N0500', false, '2018-07-01').offset).toBe(-0.1);
    expect(sentinel2Scaling('03.01', false, '2022-03-01').offset).toBe(0);
  });

  it('is never taken off again where the provider has done so', () => {
    expect(sentinel2Scaling('05.09', true, '2023-07-01').offset).toBe(0);
  });

  it('without a baseline the date decides', () => {
    expect(sentinel2Scaling(null, false, '2022-01-25T10:00:00Z').offset).toBe(-0.1);
    expect(sentinel2Scaling(null, false, '2022-01-24').offset).toBe(0);
    expect(() => sentinel2Scaling('latest', false, '2022-01-24')).toThrow(/E-OBS-114/);
  });
});

describe('harmonisation of TM and ETM+', () => {
  it('is the published line, in reflectance', () => {
    const samples = encodeBand('nir', {
      samples: Float32Array.of(0.3, NaN),
      scale: 1,
      offset: 0,
      nodata: null,
    });
    const { samples: after, scale, offset } = compositeBand('nir', harmoniseRoy2016('nir', samples));
    expect(after[0]! * scale + offset).toBeCloseTo(0.8462 * 0.3 + 0.0412, 4);
    expect(after[1]).toBe(0);
  });

  it('leaves heat alone and speaks of TM and ETM+ only', () => {
    expect(Array.from(harmoniseRoy2016('lst', Uint16Array.of(40_000)))).toEqual([40_000]);
    expect([4, 5, 7, 8, 9].filter((k) => needsHarmonising(`landsat-${k}`))).toEqual([4, 5, 7]);
  });
});
