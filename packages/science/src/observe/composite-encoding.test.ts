import { expect, it } from 'vitest';
import { compositeBand, decodeBand, encodeBand, encodeIndex } from './composite-encoding.ts';
import { DECLARATIONS } from './declare.ts';

it('Landsat Collection 2 passes through without losing a bit', () => {
  const samples = Uint16Array.from({ length: 65_536 }, (_, k) => k);
  const source = { samples, scale: 0.0000275, offset: -0.2, nodata: 0 };
  expect(encodeBand('red', source)).toEqual(samples);
});

it('other reflectance is kept to half a step', () => {
  const values = Float32Array.from({ length: 1000 }, (_, k) => -0.05 + k * 0.0012);
  const encoded = encodeBand('nir', { samples: values, scale: 1, offset: 0, nodata: null });
  const back = decodeBand(compositeBand('nir', encoded));
  back.forEach((value, i) => {
    expect(Math.abs(value - values[i]!)).toBeLessThan(0.0000138);
  });
});

it('Sentinel-2 numbers keep their reflectance, no data becomes 0', () => {
  const encoded = encodeBand('blue', {
    samples: Uint16Array.of(0, 1500, 4000),
    scale: 0.0001,
    offset: -0.1,
    nodata: 0,
  });
  const back = decodeBand(compositeBand('blue', encoded));
  expect(encoded[0]).toBe(0);
  expect(back[0]).toBeNaN();
  expect(back[1]).toBeCloseTo(0.05, 4);
  expect(back[2]).toBeCloseTo(0.3, 4);
});

it('values beyond the encoding are held at its ends and never become no data', () => {
  const encoded = encodeBand('red', {
    samples: Float32Array.of(-5, -0.2, 9, NaN),
    scale: 1,
    offset: 0,
    nodata: null,
  });
  expect(Array.from(encoded)).toEqual([1, 1, 65_535, 0]);
});

it('heat is kept to 0.002 K', () => {
  const encoded = encodeBand('lst', { samples: Float32Array.of(301.234), scale: 1, offset: 0, nodata: null });
  expect(Math.abs(decodeBand(compositeBand('lst', encoded))[0]! - 301.234)).toBeLessThan(0.0018);
});

it('a no-data value other than 0 is turned into 0 even where the scaling fits', () => {
  const source = { samples: Uint16Array.of(65_535, 9000), scale: 0.0000275, offset: -0.2, nodata: 65_535 };
  expect(Array.from(encodeBand('red', source))).toEqual([0, 9000]);
});

it('indices are stored in steps of 0.0001, held at the ends, NaN as no data', () => {
  const { storage } = DECLARATIONS.ndvi;
  expect(Array.from(encodeIndex(Float32Array.of(0.12345, -1, 7, -7, NaN), storage))).toEqual([
    1235, -10_000, 32_767, -32_767, -32_768,
  ]);
  expect(Array.from(encodeIndex(Float32Array.of(300.126, NaN), DECLARATIONS.lst.storage))).toEqual([
    30_013, 0,
  ]);
});
