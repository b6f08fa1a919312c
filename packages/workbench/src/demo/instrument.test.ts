import { describe, expect, test } from 'vitest';
import { acquisitions } from './acquisitions.ts';
import { resolveDemoOptions } from './frame.ts';
import { digitalNumbers, drawDeviates } from './instrument.ts';
import { scanGaps } from './scan-gaps.ts';

const looks = acquisitions(resolveDemoOptions({}));
const deviates = drawDeviates();
const flat = (value: number, kelvin: number): Float32Array[] =>
  Array.from({ length: 7 }, (_, b) => new Float32Array(2500).fill(b === 6 ? kelvin : value));
const meanOf = (samples: Uint16Array): number => samples.reduce((sum, one) => sum + one, 0) / samples.length;

describe('digitalNumbers', () => {
  test('DN * 0.0000275 - 0.2 gives reflectance back, and 0.00341802 * DN + 149 kelvin, over many looks', () => {
    const images = looks.map((look) => digitalNumbers(1, look, flat(0.25, 300), 50, deviates));
    const nir = images.reduce((sum, bands) => sum + meanOf(bands[3]!) * 0.0000275 - 0.2, 0) / images.length;
    const heat = images.reduce((sum, bands) => sum + meanOf(bands[6]!) * 0.00341802 + 149, 0) / images.length;
    expect(Math.abs(nir - 0.25)).toBeLessThan(0.004);
    expect(Math.abs(heat - 300)).toBeLessThan(0.2);
  });

  test('what lies outside the image is fill, and the darkest possible value is not', () => {
    const image = flat(-0.5, 300);
    image[0]![7] = Number.NaN;
    const [blue] = digitalNumbers(1, looks[0]!, image, 50, deviates);
    expect(blue![7]).toBe(0);
    expect(blue![8]).toBe(1);
  });
});

describe('scanGaps', () => {
  test('take about a quarter of the picture, in stripes that repeat every 33 lines', () => {
    const gaps = scanGaps(100, 330, 0.3);
    const share = gaps.reduce((sum, one) => sum + one, 0) / gaps.length;
    expect(share).toBeGreaterThan(0.2);
    expect(share).toBeLessThan(0.32);
    for (let row = 0; row < 297; row += 1) expect(gaps[row * 100 + 40]).toBe(gaps[(row + 33) * 100 + 40]);
  });
});
