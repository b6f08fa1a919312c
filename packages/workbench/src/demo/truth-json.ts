import type { Acquisition } from './acquisitions.ts';
import { type DemoTruth, LEFT_OUT } from './demo-truth.ts';

/** The truth as a file for people and programs; the raster beside it holds the pixels. */
export function truthJson(truth: DemoTruth, looks: readonly Acquisition[]): string {
  const { options, grid, years, hardYears, disturbanceYear, leftOut, units, references } = truth;
  const count = (holds: (pixel: number) => boolean): number =>
    disturbanceYear.reduce((sum, _, i) => sum + (holds(i) ? 1 : 0), 0);
  const disturbed = (i: number): boolean => disturbanceYear[i] !== 0;
  const document = {
    format: 'aftermine-demo-truth/1',
    options,
    grid,
    rules: {
      disturbanceYear: 'first growing season in which a pixel is bare in most looks; 0 = never',
      leftOut: LEFT_OUT,
    },
    pixels: {
      disturbed: count(disturbed),
      compared: count((i) => disturbed(i) && leftOut[i] === LEFT_OUT.compared),
      leftOutEarly: count((i) => leftOut[i] === LEFT_OUT.early),
      leftOutLate: count((i) => leftOut[i] === LEFT_OUT.late),
      leftOutWater: count((i) => leftOut[i] === LEFT_OUT.water),
      neverDisturbed: count((i) => !disturbed(i) && leftOut[i] === LEFT_OUT.compared),
    },
    hardYears,
    years,
    units,
    references,
    scenes: looks.map(({ id, cloudShare, haze, missesShadows, slcOff, snow, delivery }) => ({
      id,
      cloudShare: Math.round(cloudShare * 1e4) / 1e4,
      unflaggedHaze: Math.round(haze * 1e4) / 1e4,
      unflaggedShadows: missesShadows,
      slcOff,
      snow,
      grid: delivery,
    })),
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}
