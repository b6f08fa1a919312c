import { isUnknown } from '../../base/index.ts';
import { requireNumber } from '../../choice/choice-input.ts';
import {
  cornerEquilibria,
  type EvolutionaryGame,
  type EvolutionaryPath,
  evolutionaryAdvantages,
  evolutionaryPath,
  type GameEquilibrium,
  mixedEquilibrium,
} from '../../choice/index.ts';

/** A point of the square of shares: x supervises, y works well. */
export interface SharePoint {
  readonly x: number;
  readonly y: number;
}

export interface PhaseArrow extends SharePoint {
  /** Change of the shares there in a unit of time. */
  readonly dx: number;
  readonly dy: number;
}

/** All one needs to draw where supervision and good work go from any mix. */
export interface PhasePortrait {
  readonly arrows: readonly PhaseArrow[];
  /** Lines on which one of the shares stands still, inside the square; empty where there is none. */
  readonly standstill: {
    readonly supervision: readonly SharePoint[];
    readonly quality: readonly SharePoint[];
  };
  /** The mixed point where there is one, then the corners. */
  readonly rests: readonly GameEquilibrium[];
  readonly paths: readonly EvolutionaryPath[];
}

export interface PortraitOptions {
  /** Arrows along a side, 11 by default. */
  readonly arrows?: number;
  /** Where paths begin; three by default. */
  readonly starts?: readonly SharePoint[];
  /** Steps of a path, 2400 by default: about two and a half circles. */
  readonly steps?: number;
}

const STARTS: readonly SharePoint[] = [
  { x: 0.5, y: 0.5 },
  { x: 0.1, y: 0.2 },
  { x: 0.3, y: 0.6 },
];

/** Largest change of log odds in a step. */
const STEP = 0.03;

/**
 * The phase portrait of the game of supervision and quality as data: arrows x' = x (1 - x) g, y' = y (1 - y) h on a grid,
 * the lines g = 0 and h = 0, rests, and paths. Steps are as long as the greatest gain of a corner allows, so that amounts
 * in any unit of money give the same picture.
 *
 * @throws InvalidInput `E-CHO-102`
 */
export function phasePortrait(game: EvolutionaryGame, options: PortraitOptions = {}): PhasePortrait {
  const { arrows = 11, starts = STARTS, steps = 2400 } = options;
  requireNumber('arrows', arrows, { low: 2, high: 100 });
  const mixed = mixedEquilibrium(game);
  const corners = cornerEquilibria(game);
  const fastest = Math.max(
    ...corners.flatMap(({ eigenvalues }) => eigenvalues.map(({ re }) => Math.abs(re))),
  );
  const step = STEP / (fastest === 0 ? 1 : fastest);
  const along = Array.from({ length: arrows }, (_, k) => (k + 0.5) / arrows);
  return {
    arrows: along.flatMap((y) =>
      along.map((x) => {
        const { g, h } = evolutionaryAdvantages(game, x, y);
        return { x, y, dx: x * (1 - x) * g, dy: y * (1 - y) * h };
      }),
    ),
    standstill: standstillOf(game),
    rests: [...(isUnknown(mixed) ? [] : [mixed]), ...corners],
    paths: starts.map((start) => evolutionaryPath(game, start, { until: steps * step, step, every: 10 })),
  };
}

/** g falls with y and knows no x, so g = 0 is level; h is linear in x: upright under a fixed fine, bent under a dynamic one. */
function standstillOf(game: EvolutionaryGame): PhasePortrait['standstill'] {
  const quality: SharePoint[] = [];
  for (let k = 0; k <= 100; k += 1) {
    const y = k / 100;
    const [none, all] = [evolutionaryAdvantages(game, 0, y).h, evolutionaryAdvantages(game, 1, y).h];
    const x = -none / (all - none);
    if (x > 0 && x < 1) quality.push({ x, y });
  }
  const gain = (y: number): number => evolutionaryAdvantages(game, 0, y).g;
  if (!(gain(0) > 0 && gain(1) < 0)) return { supervision: [], quality };
  let [low, high] = [0, 1];
  for (let n = 0; n < 60; n += 1) {
    const middle = (low + high) / 2;
    if (gain(middle) > 0) low = middle;
    else high = middle;
  }
  return {
    supervision: [
      { x: 0, y: low },
      { x: 1, y: low },
    ],
    quality,
  };
}
