import { expect, it } from 'vitest';
import { readValueWindow, valuesAt } from './value-window.ts';

function bytesOf(width: number, height: number, planes: readonly number[][], box: number[]): ArrayBuffer {
  const bytes = new ArrayBuffer(64 + width * height * planes.length * 4);
  const head = new DataView(bytes);
  for (const [i, value] of [0x31564641, width, height, planes.length, 1, 0].entries())
    head.setUint32(i * 4, value, true);
  for (const [i, value] of [...box, 60].entries()) head.setFloat64(24 + i * 8, value, true);
  new Float32Array(bytes, 64).set(planes.flat());
  return bytes;
}

it('a window is read as it was written: sizes, box, side of a source pixel, planes from the north', () => {
  const window = readValueWindow(
    bytesOf(
      2,
      2,
      [
        [1, 2, 3, Number.NaN],
        [5, 6, 7, 8],
      ],
      [0, 0, 20, 20],
    ),
  );
  expect(window).toMatchObject({ width: 2, height: 2, box: [0, 0, 20, 20], sourcePixel: 30 });
  expect(valuesAt(window, 1, 19)).toEqual([1, 5]);
  expect(valuesAt(window, 11, 19)).toEqual([2, 6]);
  expect(valuesAt(window, 1, 1)).toEqual([3, 7]);
  expect(valuesAt(window, 19, 1)).toEqual([Number.NaN, 8]);
});

it('beside the window nothing is told, and its edges belong to one side only', () => {
  const window = readValueWindow(bytesOf(1, 1, [[4]], [0, 0, 10, 10]));
  expect(valuesAt(window, -0.1, 5)).toBeNull();
  expect(valuesAt(window, 10, 5)).toBeNull();
  expect(valuesAt(window, 0, 10)).toEqual([4]);
  expect(valuesAt(window, 5, 0)).toBeNull();
});

it('bytes that are something else, or cut short, are refused', () => {
  expect(() => readValueWindow(new ArrayBuffer(10))).toThrow(TypeError);
  expect(() => readValueWindow(new ArrayBuffer(100))).toThrow(TypeError);
  expect(() => readValueWindow(bytesOf(2, 2, [[1, 2, 3, 4]], [0, 0, 1, 1]).slice(0, 70))).toThrow(TypeError);
});
