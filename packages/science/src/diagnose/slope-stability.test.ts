import { describe, expect, test } from 'vitest';
import { isUnknown } from '../base/index.ts';
import {
  compareReclaimedSlope,
  infiniteSlopeFactor,
  infiniteSlopeFactorCells,
  LARGEST_FACTOR,
  screenSlope,
} from './slope-stability.ts';

const spoil = {
  cohesionKPa: 5,
  frictionDegrees: 30,
  unitWeightKNPerM3: 18,
  depthMetres: 2,
  waterHeightMetres: 1,
};

describe('infinite slope', () => {
  test('by hand: 30 degrees, gamma z = 36, (5 + (27 - 7.3575) 0.57735) / 15.588', () => {
    expect(infiniteSlopeFactor(30, spoil)).toBeCloseTo((5 + 19.6425 * 0.577350269) / 15.5884573, 7);
  });

  test('dry sand stands at its angle of friction, at any depth', () => {
    for (const depthMetres of [0.5, 3, 40]) {
      const sand = { ...spoil, cohesionKPa: 0, frictionDegrees: 33, depthMetres, waterHeightMetres: 0 };
      expect(infiniteSlopeFactor(33, sand)).toBeCloseTo(1, 10);
      expect(infiniteSlopeFactor(30, sand)).toBeGreaterThan(1);
      expect(infiniteSlopeFactor(36, sand)).toBeLessThan(1);
    }
  });

  test('soaked sand stands at about half of that: tan b = (1 - gamma_w / gamma) tan phi', () => {
    const sand = { ...spoil, cohesionKPa: 0, frictionDegrees: 33, waterHeightMetres: 2 };
    const angle = (Math.atan((1 - 9.81 / 18) * Math.tan((33 * Math.PI) / 180)) * 180) / Math.PI;
    expect(infiniteSlopeFactor(angle, sand)).toBeCloseTo(1, 10);
  });

  test('steeper, wetter, deeper or weaker is never safer', () => {
    for (let slope = 5; slope < 85; slope += 5) {
      const factor = infiniteSlopeFactor(slope, spoil);
      expect(infiniteSlopeFactor(slope + 5, spoil)).toBeLessThanOrEqual(factor);
      for (const change of [
        { waterHeightMetres: 1.5 },
        { depthMetres: 2.5, waterHeightMetres: 1.25 },
        { cohesionKPa: 4 },
        { frictionDegrees: 25 },
      ])
        expect(infiniteSlopeFactor(slope, { ...spoil, ...change })).toBeLessThanOrEqual(factor);
    }
  });

  test('level ground, and walls, give finite numbers', () => {
    const loose = { ...spoil, cohesionKPa: 0, frictionDegrees: 0 };
    expect(infiniteSlopeFactor(0, loose)).toBe(LARGEST_FACTOR);
    expect(infiniteSlopeFactor(0.001, spoil)).toBe(LARGEST_FACTOR);
    expect(infiniteSlopeFactor(90, loose)).toBeCloseTo(0, 10);
    // K = c' / gamma z and T = (gamma z - gamma_w h) / gamma z tan phi: a wall is no safer than the formula ever is.
    const [k, t] = [5 / 36, (36 - 9.81) / 36 / Math.sqrt(3)];
    expect(infiniteSlopeFactor(90, spoil)).toBeCloseTo(2 * Math.sqrt(k * (k + t)), 10);
  });

  test('cells are what each alone is; no data stays so', () => {
    const slopes = Float32Array.of(0, 12.5, 33, 60, Number.NaN);
    const found = infiniteSlopeFactorCells(slopes, spoil);
    for (let i = 0; i < 4; i += 1) expect(found[i]).toBe(Math.fround(infiniteSlopeFactor(slopes[i]!, spoil)));
    expect(found[4]).toBeNaN();
  });

  test('numbers that cannot be are refused', () => {
    for (const change of [
      { cohesionKPa: -1 },
      { frictionDegrees: 61 },
      { unitWeightKNPerM3: 1800 },
      { depthMetres: 0 },
      { waterHeightMetres: 2.1 },
    ])
      expect(() => infiniteSlopeFactor(20, { ...spoil, ...change })).toThrow('E-DIA-102');
    expect(() => infiniteSlopeFactor(91, spoil)).toThrow('E-DIA-102');
  });
});

describe('the stability screen', () => {
  test('fails below 1, watches below its limit, says what rain would do', () => {
    const screen = screenSlope(30, spoil);
    if (isUnknown(screen)) throw new Error(screen.reason);
    expect(screen).toMatchObject({ verdict: 'watch', limit: 1.3 });
    expect(screen.wetFactor).toBeLessThan(screen.factor);
    expect(screen.dryFactor).toBeGreaterThan(screen.factor);
    expect(screenSlope(45, spoil)).toMatchObject({ verdict: 'fails' });
    expect(screenSlope(10, spoil)).toMatchObject({ verdict: 'passes' });
    expect(screenSlope(10, spoil, 4)).toMatchObject({ verdict: 'watch' });
  });

  test('strength is never assumed', () => {
    expect(screenSlope(30, { ...spoil, cohesionKPa: null, depthMetres: null })).toEqual({
      kind: 'unknown',
      reason: 'slope-stability-strength',
      params: { missing: 'cohesionKPa, depthMetres' },
    });
    expect(screenSlope(61, spoil)).toMatchObject({ reason: 'slope-stability-steep' });
    expect(screenSlope(null, spoil)).toMatchObject({ reason: 'slope-stability-slope' });
  });

  test('reclaimed slopes: soil 20 to 40 degrees, rock 30 to 50', () => {
    expect([19, 20, 40, 41].map((b) => compareReclaimedSlope(b, 'soil'))).toEqual([
      'gentler',
      'within',
      'within',
      'steeper',
    ]);
    expect([25, 45, 55].map((b) => compareReclaimedSlope(b, 'rock'))).toEqual([
      'gentler',
      'within',
      'steeper',
    ]);
  });
});
