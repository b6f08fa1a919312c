import { seedOf } from '@aftermine/science/base';
import { fractalField, latticeValue } from './fractal-field.ts';
import { PIXEL_M } from './frame.ts';
import { distanceToEdge, eachPixelInside, naturalOutline, roundCorners } from './outline.ts';
import { CROPLANDS, DUNES, RESERVOIR, VILLAGES } from './site-plan.ts';
import type { Normals } from './terrain.ts';
import type { ResolvedDemoOptions } from './types.ts';

/** Land cover before and around the mine, as shares of the ground of each pixel; row-major. */
export interface Countryside {
  /** Greatest cover of grass in a usual year. */
  readonly grass: Float32Array;
  readonly shrub: Float32Array;
  /** Share of sand in what is bare. */
  readonly sand: Float32Array;
  readonly built: Float32Array;
  /** Number of the field, 0 = no field. */
  readonly field: Uint16Array;
  /** Metres from the shore inside the reservoir; 0 on land. */
  readonly depthM: Float32Array;
}

/** Side of a field, in pixels: strips, as where land is farmed by households. */
const FIELD = { width: 5, height: 9, turn: 0.25 } as const;

/** Steppe that is denser in hollows and on slopes facing north, shrubs on hills, dunes, fields, two villages, a reservoir. */
export function countryside(
  { seed, size }: ResolvedDemoOptions,
  height: Float32Array,
  normals: Normals,
): Countryside {
  const pixels = size * size;
  const patches = fractalField(seedOf(seed, 'patches'), size, size, size / 8, 5);
  const thickets = fractalField(seedOf(seed, 'thickets'), size, size, size / 14, 4);
  const drift = fractalField(seedOf(seed, 'drift'), size, size, size / 20, 3, 2.5);
  const land: Countryside = {
    grass: new Float32Array(pixels),
    shrub: new Float32Array(pixels),
    sand: new Float32Array(pixels),
    built: new Float32Array(pixels),
    field: new Uint16Array(pixels),
    depthM: new Float32Array(pixels),
  };
  const mean = height.reduce((sum, h) => sum + h, 0) / pixels;
  for (let i = 0; i < pixels; i += 1) {
    const hollow = Math.max(-1, Math.min(1, (mean - height[i]!) / 40));
    land.grass[i] = Math.max(
      0.38,
      Math.min(0.82, 0.56 + 0.34 * (patches[i]! - 0.5) + 0.05 * hollow + 0.25 * normals.y[i]!),
    );
    land.shrub[i] = Math.max(0, Math.min(0.3, 1.2 * (thickets[i]! - 0.55) - 0.05 * hollow));
    land.sand[i] = Math.max(0, Math.min(0.5, 1.5 * (drift[i]! - 0.5)));
  }
  eachPixelInside(roundCorners(DUNES, 2), size, (i) => {
    const bare = Math.max(0, Math.min(1, 4 * (drift[i]! - 0.35)));
    land.grass[i] = land.grass[i]! * (1 - 0.85 * bare);
    land.sand[i] = Math.max(land.sand[i]!, bare);
  });
  CROPLANDS.forEach((outline, block) => {
    eachPixelInside(outline, size, (i, x, y) => {
      land.field[i] = fieldNumber(seed, block, x * size, y * size);
      if (land.field[i] !== 0) land.shrub[i] = 0;
    });
  });
  VILLAGES.forEach((outline) => {
    eachPixelInside(outline, size, (i) => {
      land.field[i] = 0;
      land.built[i] = Math.max(0.15, Math.min(0.75, 0.45 + 1.6 * (thickets[i]! - 0.5)));
      land.shrub[i] = 0.15;
    });
  });
  const shore = naturalOutline(RESERVOIR, 'reservoir');
  eachPixelInside(shore, size, (i, x, y) => {
    land.depthM[i] = Math.max(1, distanceToEdge(shore, x, y) * size * PIXEL_M);
  });
  return land;
}

/** Number 1..65535 of the field at a place; 0 on the tenth of the fields that were never broken up. */
function fieldNumber(seed: number, block: number, col: number, row: number): number {
  const turn = FIELD.turn + 0.5 * block;
  const u = Math.floor((col * Math.cos(turn) + row * Math.sin(turn)) / FIELD.width);
  const v = Math.floor((row * Math.cos(turn) - col * Math.sin(turn)) / FIELD.height);
  const number = 1 + Math.floor(65_534 * latticeValue(seedOf(seed, `field ${block}`), u + 500, v + 500));
  return number % 10 === 0 ? 0 : number;
}
