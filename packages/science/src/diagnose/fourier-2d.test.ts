import { expect, it } from 'vitest';
import { Fourier2d } from './fourier-2d.ts';

it('forward and inverse give the image back, at every side', () => {
  for (const side of [2, 8, 64]) {
    const re = Float64Array.from({ length: side * side }, (_, i) => Math.sin(i * 1.7) + (i % 5));
    const im = Float64Array.from({ length: side * side }, (_, i) => Math.cos(i * 0.3));
    const [re0, im0] = [re.slice(), im.slice()];
    const fourier = new Fourier2d(side);
    fourier.forward(re, im);
    fourier.inverse(re, im);
    for (let i = 0; i < re.length; i += 1) {
      expect(Math.abs(re[i]! - re0[i]!)).toBeLessThan(1e-13);
      expect(Math.abs(im[i]! - im0[i]!)).toBeLessThan(1e-13);
    }
  }
});

it('a two by two image by hand: sums and differences, rows and columns exchanged', () => {
  const re = Float64Array.of(1, 2, 3, 5);
  const im = new Float64Array(4);
  new Fourier2d(2).forward(re, im);
  expect([...re]).toEqual([11, -5, -3, 1]);
  expect([...im]).toEqual([0, 0, 0, 0]);
});

it('the transform keeps energy (Parseval)', () => {
  const side = 16;
  const re = Float64Array.from({ length: side * side }, (_, i) => (i * i) % 7);
  const im = new Float64Array(side * side);
  const before = re.reduce((sum, x) => sum + x * x, 0);
  new Fourier2d(side).forward(re, im);
  let after = 0;
  for (let i = 0; i < re.length; i += 1) after += re[i]! ** 2 + im[i]! ** 2;
  expect(after / (side * side)).toBeCloseTo(before, 8);
});
