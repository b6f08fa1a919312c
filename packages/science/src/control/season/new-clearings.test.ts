import { expect, test } from 'vitest';
import { chance } from '../../base/index.ts';
import { newClearings } from './new-clearings.ts';

const WIDTH = 6;
const options = { fall: 0.2, leastPixels: 2, referenceFall: 0 };
const flat = (value: number) => new Float32Array(WIDTH * WIDTH).fill(value);

test('a patch that fell is found with its place, single pixels and land nobody asks about are not', () => {
  const now = flat(0.6);
  for (const i of [7, 8, 13, 14]) now[i] = 0.2;
  now[28] = 0.1;
  now[5] = 0.1;
  now[11] = 0.1;
  const look = new Uint8Array(WIDTH * WIDTH).fill(1);
  look[5] = 0;
  look[11] = 0;
  const [patch, ...others] = newClearings(now, [flat(0.6), flat(0.9), flat(0.6)], look, WIDTH, options);
  expect(others).toEqual([]);
  expect(patch).toMatchObject({ pixels: 4, col: 1.5, row: 1.5 });
  expect(patch!.fall).toBeCloseTo(0.4, 6);
});

test('what the reference fell too is no clearing, and unseen pixels are none either', () => {
  const now = flat(0.35);
  now[0] = Number.NaN;
  const look = new Uint8Array(WIDTH * WIDTH).fill(1);
  expect(newClearings(now, [flat(0.6)], look, WIDTH, options)).toHaveLength(1);
  expect(newClearings(now, [flat(0.6)], look, WIDTH, { ...options, referenceFall: 0.2 })).toEqual([]);
  expect(newClearings(now, [], look, WIDTH, options)).toEqual([]);
  expect(newClearings(flat(Number.NaN), [flat(0.6)], look, WIDTH, options)).toEqual([]);
});

test('patches are the same whatever the order of the seasons before', () => {
  const random = chance(3);
  const layers = [0, 1, 2].map(() => flat(0).map(() => random.uniform()));
  const now = flat(0).map(() => random.uniform());
  const look = new Uint8Array(WIDTH * WIDTH).fill(1);
  expect(newClearings(now, layers, look, WIDTH, options)).toEqual(
    newClearings(now, [...layers].reverse(), look, WIDTH, options),
  );
});
