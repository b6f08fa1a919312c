import { expect, it } from 'vitest';
import { budykoFu, budykoFuCells, fuParameter, type WaterBalance } from './budyko-fu.ts';

const balance = (rain: number, demand: number, w: number): WaterBalance =>
  budykoFu(rain, demand, w) as WaterBalance;

it('as much rain as demand, w = 2: AET is 2 - sqrt(2) of the rain', () => {
  const { actualEvapotranspirationMm, waterYieldMm } = balance(500, 500, 2);
  expect(actualEvapotranspirationMm).toBeCloseTo(500 * (2 - Math.SQRT2), 9);
  expect(waterYieldMm).toBeCloseTo(500 * (Math.SQRT2 - 1), 9);
});

it('400 mm against 1000 mm at w 2.6: by hand', () => {
  // x 2.5; 2.5^2.6 = 10.830388; 11.830388^(1/2.6) = 2.586378; 3.5 - 2.586378 = 0.913622
  expect(balance(400, 1000, 2.6).actualEvapotranspirationMm).toBeCloseTo(365.449, 3);
});

it('AET never exceeds rain or demand, rises with both and with w, and w = 1 evaporates nothing', () => {
  for (const rain of [1e-3, 10, 400, 2000]) {
    for (const demand of [0, 10, 400, 2000, 5000]) {
      let last = -1e-9;
      for (const w of [1, 1.25, 2, 2.6, 5, 50]) {
        const { actualEvapotranspirationMm: aet, waterYieldMm } = balance(rain, demand, w);
        expect(aet).toBeGreaterThanOrEqual(last - 1e-9);
        expect(aet).toBeLessThanOrEqual(Math.min(rain, demand) + 1e-9);
        expect(aet + waterYieldMm).toBeCloseTo(rain, 9);
        last = aet;
      }
      expect(balance(rain, demand, 1).actualEvapotranspirationMm).toBeCloseTo(0, 9);
    }
  }
  expect(balance(401, 900, 2.6).actualEvapotranspirationMm).toBeGreaterThan(
    balance(400, 900, 2.6).actualEvapotranspirationMm,
  );
});

it('w: 100 mm of soil water, 400 mm of rain and Z 5 give 2.5, and it ends at 5', () => {
  expect(fuParameter(100, 400, 5)).toBe(2.5);
  expect(fuParameter(0, 400, 5)).toBe(1.25);
  expect(fuParameter(300, 100, 20)).toBe(5);
  expect(fuParameter(100, 0, 5)).toEqual({ kind: 'unknown', reason: 'no-precipitation' });
});

it('cells: as single values; no rain evaporates nothing; no data stays no data', () => {
  const cells = budykoFuCells(
    Float32Array.of(400, 0, Number.NaN, 400),
    Float32Array.of(1000, 1000, 1000, Number.NaN),
    2.6,
  );
  expect(cells[0]).toBeCloseTo(balance(400, 1000, 2.6).actualEvapotranspirationMm, 3);
  expect(cells[1]).toBe(0);
  expect(cells[2]).toBeNaN();
  expect(cells[3]).toBeNaN();
  const shapes = budykoFuCells(Float32Array.of(400), Float32Array.of(1000), Float32Array.of(2.6));
  expect(shapes[0]).toBeCloseTo(cells[0]!, 3);
  expect(() => budykoFuCells(Float32Array.of(1), Float32Array.of(1, 2), 2)).toThrow(/E-DIA-101/);
  expect(() => budykoFu(400, 1000, 0.5)).toThrow(/E-DIA-102/);
  expect(budykoFu(0, 1000, 2)).toMatchObject({ reason: 'no-precipitation' });
});
