import { expect, it } from 'vitest';
import { carbonDensityCells, carbonStock, carbonValue } from './carbon-stocks.ts';

const forest = { above: 40, below: 10, soil: 60, dead: 5 };
const spoil = { above: 0, below: 0, soil: 8, dead: 0 };
const price = { perTonne: 100, fromYear: 2020, toYear: 2023, discountPercent: 10, priceChangePercent: 0 };

it('two hectares of forest and ten of spoil hold 2 x 115 + 10 x 8 = 310 t', () => {
  expect(carbonStock([2, 10], [forest, spoil])).toBe(310);
});

it('cells carry the density of their code; unknown codes are no data', () => {
  const cells = carbonDensityCells(Uint8Array.of(0, 2, 1, 9), [spoil, undefined, forest]);
  expect([...cells.slice(0, 2)]).toEqual([8, 115]);
  expect(cells[2]).toBeNaN();
  expect(cells[3]).toBeNaN();
});

it('300 t over three years at 100 and 10 % discount: 10000 (1 + 1/1.1 + 1/1.21) = 27355.37', () => {
  expect(carbonValue(300, price)).toBeCloseTo(27_355.37, 2);
});

it('undiscounted value is price times tonnes; discount lowers it; a loss costs as much as a gain brings', () => {
  expect(carbonValue(300, { ...price, discountPercent: 0 })).toBeCloseTo(30_000, 9);
  expect(carbonValue(300, { ...price, discountPercent: 20 })).toBeLessThan(carbonValue(300, price));
  expect(carbonValue(-300, price)).toBe(-carbonValue(300, price));
  // The equation divides by (1 + c/100) each year: c counts like a discount.
  expect(carbonValue(300, { ...price, priceChangePercent: 5 })).toBeLessThan(carbonValue(300, price));
});

it('years in the wrong order, negative densities and unequal lists are refused', () => {
  expect(() => carbonValue(300, { ...price, toYear: 2020 })).toThrow(/E-DIA-102/);
  expect(() => carbonStock([1], [{ ...forest, soil: -1 }])).toThrow(/E-DIA-102.*soil/);
  expect(() => carbonStock([1, 2], [forest])).toThrow(/E-DIA-101/);
});
