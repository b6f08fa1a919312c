import { requireNumber } from './choice-input.ts';

/** Holding quality x near a target by effort u against decay: dx = b u + g - d x. */
export interface TrackingGame {
  /** rho > 0, a year. */
  readonly discountRate: number;
  /** d >= 0, a year. */
  readonly decay: number;
  /** b > 0: what one unit of effort adds to quality in a year. */
  readonly effect: number;
  /** q > 0: being off target by e costs q e^2 / 2 a year. */
  readonly missCost: number;
  /** r > 0: an effort u costs r u^2 / 2 a year. */
  readonly effortCost: number;
  /** x_r. */
  readonly target: number;
  /** x(0). */
  readonly startQuality: number;
  /** g: what others add to quality a year, whatever it is; 0 by default. */
  readonly push?: number;
}

/** u = constant - feedback x. */
export interface TrackingPolicy {
  readonly feedback: number;
  readonly constant: number;
}

export interface TrackingSolution {
  /** P, p and c of the least cost from x on: P x^2 / 2 + p x + c. */
  readonly curvature: number;
  readonly slope: number;
  readonly offset: number;
  readonly policy: TrackingPolicy;
  /** Least discounted cost from x(0). */
  readonly cost: number;
  /** x_ss = (b constant + g) / (d + b feedback): below the target where g is 0, for effort is dear. */
  readonly longRunQuality: number;
}

/**
 * The effort that holds quality near a target at least cost (linear-quadratic regulator with discount):
 *
 *     min int e^(-rho t) (q (x - x_r)^2 + r u^2) / 2 dt,  dx = b u + g - d x
 *     b^2 P^2 / r + (rho + 2 d) P - q = 0,  P > 0
 *     p = (P g - q x_r) / (rho + d + b^2 P / r),  c = (q x_r^2 - b^2 p^2 / r + 2 p g) / (2 rho)
 *     u = -(b / r)(P x + p)
 *
 * @throws InvalidInput `E-CHO-102`
 * @source Dockner et al. 2000, Differential games in economics and management science, doi:10.1017/CBO9780511805127 (linear quadratic games)
 */
export function solveTracking(game: TrackingGame): TrackingSolution {
  checkTracking(game);
  const { discountRate: rho, decay: d, effect: b, missCost: q, effortCost: r, target, push = 0 } = game;
  const gain = b ** 2 / r;
  // The positive root in the form that does not subtract nearly equal numbers
  const curvature = (2 * q) / (rho + 2 * d + Math.sqrt((rho + 2 * d) ** 2 + 4 * gain * q));
  const slope = (curvature * push - q * target) / (rho + d + gain * curvature);
  const offset = (q * target ** 2 - gain * slope ** 2 + 2 * slope * push) / (2 * rho);
  const x = game.startQuality;
  const policy = { feedback: (b / r) * curvature, constant: -(b / r) * slope };
  return {
    curvature,
    slope,
    offset,
    policy,
    cost: (curvature * x ** 2) / 2 + slope * x + offset,
    longRunQuality: (b * policy.constant + push) / (d + b * policy.feedback),
  };
}

/**
 * Discounted cost of any policy u = h - K x, optimal or not. With l = d + b K and x_s = (b h + g) / l quality runs as
 * x_s + (x(0) - x_s) e^(-l t), and the integrals of squares are closed.
 *
 * @param policy d + b K > 0: quality must settle
 * @throws InvalidInput `E-CHO-102`
 */
export function trackingCost(game: TrackingGame, policy: TrackingPolicy): number {
  checkTracking(game);
  const { discountRate: rho, missCost: q, effortCost: r } = game;
  const speed = requireNumber('decay + effect * feedback', game.decay + game.effect * policy.feedback, {
    above: 0,
  });
  const settled = (game.effect * policy.constant + (game.push ?? 0)) / speed;
  const gap = game.startQuality - settled;
  const squares = (level: number, swing: number): number =>
    level ** 2 / rho + (2 * level * swing) / (rho + speed) + swing ** 2 / (rho + 2 * speed);
  const miss = squares(settled - game.target, gap);
  const effort = squares(policy.constant - policy.feedback * settled, -policy.feedback * gap);
  return (q * miss + r * effort) / 2;
}

function checkTracking(game: TrackingGame): void {
  requireNumber('discountRate', game.discountRate, { above: 0 });
  requireNumber('decay', game.decay, { low: 0 });
  requireNumber('effect', game.effect, { above: 0 });
  requireNumber('missCost', game.missCost, { above: 0 });
  requireNumber('effortCost', game.effortCost, { above: 0 });
  requireNumber('target', game.target);
  requireNumber('startQuality', game.startQuality);
  requireNumber('push', game.push ?? 0);
}
