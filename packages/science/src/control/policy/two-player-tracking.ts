import { requireNumber } from '../../choice/choice-input.ts';
import { solveTracking, type TrackingGame, type TrackingPolicy, trackingCost } from '../../choice/index.ts';

export interface TrackingPlayer {
  /** b > 0: what one unit of own effort adds to quality in a year. */
  readonly effect: number;
  /** q > 0: being off the own target by e costs q e^2 / 2 a year. */
  readonly missCost: number;
  /** r > 0: an own effort u costs r u^2 / 2 a year. */
  readonly effortCost: number;
  /** x_r of this player. */
  readonly target: number;
}

/** Two who hold the same quality near a target each: dx = b_1 u_1 + b_2 u_2 - d x. */
export interface TwoPlayerTracking {
  /** rho > 0, a year. */
  readonly discountRate: number;
  /** d >= 0, a year. */
  readonly decay: number;
  /** x(0). */
  readonly startQuality: number;
  readonly players: readonly [TrackingPlayer, TrackingPlayer];
}

export type Pair<T> = readonly [T, T];

export interface TwoPlayerSolution {
  /** P_i and p_i: the least cost of player i from x on is P_i x^2 / 2 + p_i x + a constant. */
  readonly curvatures: Pair<number>;
  readonly slopes: Pair<number>;
  /** u_i = constant - feedback x. */
  readonly policies: Pair<TrackingPolicy>;
  /** Discounted cost of each from x(0). */
  readonly costs: Pair<number>;
  readonly longRunQuality: number;
  /** Greatest remainder of the two equations of P. */
  readonly residual: number;
  /** Replies until P stood still. */
  readonly iterations: number;
}

const MOST_REPLIES = 200;
/** Relative change of P_1 that counts as none. */
const STILL = 1e-15;

/**
 * Feedback Nash equilibrium of two trackers. With S_i = b_i^2 / r_i:
 *
 *     q_i - S_i P_i^2 - 2 S_j P_i P_j - (rho + 2 d) P_i = 0,  P_i > 0           coupled, solved by replying in turn
 *     (rho + d + S_1 P_1 + S_2 P_2) p_i + S_j P_i p_j = -q_i x_ri               two linear equations
 *     u_i = -(b_i / r_i)(P_i x + p_i)
 *
 * A reply to P_j is the tracking problem with decay d + S_j P_j. Of two replies in turn the slope is
 * 4 ab / (2a + 2b + rho + 2d)^2 < 1/4 at a solution (a = S_1 P_1, b = S_2 P_2), so there is one positive solution and each
 * round leaves less than a quarter of what was missing.
 *
 * @throws InvalidInput `E-CHO-102`
 * @source Basar and Olsder 1999, Dynamic noncooperative game theory, doi:10.1137/1.9781611971132; Engwerda 2005, LQ dynamic optimization and differential games, ISBN 978-0-470-01524-7
 */
export function solveTwoPlayerTracking(game: TwoPlayerTracking): TwoPlayerSolution {
  const { discountRate: rho, decay: d, players } = game;
  const gains = players.map(({ effect, effortCost }) => effect ** 2 / effortCost) as [number, number];
  const replyTo = (player: 0 | 1, curvature: number): number => {
    const { effect, effortCost } = players[player === 0 ? 1 : 0];
    return solveTracking(alone(game, player, { feedback: (effect / effortCost) * curvature, constant: 0 }))
      .curvature;
  };
  let [first, second, moved, iterations] = [0, 0, 1, 0];
  while (moved > STILL && iterations < MOST_REPLIES) {
    const next = replyTo(0, second);
    second = replyTo(1, next);
    moved = Math.abs(next - first) / next;
    first = next;
    iterations += 1;
  }
  const curvatures = [first, second] as const;
  const diagonal = rho + d + gains[0] * first + gains[1] * second;
  const [one, two] = players.map(({ missCost, target }) => -missCost * target) as [number, number];
  const determinant = diagonal ** 2 - gains[1] * first * gains[0] * second;
  const slopes = [
    (one * diagonal - gains[1] * first * two) / determinant,
    (two * diagonal - gains[0] * second * one) / determinant,
  ] as const;
  const policies = players.map(({ effect, effortCost }, i) => ({
    feedback: (effect / effortCost) * curvatures[i]!,
    constant: -(effect / effortCost) * slopes[i]!,
  })) as unknown as Pair<TrackingPolicy>;
  const residuals = players.map(({ missCost }, i) => {
    const [own, other] = [curvatures[i]!, curvatures[1 - i]!];
    return missCost - gains[i]! * own ** 2 - 2 * gains[1 - i]! * own * other - (rho + 2 * d) * own;
  });
  return {
    curvatures,
    slopes,
    policies,
    ...twoPlayerOutcome(game, policies),
    residual: Math.max(...residuals.map(Math.abs)),
    iterations,
  };
}

/** The best answer of one player to a policy of the other, by the tracking problem alone. */
export function bestReply(game: TwoPlayerTracking, player: 0 | 1, other: TrackingPolicy): TrackingPolicy {
  return solveTracking(alone(game, player, other)).policy;
}

/**
 * Discounted cost of each under any two policies, and where quality settles.
 *
 * @param policies feedbacks >= 0
 * @throws InvalidInput `E-CHO-102`
 */
export function twoPlayerOutcome(
  game: TwoPlayerTracking,
  policies: Pair<TrackingPolicy>,
): { readonly costs: Pair<number>; readonly longRunQuality: number } {
  const pushes = game.players.map(({ effect }, i) => effect * policies[i]!.constant) as [number, number];
  const holds = game.players.map(({ effect }, i) => effect * policies[i]!.feedback) as [number, number];
  return {
    costs: [
      trackingCost(alone(game, 0, policies[1]), policies[0]),
      trackingCost(alone(game, 1, policies[0]), policies[1]),
    ],
    longRunQuality: (pushes[0] + pushes[1]) / (game.decay + holds[0] + holds[1]),
  };
}

/**
 * Both as one: the least sum of costs. It is the tracking problem with q = q_1 + q_2, the target weighted by q, and
 * b^2 / r = S_1 + S_2.
 *
 * @throws InvalidInput `E-CHO-102`
 */
export function solveJointTracking(
  game: TwoPlayerTracking,
): Pick<TwoPlayerSolution, 'policies' | 'costs' | 'longRunQuality'> {
  const [one, two] = game.players;
  const missCost = one.missCost + two.missCost;
  const { curvature, slope } = solveTracking({
    discountRate: game.discountRate,
    decay: game.decay,
    startQuality: game.startQuality,
    effect: Math.sqrt(one.effect ** 2 / one.effortCost + two.effect ** 2 / two.effortCost),
    effortCost: 1,
    missCost,
    target: (one.missCost * one.target + two.missCost * two.target) / missCost,
  });
  const policies = game.players.map(({ effect, effortCost }) => ({
    feedback: (effect / effortCost) * curvature,
    constant: -(effect / effortCost) * slope,
  })) as unknown as Pair<TrackingPolicy>;
  return { policies, ...twoPlayerOutcome(game, policies) };
}

/** What one player faces while the other keeps a policy: more decay and a push. */
function alone(game: TwoPlayerTracking, player: 0 | 1, other: TrackingPolicy): TrackingGame {
  const { effect } = game.players[player === 0 ? 1 : 0];
  requireNumber('feedback', other.feedback, { low: 0 });
  return {
    ...game.players[player],
    discountRate: game.discountRate,
    decay: game.decay + effect * other.feedback,
    startQuality: game.startQuality,
    push: effect * other.constant,
  };
}
