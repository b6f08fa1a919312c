import { expect, test } from 'vitest';
import { estimateRun } from './estimate.ts';

const run = (size: number, scenesPerYear: number) => ({
  grid: { width: size, height: size, pixelWidth: 30, crs: 'EPSG:32649' },
  years: [2000, 2001].map((year) => ({
    year,
    scenes: Array.from({ length: scenesPerYear }, (_, i) => `${year}-${i}`),
  })),
  blocks: 1,
});

test('time grows with pixels and scenes, disk with pixels and years, and neither is ever nothing', () => {
  const { scenes, seconds, megabytes } = estimateRun(run(1000, 5));
  expect(scenes).toBe(10);
  expect(seconds).toBe(40);
  expect(megabytes).toBe(28);
  expect(estimateRun(run(1, 1))).toEqual({ scenes: 2, seconds: 5, megabytes: 1 });
});
