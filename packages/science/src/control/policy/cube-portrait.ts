import {
  type TripartiteCorner,
  type TripartiteGame,
  type TripartitePath,
  tripartiteCorners,
  tripartitePath,
} from './tripartite-game.ts';

/** The game with citizens as data for a drawing: the cube of shares, its corners and some paths in it. */
export interface CubePortrait {
  readonly corners: readonly TripartiteCorner[];
  readonly paths: readonly TripartitePath[];
  /** Mean shares over the second half of a long path from the middle: where a path circles, its centre. */
  readonly means: { readonly x: number; readonly y: number; readonly z: number };
}

const STARTS = [
  { x: 0.5, y: 0.5, z: 0.5 },
  { x: 0.9, y: 0.2, z: 0.1 },
] as const;
/** Largest change of log odds in a step: a tenth and a bit keeps the paths right to far below a pixel. */
const STEP = 0.14;
/** Steps of the drawn paths, and of the long one, whose means settle to about a hundredth. */
const DRAWN = 1500;
const LONG = 30_000;

/**
 * Corners and paths of the game of authority, enterprise and citizens. Steps are as long as the greatest gain of a corner
 * allows, so that amounts in any unit of money give the same picture.
 *
 * @throws InvalidInput `E-CHO-102`
 */
export function cubePortrait(game: TripartiteGame): CubePortrait {
  const corners = tripartiteCorners(game);
  const fastest = Math.max(...corners.flatMap(({ eigenvalues }) => eigenvalues.map(Math.abs)));
  const step = STEP / (fastest === 0 ? 1 : fastest);
  const long = tripartitePath(game, STARTS[0], { until: LONG * step, step, every: 10 });
  return {
    corners,
    paths: STARTS.map((start) => tripartitePath(game, start, { until: DRAWN * step, step, every: 4 })),
    means: { x: lateMean(long.x), y: lateMean(long.y), z: lateMean(long.z) },
  };
}

function lateMean(shares: readonly number[]): number {
  const late = shares.slice(Math.floor(shares.length / 2));
  return late.reduce((sum, share) => sum + share, 0) / late.length;
}
