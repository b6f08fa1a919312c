import { describe, expect, it } from 'vitest';
import { compositeBand, decodeBand } from './composite-encoding.ts';
import { computeIndex } from './indices.ts';
import { type BandSamples, rseiComponents } from './rsei-components.ts';
import { ALL_BANDS, type BandName } from './types.ts';

let state = 11;
const random = (): number => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state / 4_294_967_296;
};
const PIXELS = 5003;
const stored = Object.fromEntries(
  ALL_BANDS.map((name): [BandName, BandSamples] => {
    const level = name === 'lst' ? 42_000 : 7300;
    const samples = Uint16Array.from({ length: PIXELS }, () =>
      random() < 0.03 ? 0 : level + Math.floor(random() * 9000),
    );
    return [name, compositeBand(name, samples)];
  }),
) as Record<BandName, BandSamples>;
const clear = Uint8Array.from({ length: PIXELS }, () => (random() < 0.9 ? 1 : 0));

describe('the one-pass kernel', () => {
  it('equals its plain form to the last bit, with gaps, clouds and a size that fits no strip', () => {
    const fast = rseiComponents(stored, { clear, waterThreshold: 0.1 });
    expect(fast).toEqual(rseiComponents(stored, { clear, waterThreshold: 0.1, plain: true }));
    expect(new Set(fast.land)).toEqual(new Set([0, 1, 2]));
  });

  it('equals its plain form on float, signed and byte samples too', () => {
    const kinds: Record<string, BandSamples> = {
      floats: { samples: Float32Array.of(0.1, NaN, 0.3, 0.2, 0), scale: 1, offset: 0, nodata: null },
      signed: { samples: Int16Array.of(1000, -9999, 3000, -50, 0), scale: 0.0001, offset: 0, nodata: -9999 },
      bytes: { samples: Uint8Array.of(10, 255, 30, 20, 0), scale: 0.01, offset: 0, nodata: 255 },
    };
    for (const [kind, band] of Object.entries(kinds)) {
      const bands = Object.fromEntries(ALL_BANDS.map((name) => [name, band]));
      expect(rseiComponents(bands), kind).toEqual(rseiComponents(bands, { plain: true }));
    }
  });

  it('gives what the single-index kernels give', () => {
    const bands = Object.fromEntries(ALL_BANDS.map((name) => [name, decodeBand(stored[name])]));
    const parts = rseiComponents(stored);
    for (const id of ['ndvi', 'wetness', 'ndbsi', 'mndwi'] as const) {
      const single = computeIndex(id, bands);
      parts[id].forEach((value, i) => {
        if (!Number.isNaN(value)) expect(Math.abs(value - single[i]!)).toBeLessThan(2e-5);
      });
    }
  });
});

it('a pixel that lacks a reflectance band has no component and is no land, but keeps its heat', () => {
  const bands = Object.fromEntries(
    ALL_BANDS.map((name) => [name, compositeBand(name, Uint16Array.of(name === 'swir2' ? 0 : 45_000))]),
  );
  const { ndvi, wetness, ndbsi, mndwi, land, lst } = rseiComponents(bands);
  expect([ndvi[0], wetness[0], ndbsi[0], mndwi[0]]).toEqual([NaN, NaN, NaN, NaN]);
  expect(land[0]).toBe(0);
  expect(lst![0]).toBeCloseTo(302.81, 2);
});

it('water is where MNDWI exceeds the threshold, land where it does not', () => {
  const at = (green: number, swir1: number, waterThreshold: number): number => {
    const value = { blue: 0.1, green, red: 0.1, nir: 0.1, swir1, swir2: 0.1 };
    const bands = Object.fromEntries(
      Object.entries(value).map(([name, v]) => [
        name,
        { samples: Float32Array.of(v), scale: 1, offset: 0, nodata: null },
      ]),
    );
    return rseiComponents(bands, { waterThreshold }).land[0]!;
  };
  expect(at(0.2, 0.1, 0)).toBe(2);
  expect(at(0.1, 0.2, 0)).toBe(1);
  expect(at(0.15, 0.1, 0.3)).toBe(1);
});

it('arrays may be reused, and bands may lack heat', () => {
  const { lst: _, ...optical } = stored;
  const first = rseiComponents(optical);
  expect(first.lst).toBeNull();
  const again = rseiComponents(optical, { into: first, clear });
  expect(again.ndvi).toBe(first.ndvi);
  expect(() => rseiComponents({ red: stored.red })).toThrow(/E-OBS-101/);
});
