import { expect, it } from 'vitest';
import { EROSION_CLASSES, EROSION_REGIONS, erosionClass, erosionClassCells } from './erosion-classes.ts';

it('nine tonnes a hectare are slight on the loess plateau, light on black soil', () => {
  expect(erosionClass(9, 'north-west-loess-plateau').class).toBe('slight');
  expect(erosionClass(9, 'north-east-black-soil').class).toBe('light');
});

it('a limit belongs to the class above it: 1000, 2500, 5000, 8000, 15000 t/km2', () => {
  const names = [10, 25, 50, 80, 150].flatMap((loss) => [
    erosionClass(loss - 0.01, 'north-west-loess-plateau').class,
    erosionClass(loss, 'north-west-loess-plateau').class,
  ]);
  expect(names).toEqual([
    'slight',
    'light',
    'light',
    'moderate',
    'moderate',
    'strong',
    'strong',
    'very-strong',
    'very-strong',
    'severe',
  ]);
});

it('cells carry 1 to 6, no data 0, and agree with single values in every region', () => {
  const losses = Float32Array.of(0, 1.99, 2, 4.99, 5, 25, 50, 80, 150, 1e5, Number.NaN);
  for (const region of Object.keys(EROSION_REGIONS)) {
    const cells = erosionClassCells(losses, region);
    expect(cells[10]).toBe(0);
    for (let i = 0; i < 10; i += 1)
      expect(EROSION_CLASSES[cells[i]! - 1]).toBe(erosionClass(losses[i]!, region).class);
  }
});

it('the limits say of themselves that they were not checked; other regions are refused', () => {
  expect(erosionClass(1, 'southern-red-soil-hills').verified).toBe(false);
  expect(() => erosionClass(1, 'atlantis')).toThrow(/E-DIA-103.*north-west-loess-plateau/);
  expect(() => erosionClass(-1, 'southern-red-soil-hills')).toThrow(/E-DIA-102/);
});
