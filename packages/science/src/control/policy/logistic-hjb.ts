import { requireNumber } from '../../choice/choice-input.ts';
import { type StatePolicy, solveHjb } from './upwind-hjb.ts';

/** Land that recovers by itself towards a capacity, and sinks by itself below a tipping point. */
export interface LogisticLand {
  /** g > 0: rate at which it closes the last gap to its capacity, a year. */
  readonly rate: number;
  /** K > 0. */
  readonly capacity: number;
  /** A, 0 < A < K: below it the land sinks without effort. Null where there is none. */
  readonly tippingPoint: number | null;
}

export interface LogisticGame extends LogisticLand {
  /** rho > 0, a year. */
  readonly discountRate: number;
  /** pi >= 0: money a year for each unit of quality. */
  readonly benefit: number;
  /** b > 0: what one unit of effort adds to quality in a year. */
  readonly effect: number;
  /** k > 0: an effort u costs k u^2 / 2 a year. */
  readonly effortCost: number;
  /** Most effort a year. */
  readonly effortHigh: number;
}

export interface RestPoint {
  readonly quality: number;
  /** `unstable`: a watershed; a little less and the land goes one way, a little more and it goes the other. */
  readonly kind: 'stable' | 'unstable';
}

export interface LogisticOutcome extends StatePolicy {
  /** Where quality stands still under the best effort, ascending. */
  readonly rests: readonly RestPoint[];
  /** Lowest quality from which the best effort brings the land past its tipping point; null where it never does. */
  readonly worthSavingFrom: number | null;
}

/**
 * What the land does by itself: g x (1 - x / K) without a tipping point, g x (1 - x / K)(x - A) / (K - A) with one. Either
 * way a small gap below K closes at rate g.
 */
export function logisticGrowth({ rate, capacity, tippingPoint }: LogisticLand, x: number): number {
  const plain = rate * x * (1 - x / capacity);
  return tippingPoint === null ? plain : (plain * (x - tippingPoint)) / (capacity - tippingPoint);
}

/**
 * The effort that is worth most on land with logistic growth, solved on a grid of quality from 0 to where even the most
 * effort lifts it no further:
 *
 *     max int e^(-rho t) (pi x - k u^2 / 2) dt,  x' = b u + logisticGrowth(x),  0 <= u <= effortHigh
 *
 * With a tipping point the value may have a kink: a quality at which saving the land and letting it go are worth the
 * same. Rests are read from the sign of the drift, to within a cell.
 *
 * @param cells intervals of the grid; the value is right to the order of their width
 * @throws InvalidInput `E-CHO-102`
 * @source Skiba 1978, Econometrica 46, 527-539, doi:10.2307/1914229
 */
export function logisticHjb(game: LogisticGame, cells = 400): LogisticOutcome {
  checkLand(game);
  const solved = solveHjb(
    {
      discountRate: game.discountRate,
      effect: game.effect,
      effortCost: game.effortCost,
      effortLow: 0,
      effortHigh: game.effortHigh,
      growth: (x) => logisticGrowth(game, x),
      payoff: (x) => game.benefit * x,
    },
    { low: 0, high: mostQuality(game), cells },
  );
  const rests = restsOf(solved);
  return { ...solved, rests, worthSavingFrom: savedFrom(rests, game.tippingPoint ?? 0) };
}

export interface QualityYear {
  readonly year: number;
  readonly quality: number;
  readonly effort: number;
}

/**
 * Quality year by year under a policy, by Runge-Kutta of order 4 with ten steps a year, efforts between grid points by
 * line; and what it is worth: the discounted payoff of those years and, after them, of staying as the last year was.
 *
 * @param years >= 1
 */
export function followPolicy(
  game: LogisticGame,
  { states, efforts }: Pick<StatePolicy, 'states' | 'efforts'>,
  startQuality: number,
  years: number,
): { readonly path: readonly QualityYear[]; readonly worth: number } {
  const most = requireNumber('states', states.at(-1) ?? 0, { above: 0 });
  requireNumber('startQuality', startQuality, { low: 0, high: most });
  requireNumber('years', years, { low: 1, high: 10_000 });
  const h = most / (states.length - 1);
  const effortAt = (x: number): number => {
    const at = Math.min(states.length - 2, Math.max(0, Math.floor(x / h)));
    const share = x / h - at;
    return efforts[at]! * (1 - share) + efforts[at + 1]! * share;
  };
  const rate = (x: number): number => game.effect * effortAt(x) + logisticGrowth(game, x);
  const gain = (x: number): number => game.benefit * x - (game.effortCost * effortAt(x) ** 2) / 2;
  const step = 0.1;
  const path: QualityYear[] = [{ year: 0, quality: startQuality, effort: effortAt(startQuality) }];
  let [x, worth] = [startQuality, 0];
  for (let n = 0; n < 10 * years; n += 1) {
    const one = rate(x);
    const two = rate(x + (step / 2) * one);
    const three = rate(x + (step / 2) * two);
    const four = rate(x + step * three);
    const next = Math.min(most, Math.max(0, x + (step / 6) * (one + 2 * two + 2 * three + four)));
    const [now, then] = [n, n + 1].map((k) => Math.exp(-game.discountRate * k * step)) as [number, number];
    worth += (step / 2) * (now * gain(x) + then * gain(next));
    x = next;
    if ((n + 1) % 10 === 0) path.push({ year: (n + 1) / 10, quality: x, effort: effortAt(x) });
  }
  return { path, worth: worth + (Math.exp(-game.discountRate * years) * gain(x)) / game.discountRate };
}

/** Above it the land sinks back whatever is done; a tenth more at each try. */
function mostQuality(game: LogisticGame): number {
  let quality = 1.1 * game.capacity;
  while (game.effect * game.effortHigh + logisticGrowth(game, quality) > 0) quality *= 1.1;
  return quality;
}

/** Where the drift changes sign: upwards to downwards is stable. Standing still over several points is one rest. */
function restsOf({ states, drifts }: StatePolicy): RestPoint[] {
  const rests: RestPoint[] = [];
  let i = 0;
  while (i < states.length) {
    if (drifts[i] === 0) {
      let last = i;
      while (drifts[last + 1] === 0) last += 1;
      const comesFromBelow = i === 0 || drifts[i - 1]! > 0;
      const comesFromAbove = last === states.length - 1 || drifts[last + 1]! < 0;
      rests.push({
        quality: (states[i]! + states[last]!) / 2,
        kind: comesFromBelow && comesFromAbove ? 'stable' : 'unstable',
      });
      i = last + 1;
      continue;
    }
    const [now, then] = [drifts[i]!, drifts[i + 1]];
    if (then !== undefined && then !== 0 && Math.sign(now) !== Math.sign(then)) {
      const share = now / (now - then);
      rests.push({
        quality: states[i]! + share * (states[i + 1]! - states[i]!),
        kind: now > 0 ? 'stable' : 'unstable',
      });
    }
    i += 1;
  }
  return rests;
}

function savedFrom(rests: readonly RestPoint[], tippingPoint: number): number | null {
  const saved = rests.findIndex(({ quality, kind }) => kind === 'stable' && quality > tippingPoint);
  if (saved < 0) return null;
  const before = rests.slice(0, saved).findLast(({ kind }) => kind === 'unstable');
  return before?.quality ?? 0;
}

function checkLand(game: LogisticGame): void {
  requireNumber('rate', game.rate, { above: 0 });
  requireNumber('capacity', game.capacity, { above: 0 });
  requireNumber('benefit', game.benefit, { low: 0 });
  requireNumber('effect', game.effect, { above: 0 });
  requireNumber('effortHigh', game.effortHigh, { low: 0 });
  if (game.tippingPoint !== null) {
    requireNumber('tippingPoint', game.tippingPoint, { above: 0 });
    requireNumber('capacity', game.capacity, { above: game.tippingPoint });
  }
}
