import { seedOf } from '@aftermine/science/base';
import { fractalField } from './fractal-field.ts';
import { PIXEL_M } from './frame.ts';
import { distanceToEdge, eachPixelInside, naturalOutline } from './outline.ts';
import { UNITS } from './site-plan.ts';
import type { PlanPosition, ResolvedDemoOptions, Sweep, UnitPlan } from './types.ts';

/** When what happened to every pixel; decimal years, Infinity = never. Row-major, as the landscape. */
export interface MineHistory {
  /** Position in `UNITS`, -1 outside all. */
  readonly unit: Int8Array;
  readonly clearedAt: Float32Array;
  readonly filledAt: Float32Array;
  readonly regrowthAt: Float32Array;
  /** Metres to the edge of the unit. */
  readonly edgeM: Float32Array;
  /** How well plants do here, around 1. */
  readonly vigour: Float32Array;
  /** Kind of rock that lies open here, 0 pale .. 1 dark; in bands along the working faces. */
  readonly rock: Float32Array;
  /** Year from which the pixel is open water of a pond. */
  readonly pondAt: Float32Array;
}

/** Outline of a unit as it stands in the field and in the list of units. */
export function unitOutline(unit: UnitPlan): readonly PlanPosition[] {
  return unit.edges === 'drawn' ? unit.outline : naturalOutline(unit.outline, unit.id);
}

/**
 * Sweeps every unit's works over its pixels: a pixel's share of the way along `advance` decides when they reach it,
 * with a ragged front.
 */
export function mineHistory({ seed, size }: ResolvedDemoOptions): MineHistory {
  const pixels = size * size;
  const never = (): Float32Array => new Float32Array(pixels).fill(Infinity);
  const history: MineHistory = {
    unit: new Int8Array(pixels).fill(-1),
    clearedAt: never(),
    filledAt: never(),
    regrowthAt: never(),
    edgeM: new Float32Array(pixels),
    vigour: fractalField(seedOf(seed, 'vigour'), size, size, size / 12, 4).map((v) => 0.75 + 0.5 * v),
    rock: fractalField(seedOf(seed, 'rock'), size, size, size / 10, 5),
    pondAt: never(),
  };
  const front = fractalField(seedOf(seed, 'front'), size, size, size / 24, 3);
  UNITS.forEach((unit, position) => {
    sweep(history, unit, position, front, size);
  });
  return history;
}

function sweep(
  history: MineHistory,
  unit: UnitPlan,
  position: number,
  front: Float32Array,
  size: number,
): void {
  const outline = unitOutline(unit);
  const length = Math.hypot(...unit.advance);
  const along = (x: number, y: number): number => (x * unit.advance[0] + y * unit.advance[1]) / length;
  const ways = outline.map(([x, y]) => along(x, y));
  const start = Math.min(...ways);
  const span = Math.max(...ways) - start;
  const at = (when: Sweep, share: number): number => when.from + (when.to - when.from) * share;
  eachPixelInside(outline, size, (pixel, x, y) => {
    if (history.unit[pixel] !== -1) return;
    const ragged = (along(x, y) - start) / span + 0.12 * (front[pixel]! - 0.5);
    const share = Math.min(1, Math.max(0, ragged));
    history.unit[pixel] = position;
    history.clearedAt[pixel] = at(unit.cleared, share);
    history.rock[pixel] =
      0.6 * history.rock[pixel]! + 0.4 * (0.5 + 0.5 * Math.sin(ragged * 40 + 9 * position));
    if (unit.filled) history.filledAt[pixel] = at(unit.filled, share);
    if (unit.regrowth) history.regrowthAt[pixel] = at(unit.regrowth.start, share);
    history.edgeM[pixel] = distanceToEdge(outline, x, y) * size * PIXEL_M;
    const { pond } = unit;
    if (pond && Math.hypot(x - pond.centre[0], y - pond.centre[1]) < pond.radius)
      history.pondAt[pixel] = pond.from;
  });
}

/**
 * Share of the ground that plants cover on reclaimed land in the middle of a season with usual rain:
 * ceiling * vigour * (1 - exp(-rate * years since sowing)), times what a relapse has left of it.
 *
 * @param time decimal year
 * @returns 0..0.95; 0 before regrowth begins
 */
export function regrownCover(history: MineHistory, pixel: number, time: number): number {
  const years = time - history.regrowthAt[pixel]!;
  const regrowth = UNITS[history.unit[pixel]!]?.regrowth;
  if (!(years > 0) || regrowth === undefined) return 0;
  const cover = regrowth.ceiling * history.vigour[pixel]! * (1 - Math.exp(-regrowth.rate * years));
  const { relapse } = regrowth;
  const passed = relapse === undefined ? 0 : Math.min(1, Math.max(0, (time - relapse.from) / relapse.years));
  return Math.min(0.95, cover * (1 - passed * (1 - (relapse?.remaining ?? 1))));
}
