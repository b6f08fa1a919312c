import { expect, it } from 'vitest';
import {
  erodibilityEpic,
  erodibilityRenard,
  erodibilityWischmeier,
  geometricMeanDiameterMm,
} from './soil-erodibility.ts';

const loam = { sandPercent: 40, siltPercent: 40, clayPercent: 20 };
const nomograph = {
  ...loam,
  veryFineSandPercent: 10,
  organicMatterPercent: 2,
  structureCode: 2,
  permeabilityCode: 3,
};

it('nomograph: a loam with 2 % organic matter has K 0.0353, in SI without conversion', () => {
  // M = 50 x 80 = 4000; 4000^1.14 = 12774.6; 2.1e-4 x 10 x 12774.6 = 26.827; / 759
  expect(erodibilityWischmeier(nomograph)).toBeCloseTo(0.035345, 5);
});

it('nomograph: looser structure, faster drainage and organic matter each protect', () => {
  const k = erodibilityWischmeier(nomograph) as number;
  expect(erodibilityWischmeier({ ...nomograph, structureCode: 1 })).toBeCloseTo(k - 3.25 / 759, 12);
  expect(erodibilityWischmeier({ ...nomograph, permeabilityCode: 5 })).toBeCloseTo(k + 5 / 759, 12);
  expect(erodibilityWischmeier({ ...nomograph, organicMatterPercent: 3.9 })).toBeLessThan(k);
});

it('nomograph: silt above 70 % and organic matter above 4 % are outside of it', () => {
  const loess = { ...nomograph, sandPercent: 15, siltPercent: 70, clayPercent: 15 };
  expect(erodibilityWischmeier(loess)).toEqual({
    kind: 'unknown',
    reason: 'soil-outside-nomograph',
    params: { fine: 80, organic: 2 },
  });
  expect(erodibilityWischmeier({ ...nomograph, organicMatterPercent: 5 })).toMatchObject({ kind: 'unknown' });
});

it('Renard: peaks at 0.0219 mm with 0.0439, and 1.659 stands outside the logarithm', () => {
  expect(erodibilityRenard(10 ** -1.659)).toBeCloseTo(7.594 * 0.0439 * 0.1317, 12);
  // Dg 0.1: ((-1 + 1.659) / 0.7101)^2 = 0.861255; exp(-0.430628) = 0.650101; 0.0034 + 0.026329 = 0.029729
  expect(erodibilityRenard(0.1)).toBeCloseTo(0.029733, 5);
  // The misprint log10(0.1 + 1.659) gives 0.0405 x exp(-0.0596) + 0.0034 = 0.0416 there.
  expect(Math.abs(erodibilityRenard(0.1) - 0.0416)).toBeGreaterThan(0.01);
});

it('the geometric mean diameter of a loam is 0.0589 mm', () => {
  // exp(0.4 ln 1.025 + 0.4 ln 0.026 + 0.2 ln 0.001) = exp(0.009877 - 1.459863 - 1.381551) = exp(-2.831537)
  expect(geometricMeanDiameterMm(loam)).toBeCloseTo(0.058922, 5);
});

it('EPIC: a loam with 1 % organic carbon, factor by factor', () => {
  // A = 0.2 + 0.3 exp(-0.0256 x 40 x 0.6) = 0.2 + 0.3 x 0.540965 = 0.362290
  // B = (40 / 60)^0.3 = 0.885467; C = 1 - 0.25 / (1 + exp(0.77)) = 1 - 0.25 / 3.159766 = 0.920880
  // D = 1 - 0.42 / (0.6 + exp(8.23)) = 1 - 0.42 / 3752.43 = 0.999888; product 0.295381 x 0.1317
  expect(erodibilityEpic(loam, 1)).toBeCloseTo(0.038902, 5);
});

it('EPIC: silt erodes, sand does not, organic carbon protects', () => {
  const silt = { sandPercent: 10, siltPercent: 80, clayPercent: 10 };
  const sand = { sandPercent: 90, siltPercent: 5, clayPercent: 5 };
  expect(erodibilityEpic(silt, 1)).toBeGreaterThan(erodibilityEpic(sand, 1));
  expect(erodibilityEpic(silt, 3)).toBeLessThan(erodibilityEpic(silt, 0.5));
  expect(erodibilityEpic({ sandPercent: 100, siltPercent: 0, clayPercent: 0 }, 0)).toBe(0);
});

it('fractions that do not add up to 100 are refused', () => {
  expect(() => erodibilityEpic({ ...loam, clayPercent: 30 }, 1)).toThrow(/E-DIA-102.*got 110/);
  expect(() => geometricMeanDiameterMm({ ...loam, sandPercent: -40 })).toThrow(/E-DIA-102/);
  expect(() => erodibilityWischmeier({ ...nomograph, veryFineSandPercent: 60 })).toThrow(/veryFineSand/);
});
