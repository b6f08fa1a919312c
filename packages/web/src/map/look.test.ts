import { PALETTES } from '@aftermine/science/report/observation';
import { expect, it } from 'vitest';
import { type Look, ownRange, painterOf } from './look.ts';
import type { ValueWindow } from './value-window.ts';

const row = (...planes: number[][]): ValueWindow => ({
  width: planes[0]!.length,
  height: 1,
  box: [0, 0, 1, 1],
  sourcePixel: 1,
  planes: planes.map((plane) => Float32Array.from(plane)),
});

/** Painted in two pieces, as a page does that has little time. */
const paintWindow = (window: ValueWindow, look: Look): { pixels: Uint8ClampedArray } => {
  const { paint } = painterOf(window, look);
  const parts = [new Uint32Array(2), new Uint32Array(window.width - 2)] as const;
  paint(0, 2, parts[0]);
  paint(2, window.width, parts[1]);
  return { pixels: new Uint8ClampedArray(Uint32Array.from([...parts[0], ...parts[1]]).buffer) };
};

const pixel = (pixels: Uint8ClampedArray, i: number): number[] => Array.from(pixels.slice(i * 4, i * 4 + 4));

it('low, high and beyond have the ends of the ramp; no data is clear', () => {
  const { pixels } = paintWindow(row([0, 1, -5, 9, Number.NaN]), {
    type: 'ramp',
    palette: PALETTES.viridis,
    range: [0, 1],
  });
  expect(pixel(pixels, 0)).toEqual([0x44, 0x01, 0x54, 255]);
  expect(pixel(pixels, 1)).toEqual([0xfd, 0xe7, 0x25, 255]);
  expect(pixel(pixels, 2)).toEqual(pixel(pixels, 0));
  expect(pixel(pixels, 3)).toEqual(pixel(pixels, 1));
  expect(pixel(pixels, 4)).toEqual([0, 0, 0, 0]);
});

it('true colour stretches the three alike, and one missing band clears the pixel', () => {
  const { pixels } = paintWindow(row([0, 0.2, 0.1], [0, 0.2, 0.1], [0, 0.2, Number.NaN]), {
    type: 'true-colour',
    range: [0, 0.2],
  });
  expect(pixel(pixels, 0)).toEqual([0, 0, 0, 255]);
  expect(pixel(pixels, 1)).toEqual([255, 255, 255, 255]);
  expect(pixel(pixels, 2)).toEqual([0, 0, 0, 0]);
});

it('the own stretch leaves out the outermost values and is never without width', () => {
  const plane = Float32Array.from({ length: 101 }, (_, i) => i);
  expect(ownRange([plane])).toEqual([2, 98]);
  expect(ownRange([Float32Array.of(3, 3, 3)])).toEqual([2.5, 3.5]);
  expect(ownRange([Float32Array.of(Number.NaN)])).toEqual([0, 1]);
});
