import { expect, test } from 'vitest';
import { catalogue } from '../base/index.ts';
import { SEEN_FROM_ABOVE, SER_ATTRIBUTES, type SerSubAttribute, serWheel } from './ser-wheel.ts';

const subs: readonly SerSubAttribute[] = Object.values(SER_ATTRIBUTES).flat();

test('six attributes of three, each with its words, a third of them seen from above', () => {
  expect(Object.keys(SER_ATTRIBUTES)).toHaveLength(6);
  expect(new Set(subs).size).toBe(18);
  expect(SEEN_FROM_ABOVE).toHaveLength(6);
  expect(SEEN_FROM_ABOVE.filter((sub) => !subs.includes(sub))).toEqual([]);
  const keys = [...Object.keys(SER_ATTRIBUTES), ...subs].map((id) => `ser.${id}`);
  expect(keys.filter((key) => !(key in catalogue))).toEqual([]);
});

test('means by hand: attribute of three, overall of those with stars', () => {
  // Physical (4 + 2 + 3)/3 = 3; function (5 + 2)/2 = 3.5; overall (3 + 3.5)/2 = 3.25; 5 of 18 scored
  const wheel = serWheel({
    'substrate-physical': 4,
    'substrate-chemical': 2,
    water: 3,
    'productivity-cycling': 5,
    'resilience-recruitment': 2,
    'gene-flow': null,
  });
  expect(wheel.attributes['physical-conditions']).toEqual({ stars: 3, scored: 3 });
  expect(wheel.attributes['ecosystem-function']).toEqual({ stars: 3.5, scored: 2 });
  expect(wheel.attributes['external-exchanges']).toEqual({ stars: null, scored: 0 });
  expect(wheel.overall).toBe(3.25);
  expect(wheel.shareScored).toBeCloseTo(5 / 18, 12);
  expect(wheel.needsField).toHaveLength(13);
  expect(wheel.needsField).toContain('gene-flow');
});

test('0 stars is a score, null is none', () => {
  expect(serWheel({ water: 0 })).toMatchObject({ overall: 0 });
  expect(serWheel({ water: null })).toMatchObject({ overall: null, shareScored: 0 });
  expect(serWheel(Object.fromEntries(subs.map((sub) => [sub, 5])))).toMatchObject({
    overall: 5,
    shareScored: 1,
    needsField: [],
  });
});

test('refuses half stars, six stars and sub-attributes the wheel does not have', () => {
  expect(() => serWheel({ water: 2.5 })).toThrow('E-DIA-203');
  expect(() => serWheel({ water: 6 })).toThrow('E-DIA-203');
  expect(() => serWheel({ beauty: 3 } as never)).toThrow('E-DIA-203');
});
