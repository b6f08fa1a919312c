import { expect, it } from 'vitest';
import { hasText } from '../base/index.ts';
import { DECLARATIONS, type IndexId, isIndexId } from './declare.ts';
import { type BandIndexId, computeIndex } from './indices.ts';
import { REFLECTANCE_BANDS } from './types.ts';

const entries = Object.entries(DECLARATIONS) as [IndexId, (typeof DECLARATIONS)[IndexId]][];

it('every index stands under its own id and has a name in both languages', () => {
  for (const [id, declaration] of entries) {
    expect(declaration.id).toBe(id);
    expect(hasText(declaration.labelKey), declaration.labelKey).toBe(true);
    expect(declaration.source.length, id).toBeGreaterThan(10);
  }
});

it('physical reflectance never leaves the declared range of an index', () => {
  let state = 1;
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
  const bands = Object.fromEntries(
    REFLECTANCE_BANDS.map((name) => [name, Float32Array.from({ length: 400 }, random)]),
  );
  for (const [id, { range, bands: needed }] of entries) {
    // EVI and S5 are ratios that the bounds of reflectance alone do not bound; heat is not reflectance
    if (needed.length === 0 || ['lst', 'fvc', 'evi', 'salinity-s5'].includes(id)) continue;
    for (const value of computeIndex(id as BandIndexId, bands)) {
      expect(value, id).toBeGreaterThanOrEqual(range[0] - 1e-6);
      expect(value, id).toBeLessThanOrEqual(range[1] + 1e-6);
    }
  }
});

it('the stored form can hold the declared range', () => {
  for (const [id, { range, storage }] of entries) {
    const [least, greatest] = storage.type === 'int16' ? [-32767, 32767] : [1, 65535];
    expect((range[0] - storage.offset) / storage.scale, id).toBeGreaterThanOrEqual(least);
    expect((range[1] - storage.offset) / storage.scale, id).toBeLessThanOrEqual(greatest);
  }
});

it('an id that is not declared is not an index, whatever objects inherit', () => {
  expect(isIndexId('ndvi')).toBe(true);
  expect(isIndexId('toString')).toBe(false);
});
