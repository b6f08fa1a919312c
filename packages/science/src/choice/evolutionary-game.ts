import { type Unknown, unknown } from '../base/index.ts';
import { requireNumber } from './choice-input.ts';

/**
 * Supervision against quality of work. x is the share of authorities that supervise, y of enterprises that work well;
 * all amounts are >= 0 in one unit of money.
 *
 *     authority that supervises: y (R - Cg - S) + (1 - y)(F - Cg);  that does not: y R - (1 - y) L
 *     enterprise that works well: x S - Cs + B;  that does not: -x F
 *
 * R, what good work is worth to the authority, is had either way and drops out.
 */
export interface EvolutionaryGame {
  /** Cg. */
  readonly supervisionCost: number;
  /** F, paid by an enterprise found to work badly. */
  readonly fine: number;
  /** S, paid to an enterprise found to work well. */
  readonly reward: number;
  /** L: what bad work unseen costs the authority. */
  readonly loss: number;
  /** Cs: what good work costs beyond bad. */
  readonly qualityCost: number;
  /** B: what good work brings the enterprise of itself. */
  readonly qualityBenefit: number;
  /** `fixed` by default; `dynamic`: the fine is F (1 - y), high while bad work is common. */
  readonly penalty?: 'fixed' | 'dynamic';
}

export interface Eigenvalue {
  readonly re: number;
  readonly im: number;
}

export interface GameEquilibrium {
  /** Share that supervises. */
  readonly x: number;
  /** Share that works well. */
  readonly y: number;
  readonly eigenvalues: readonly [Eigenvalue, Eigenvalue];
  /** `centre`: circles for ever. `stable`: small disturbances die out. `unstable`: they do not. */
  readonly kind: 'centre' | 'stable' | 'unstable';
  /** 2 pi / imaginary part, in units of the model's time; null where nothing circles. */
  readonly period: number | null;
}

/**
 * The mixed point where both strategies of both sides pay alike:
 *
 *     x' = x (1 - x) g,  g = f - Cg + L - y (f + S + L);  y' = y (1 - y) h,  h = x (S + f) - (Cs - B)
 *     fixed   f = F:          y* = (F - Cg + L) / (F + S + L),  x* = (Cs - B) / (S + F)
 *     dynamic f = F (1 - y):  F y^2 - (2 F + S + L) y + F - Cg + L = 0, its smaller root;  x* = (Cs - B) / (S + F (1 - y*))
 *
 * @returns unknown `no-mixed-equilibrium` where that point is not inside 0 < x < 1, 0 < y < 1
 * @throws InvalidInput `E-CHO-102`
 * @source Taylor and Jonker 1978, Mathematical Biosciences 40, 145-156, doi:10.1016/0025-5564(78)90077-9; Hofbauer and Sigmund 1998, Evolutionary games and population dynamics, doi:10.1017/CBO9781139173179
 */
export function mixedEquilibrium(game: EvolutionaryGame): GameEquilibrium | Unknown {
  checkEvolutionary(game);
  const { fine: F, reward: S, loss: L } = game;
  const isDynamic = game.penalty === 'dynamic';
  const [sum, top] = [F + S + L, F - game.supervisionCost + L];
  // The smaller root with the root in the denominator: right for F = 0 too. The larger is above 1
  const wide = sum + F;
  const y = isDynamic ? (2 * top) / (wide + Math.sqrt(Math.max(0, wide ** 2 - 4 * F * top))) : top / sum;
  const x = (game.qualityCost - game.qualityBenefit) / (S + fineAt(game, y));
  if (!(x > 0 && x < 1 && y > 0 && y < 1)) return unknown('no-mixed-equilibrium');
  const gByY = isDynamic ? 2 * F * y - wide : -sum;
  const hByX = S + fineAt(game, y);
  const hByY = isDynamic ? -x * F : 0;
  const trace = y * (1 - y) * hByY;
  const determinant = -x * (1 - x) * gByY * y * (1 - y) * hByX;
  return { x, y, ...characterOf(eigenvaluesOf(trace, determinant)) };
}

/**
 * The four corners (nobody or everybody) with their eigenvalues (1 - 2x) g and (1 - 2y) h. A stable one is an
 * evolutionarily stable strategy.
 *
 * @returns (0,0), (0,1), (1,0), (1,1)
 * @throws InvalidInput `E-CHO-102`
 */
export function cornerEquilibria(game: EvolutionaryGame): readonly GameEquilibrium[] {
  checkEvolutionary(game);
  return [0, 0, 1, 1].map((x, k) => {
    const y = k % 2;
    const { g, h } = advantages(game, x, y);
    return {
      x,
      y,
      ...characterOf([
        { re: (1 - 2 * x) * g, im: 0 },
        { re: (1 - 2 * y) * h, im: 0 },
      ]),
    };
  });
}

export interface EvolutionaryPath {
  readonly times: readonly number[];
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/**
 * Replicator dynamics from a start, by the classical Runge-Kutta method of order 4 at a fixed step. It runs on log
 * odds, a = ln(x / (1 - x)) with a' = g: a share cannot leave 0..1 and a path along the rim keeps its accuracy.
 *
 * @param start shares 0..1
 * @param options `until`: end of time; `step` 0.01 by default; `every`: steps between the points kept, 10 by default
 * @throws InvalidInput `E-CHO-102`
 */
export function evolutionaryPath(
  game: EvolutionaryGame,
  start: { readonly x: number; readonly y: number },
  options: { readonly until: number; readonly step?: number; readonly every?: number },
): EvolutionaryPath {
  checkEvolutionary(game);
  const { until, step = 0.01, every = 10 } = options;
  requireNumber('until', until, { low: 0 });
  requireNumber('step', step, { above: 0 });
  requireNumber('every', every, { low: 1 });
  const x = requireNumber('start.x', start.x, { low: 0, high: 1 });
  const y = requireNumber('start.y', start.y, { low: 0, high: 1 });
  const path = { times: [0], x: [x], y: [y] };
  let [a, b] = [logOdds(x), logOdds(y)];
  const steps = Math.round(until / step);
  for (let n = 1; n <= steps; n += 1) {
    const one = slopes(game, a, b);
    const two = slopes(game, a + (step / 2) * one.g, b + (step / 2) * one.h);
    const three = slopes(game, a + (step / 2) * two.g, b + (step / 2) * two.h);
    const four = slopes(game, a + step * three.g, b + step * three.h);
    a += (step / 6) * (one.g + 2 * two.g + 2 * three.g + four.g);
    b += (step / 6) * (one.h + 2 * two.h + 2 * three.h + four.h);
    if (n % every !== 0 && n !== steps) continue;
    path.times.push(n * step);
    path.x.push(shareOf(a));
    path.y.push(shareOf(b));
  }
  return path;
}

/**
 * What a fixed fine conserves along every path inside:
 * H = al ln y + (be - al) ln(1 - y) + ga ln x + (de - ga) ln(1 - x), al = F - Cg + L, be = F + S + L, ga = Cs - B,
 * de = S + F.
 *
 * @returns unknown `nothing-conserved` under a dynamic fine
 */
export function conservedQuantity(game: EvolutionaryGame, x: number, y: number): number | Unknown {
  if (game.penalty === 'dynamic') return unknown('nothing-conserved');
  const { fine: F, reward: S, loss: L } = game;
  const [alpha, beta] = [F - game.supervisionCost + L, F + S + L];
  const [gamma, delta] = [game.qualityCost - game.qualityBenefit, S + F];
  return (
    alpha * Math.log(y) +
    (beta - alpha) * Math.log1p(-y) +
    gamma * Math.log(x) +
    (delta - gamma) * Math.log1p(-x)
  );
}

function fineAt(game: EvolutionaryGame, y: number): number {
  return game.penalty === 'dynamic' ? game.fine * (1 - y) : game.fine;
}

/** g: what supervising gains over not; h: what good work gains over bad. */
function advantages(game: EvolutionaryGame, x: number, y: number): { g: number; h: number } {
  const fine = fineAt(game, y);
  return {
    g: fine - game.supervisionCost + game.loss - y * (fine + game.reward + game.loss),
    h: x * (game.reward + fine) - (game.qualityCost - game.qualityBenefit),
  };
}

/** a' = g and b' = h for the log odds a of x and b of y. */
function slopes(game: EvolutionaryGame, a: number, b: number): { g: number; h: number } {
  return advantages(game, shareOf(a), shareOf(b));
}

/** -Infinity at 0, Infinity at 1: nobody and everybody stay so. */
function logOdds(share: number): number {
  return Math.log(share / (1 - share));
}

function shareOf(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}

function eigenvaluesOf(trace: number, determinant: number): [Eigenvalue, Eigenvalue] {
  const inside = (trace / 2) ** 2 - determinant;
  const root = Math.sqrt(Math.abs(inside));
  return inside < 0
    ? [
        { re: trace / 2, im: root },
        { re: trace / 2, im: -root },
      ]
    : [
        { re: trace / 2 + root, im: 0 },
        { re: trace / 2 - root, im: 0 },
      ];
}

function characterOf(
  eigenvalues: readonly [Eigenvalue, Eigenvalue],
): Pick<GameEquilibrium, 'eigenvalues' | 'kind' | 'period'> {
  const greatest = Math.max(eigenvalues[0].re, eigenvalues[1].re);
  const turn = Math.abs(eigenvalues[0].im);
  const kind = greatest < 0 ? 'stable' : greatest === 0 && turn > 0 ? 'centre' : 'unstable';
  return { eigenvalues, kind, period: turn === 0 ? null : (2 * Math.PI) / turn };
}

function checkEvolutionary(game: EvolutionaryGame): void {
  for (const key of ['supervisionCost', 'fine', 'reward', 'loss', 'qualityCost', 'qualityBenefit'] as const)
    requireNumber(key, game[key], { low: 0 });
}
