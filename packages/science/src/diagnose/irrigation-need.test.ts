import { expect, it } from 'vitest';
import { irrigationNeed, irrigationVolume } from './irrigation-need.ts';

const dry = { cropCoefficient: 0.8, referenceEvapotranspirationMm: 1000, effectiveRainMm: 300 };

it('0.8 x 1000 - 300 mm are 5000 cubic metres a hectare', () => {
  expect(irrigationNeed(dry)).toBe(5000);
  expect(irrigationVolume(5000, 12, 3, 0.75)).toBe(240_000);
});

it('rain beyond the demand is no negative need, and more rain never raises it', () => {
  expect(irrigationNeed({ ...dry, effectiveRainMm: 900 })).toBe(0);
  let last = Number.POSITIVE_INFINITY;
  for (let rain = 0; rain < 1200; rain += 50) {
    const need = irrigationNeed({ ...dry, effectiveRainMm: rain });
    expect(need).toBeLessThanOrEqual(last);
    last = need;
  }
});

it('impossible figures are refused', () => {
  expect(() => irrigationNeed({ ...dry, cropCoefficient: 8 })).toThrow(/E-DIA-102.*cropCoefficient/);
  expect(() => irrigationVolume(5000, 1, 1, 0)).toThrow(/E-DIA-102.*efficiency/);
});
