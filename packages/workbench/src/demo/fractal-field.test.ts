import { describe, expect, test } from 'vitest';
import { fractalField, quantileOf } from './fractal-field.ts';

describe('fractalField', () => {
  test('stays within 0..1 and is the same for the same seed', () => {
    const field = fractalField(5, 60, 40, 20, 5);
    expect(field).toHaveLength(2400);
    expect(Math.min(...field)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...field)).toBeLessThanOrEqual(1);
    expect(fractalField(5, 60, 40, 20, 5)).toEqual(field);
    expect(fractalField(6, 60, 40, 20, 5)).not.toEqual(field);
  });

  test('is smooth: one octave of cell 20 changes by less than 0.08 from pixel to pixel', () => {
    const field = fractalField(5, 60, 60, 20, 1);
    let steepest = 0;
    for (let i = 1; i < 60; i += 1) steepest = Math.max(steepest, Math.abs(field[i]! - field[i - 1]!));
    // smoothstep has slope 1.5 at most: 1.5 / 20 = 0.075
    expect(steepest).toBeLessThanOrEqual(0.0751);
    expect(steepest).toBeGreaterThan(0);
  });

  test('quantileOf finds the value that a share of the field lies below', () => {
    const field = fractalField(9, 200, 200, 40, 5);
    const threshold = quantileOf(field, 0.8);
    const above = field.filter((value) => value > threshold).length / field.length;
    expect(above).toBeGreaterThan(0.18);
    expect(above).toBeLessThan(0.22);
  });
});
