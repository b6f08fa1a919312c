import { seedOf } from '@aftermine/science/base';
import { fractalField } from './fractal-field.ts';
import { PIXEL_M } from './frame.ts';
import type { MineHistory } from './mine-history.ts';
import { eachPixelInside, naturalOutline } from './outline.ts';
import { RESERVOIR, UNITS } from './site-plan.ts';
import type { ResolvedDemoOptions } from './types.ts';

/** Height of one bench of a pit or terrace of a dump, metres. */
const BENCH_M = 15;
/** Overall slope of pit walls and dump sides, metres of height per metre. */
const WALL_SLOPE = 0.26;
/** Metres that a pit deepens or a dump grows in a year at one place. */
const WORKS_M_PER_YEAR = 16;
/** Years until a filled pit is level. */
const FILLING_YEARS = 4;

/** Height of the land before mining, metres: rolling hills, a shallow valley from north-west to south-east, a flat reservoir. */
export function oldTerrain({ seed, size }: ResolvedDemoOptions): Float32Array {
  const hills = fractalField(seedOf(seed, 'hills'), size, size, size / 3, 6);
  const height = new Float32Array(size * size);
  for (let row = 0, i = 0; row < size; row += 1) {
    for (let col = 0; col < size; col += 1, i += 1) {
      const x = col / size;
      const y = row / size;
      const fromValley = (y - 0.2 - 0.3 * x + 0.06 * Math.sin(7 * x)) / 0.16;
      height[i] = 1370 + 230 * hills[i]! - 34 * Math.exp(-fromValley * fromValley) + 16 * (1 - x);
    }
  }
  let level = Infinity;
  const reservoir = naturalOutline(RESERVOIR, 'reservoir');
  eachPixelInside(reservoir, size, (pixel) => {
    level = Math.min(level, height[pixel]!);
  });
  eachPixelInside(reservoir, size, (pixel) => {
    height[pixel] = level;
  });
  return height;
}

/** Height of the land in a year, metres: the old terrain with pits, fills and terraced dumps as far as works have come. */
export function terrainIn(time: number, old: Float32Array, history: MineHistory): Float32Array {
  const height = Float32Array.from(old);
  const { unit, clearedAt, filledAt, edgeM } = history;
  for (let i = 0; i < height.length; i += 1) {
    const years = time - clearedAt[i]!;
    if (!(years > 0)) continue;
    const { reliefM, wallSlope } = UNITS[unit[i]!]!;
    const reach = Math.min(
      Math.abs(reliefM),
      edgeM[i]! * (wallSlope ?? WALL_SLOPE),
      years * WORKS_M_PER_YEAR,
    );
    // Sides left at the angle of rest have no benches.
    const benched =
      wallSlope === undefined ? Math.floor(reach / BENCH_M) * BENCH_M + 0.2 * (reach % BENCH_M) : reach;
    const filled = Math.min(1, Math.max(0, (time - filledAt[i]!) / FILLING_YEARS));
    height[i] = old[i]! + Math.sign(reliefM) * benched * (1 - filled);
  }
  return height;
}

/** Unit vectors that stand upright on the ground, by central differences; x east, y north, z up. */
export interface Normals {
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly z: Float32Array;
}

/** Normals of a square terrain. At the edges the nearest difference stands in. */
export function terrainNormals(height: Float32Array, size: number): Normals {
  const x = new Float32Array(height.length);
  const y = new Float32Array(height.length);
  const z = new Float32Array(height.length);
  for (let row = 0, i = 0; row < size; row += 1) {
    const up = row === 0 ? 0 : -size;
    const down = row === size - 1 ? 0 : size;
    for (let col = 0; col < size; col += 1, i += 1) {
      const left = col === 0 ? 0 : -1;
      const right = col === size - 1 ? 0 : 1;
      const east = (height[i + right]! - height[i + left]!) / ((right - left) * PIXEL_M);
      const north = (height[i + up]! - height[i + down]!) / (((down - up) / size) * PIXEL_M);
      const length = Math.hypot(east, north, 1);
      x[i] = -east / length;
      y[i] = -north / length;
      z[i] = 1 / length;
    }
  }
  return { x, y, z };
}
