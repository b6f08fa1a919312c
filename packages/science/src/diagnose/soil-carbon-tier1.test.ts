import { expect, it } from 'vitest';
import {
  RECLAIMED_MINE_RATE,
  REFERENCE_STOCKS_HAC,
  type ReferenceStock,
  referenceStock,
  soilCarbonChange,
  soilCarbonStock,
} from './soil-carbon-tier1.ts';

it('spoil of 8 t/ha that becomes grassland on 38 t/ha ground gains 1.5 t/ha and year', () => {
  const grass = soilCarbonStock(38, { landUse: 1, management: 1, input: 1 });
  expect(grass).toBe(38);
  expect(soilCarbonChange(8, grass)).toBe(1.5);
  expect(soilCarbonChange(8, grass)).toBeGreaterThan(RECLAIMED_MINE_RATE.low);
  expect(soilCarbonChange(8, grass)).toBeLessThan(RECLAIMED_MINE_RATE.high);
});

it('factors multiply: 95 x 0.7 x 1.1 x 0.9', () => {
  expect(soilCarbonStock(95, { landUse: 0.7, management: 1.1, input: 0.9 })).toBeCloseTo(65.835, 10);
});

it('what is gained in one direction is lost in the other, more slowly over more years', () => {
  expect(soilCarbonChange(60, 20)).toBe(-soilCarbonChange(20, 60));
  expect(soilCarbonChange(20, 60, 40)).toBe(1);
});

it('moist climates store more than dry ones, and no stock passes as checked', () => {
  for (const zone of ['cold-temperate', 'warm-temperate', 'tropical']) {
    const [dry, moist] = ['dry', 'moist'].map(
      (water) => referenceStock(`${zone}-${water}`, 'high-activity-clay') as ReferenceStock,
    );
    expect(moist!.tonnesPerHa).toBeGreaterThan(dry!.tonnesPerHa);
  }
  expect(Object.values(REFERENCE_STOCKS_HAC).some(({ verified }) => verified)).toBe(false);
});

it('soils without a stored stock are unknown, not guessed; other names and negative stocks are refused', () => {
  expect(referenceStock('tropical-dry', 'sandy')).toEqual({
    kind: 'unknown',
    reason: 'carbon-climate-not-tabled',
    params: { climate: 'tropical-dry', soil: 'sandy' },
  });
  expect(() => referenceStock('polar', 'sandy')).toThrow(/E-DIA-103/);
  expect(() => referenceStock('tropical-dry', 'mud')).toThrow(/E-DIA-103/);
  expect(() => soilCarbonChange(-1, 10)).toThrow(/E-DIA-102/);
});
