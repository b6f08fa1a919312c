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
    const { g, h } = evolutionaryAdvantages(game, x, y);
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

export interface ReplicatorOptions {
  /** End of time. */
  readonly until: number;
  /** 0.01 by default. */
  readonly step?: number;
  /** Steps between the points kept, 10 by default. */
  readonly every?: number;
}

/**
 * Replicator dynamics from a start: x' = x (1 - x) g, y' = y (1 - y) h, by `replicatorPath`.
 *
 * @param start shares 0..1
 * @throws InvalidInput `E-CHO-102`
 */
export function evolutionaryPath(
  game: EvolutionaryGame,
  start: { readonly x: number; readonly y: number },
  options: ReplicatorOptions,
): EvolutionaryPath {
  checkEvolutionary(game);
  const gaps = ([x, y]: readonly number[]): readonly number[] => {
    const { g, h } = evolutionaryAdvantages(game, x!, y!);
    return [g, h];
  };
  const { times, shares } = replicatorPath(gaps, [start.x, start.y], options);
  return { times, x: shares[0]!, y: shares[1]! };
}

/**
 * Shares of any number of populations of two strategies, s_i' = s_i (1 - s_i) g_i(s), by the classical Runge-Kutta
 * method of order 4 at a fixed step. It runs on log odds, a_i = ln(s_i / (1 - s_i)) with a_i' = g_i: a share cannot
 * leave 0..1 and a path along the rim keeps its accuracy.
 *
 * @param advantages g: what the first strategy of each population gains over its second, given all shares
 * @param start shares 0..1
 * @returns times, and the shares of each population at them
 * @throws InvalidInput `E-CHO-102`
 */
export function replicatorPath(
  advantages: (shares: readonly number[]) => readonly number[],
  start: readonly number[],
  options: ReplicatorOptions,
): { readonly times: readonly number[]; readonly shares: readonly (readonly number[])[] } {
  const { until, step = 0.01, every = 10 } = options;
  requireNumber('until', until, { low: 0 });
  requireNumber('step', step, { above: 0 });
  requireNumber('every', every, { low: 1 });
  const times = [0];
  const shares = start.map((share, i) => [requireNumber(`start[${i}]`, share, { low: 0, high: 1 })]);
  let odds = shares.map(([share]) => logOdds(share!));
  const slopes = (at: readonly number[]): readonly number[] => advantages(at.map(shareOf));
  const moved = (by: readonly number[], of: number): number[] => odds.map((a, i) => a + of * by[i]!);
  const steps = Math.round(until / step);
  for (let n = 1; n <= steps; n += 1) {
    const one = slopes(odds);
    const two = slopes(moved(one, step / 2));
    const three = slopes(moved(two, step / 2));
    const four = slopes(moved(three, step));
    odds = odds.map((a, i) => a + (step / 6) * (one[i]! + 2 * two[i]! + 2 * three[i]! + four[i]!));
    if (n % every !== 0 && n !== steps) continue;
    times.push(n * step);
    odds.forEach((a, i) => {
      shares[i]!.push(shareOf(a));
    });
  }
  return { times, shares };
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

/**
 * What moves the shares: g, what supervising gains over not, and h, what good work gains over bad.
 *
 * @param x share that supervises, 0..1
 * @param y share that works well, 0..1
 */
export function evolutionaryAdvantages(
  game: EvolutionaryGame,
  x: number,
  y: number,
): { g: number; h: number } {
  const fine = fineAt(game, y);
  return {
    g: fine - game.supervisionCost + game.loss - y * (fine + game.reward + game.loss),
    h: x * (game.reward + fine) - (game.qualityCost - game.qualityBenefit),
  };
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
