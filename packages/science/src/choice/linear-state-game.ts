import { requireNumber } from './choice-input.ts';

export type GamePlayerName = 'government' | 'enterprise' | 'public';

export interface GamePlayer {
  /** What one unit of effort adds to quality in a year (a, b, c). */
  readonly effect: number;
  /** pi: money a year for each unit of quality. */
  readonly benefit: number;
  /** k > 0: an effort e costs k e^2 / 2 a year. */
  readonly cost: number;
  /** theta, 0 (own gain only) to 1 (the others' gain counts as the own); used in the altruistic mode alone. */
  readonly altruism?: number;
  /** m: paid from outside for each unit of quality a year, on top of the benefit. */
  readonly outcomeIncentive?: number;
}

/** Quality x of a restoration that players push up and time wears down: dx = a G + b E + c W - d x. */
export interface LinearStateGame {
  /** rho > 0, a year. */
  readonly discountRate: number;
  /** d > 0, a year. */
  readonly decay: number;
  /** x(0). */
  readonly startQuality: number;
  readonly government: GamePlayer;
  readonly enterprise: GamePlayer;
  readonly public?: GamePlayer;
  /** omega, 0 <= omega < 1: share of the enterprise's cost that somebody else pays. */
  readonly processSubsidy?: number;
  /** Who pays omega: money from outside (default), or the government of the game out of its own purse. */
  readonly subsidyFrom?: 'outside' | 'government';
}

/**
 * `nash`: each for itself. `stackelberg`: government first offers a share of the enterprise's cost. `cooperative`: one
 * purse. `altruistic`: each for itself, with the others' gain weighed in.
 */
export type GameMode = 'nash' | 'stackelberg' | 'cooperative' | 'altruistic';

export type ByPlayer = Readonly<Record<GamePlayerName, number>>;

/** Efforts a year; a player who is not there has 0. */
export interface GameEfforts {
  readonly efforts: ByPlayer;
  /** s: share of the enterprise's cost (after the process subsidy) that government pays. */
  readonly costShare: number;
}

export interface GameOutcome extends GameEfforts {
  readonly mode: GameMode;
  /** A_j: worth of one more unit of quality today. */
  readonly marginalValues: ByPlayer;
  /** B_j: V_j = A_j x + B_j. */
  readonly constants: ByPlayer;
  /** J_j = A_j x(0) + B_j, discounted money. */
  readonly values: ByPlayer;
  readonly jointValue: number;
  /** x_ss = (a G + b E + c W) / d. */
  readonly longRunQuality: number;
  /** Discounted money that incentives and subsidy cost whoever pays them. */
  readonly outsideOutlay: number;
}

export const GAME_PLAYERS: readonly GamePlayerName[] = ['government', 'enterprise', 'public'];
const NOBODY: GamePlayer = { effect: 0, benefit: 0, cost: 1 };

/**
 * The game of restoration between government, enterprise and, if wanted, the public. With quality linear in the state
 * each value is V_j = A_j x + B_j, efforts are constant, and all is known in closed form:
 *
 *     J_j  = int e^(-rho t) (pi_j x - own cost) dt,  A_j = (pi_j + m_j) / (rho + d)
 *     nash         G = a A_G / k_G,  E = b A_E / (k_E (1 - omega)),  W = c A_P / k_P
 *     stackelberg  s = max(0, (2 A_G - A_E) / (2 A_G + A_E)),  E = b A_E / (k_E (1 - omega)(1 - s))
 *     cooperative  A_G + A_E + A_P in place of each A_j
 *     altruistic   A_j + theta_j (A of the others) in place of A_j
 *     B_j  = (A_j (a G + b E + c W) - own cost) / rho
 *
 * A process subsidy that government pays itself is a transfer: one purse does not see it (no 1 - omega in E), and a
 * leader counts it in, so that s = max(0, (s* - omega) / (1 - omega)) with the s* above.
 *
 * @returns values of the players themselves: altruism changes what they do, not what they are paid
 * @throws InvalidInput `E-CHO-102`
 * @source Dockner et al. 2000, Differential games in economics and management science, doi:10.1017/CBO9780511805127 (linear state games); Joergensen and Zaccour 2004, Differential games in marketing, doi:10.1007/978-1-4419-8929-1 (cost share of a leader)
 */
export function playLinearStateGame(game: LinearStateGame, mode: GameMode): GameOutcome {
  checkGame(game);
  const marginalValues = marginalValuesOf(game);
  const played = effortsFor(game, marginalValues, mode);
  return { mode, marginalValues, ...played, ...valueOfEfforts(game, played) };
}

/**
 * What constant efforts are worth, optimal or not: the same integrals, for trying a deviation.
 *
 * @throws InvalidInput `E-CHO-102`
 */
export function valueOfEfforts(
  game: LinearStateGame,
  played: GameEfforts,
): Pick<GameOutcome, 'constants' | 'values' | 'jointValue' | 'longRunQuality' | 'outsideOutlay'> {
  checkGame(game);
  const marginal = marginalValuesOf(game);
  const growth = growthOf(game, played.efforts);
  const costs = costsOf(game, played);
  const constants = byPlayer((name) => (marginal[name] * growth - costs[name]) / game.discountRate);
  const values = byPlayer((name) => marginal[name] * game.startQuality + constants[name]);
  const discountedQuality =
    (game.startQuality + growth / game.discountRate) / (game.discountRate + game.decay);
  const incentive = sumOf(byPlayer((name) => playerOf(game, name).outcomeIncentive ?? 0));
  const subsidy =
    game.subsidyFrom === 'government'
      ? 0
      : (game.processSubsidy ?? 0) * costOf(game.enterprise, played.efforts.enterprise);
  return {
    constants,
    values,
    jointValue: sumOf(values),
    longRunQuality: growth / game.decay,
    outsideOutlay: incentive * discountedQuality + subsidy / game.discountRate,
  };
}

/** x(t) = x_ss + (x(0) - x_ss) e^(-d t) under constant efforts. */
export function qualityAfter(game: LinearStateGame, efforts: ByPlayer, years: number): number {
  const longRun = growthOf(game, efforts) / game.decay;
  return longRun + (game.startQuality - longRun) * Math.exp(-game.decay * years);
}

/** Efforts and cost share that follow from what a unit of quality is worth to each. */
export function effortsFor(game: LinearStateGame, marginal: ByPlayer, mode: GameMode): GameEfforts {
  const total = sumOf(marginal);
  const weigh = (name: GamePlayerName): number => {
    const own = marginal[name];
    if (mode === 'cooperative') return total;
    return mode === 'altruistic' ? own + (playerOf(game, name).altruism ?? 0) * (total - own) : own;
  };
  const subsidy = game.processSubsidy ?? 0;
  const isOwnPurse = game.subsidyFrom === 'government';
  const best = mode === 'stackelberg' ? leaderShare(marginal.government, marginal.enterprise) : 0;
  const costShare = isOwnPurse ? Math.max(0, (best - subsidy) / (1 - subsidy)) : best;
  const efforts = byPlayer((name) => {
    const { effect, cost } = playerOf(game, name);
    if (name !== 'enterprise') return (effect * weigh(name)) / cost;
    const isUnseen = isOwnPurse && (costShare > 0 || mode === 'cooperative');
    // With the best share above 0, A_E / (1 - s) is A_G + A_E / 2: exact also where A_E is 0 and s is 1
    const worth = costShare > 0 ? marginal.government + marginal.enterprise / 2 : weigh(name);
    return (effect * worth) / (cost * (isUnseen ? 1 : 1 - subsidy));
  });
  return { efforts, costShare };
}

/** a G + b E + c W. */
export function growthOf(game: LinearStateGame, efforts: ByPlayer): number {
  return sumOf(byPlayer((name) => playerOf(game, name).effect * efforts[name]));
}

/** What each pays a year: the enterprise its own part, government its own effort and what it took over. */
export function costsOf(game: LinearStateGame, { efforts, costShare }: GameEfforts): ByPlayer {
  const subsidy = game.processSubsidy ?? 0;
  const whole = costOf(game.enterprise, efforts.enterprise);
  const shared = (1 - subsidy) * whole;
  const given = game.subsidyFrom === 'government' ? subsidy * whole : 0;
  return {
    government: costOf(game.government, efforts.government) + costShare * shared + given,
    enterprise: (1 - costShare) * shared,
    public: costOf(game.public ?? NOBODY, efforts.public),
  };
}

/** A_j = (pi_j + m_j) / (rho + d). */
export function marginalValuesOf(game: LinearStateGame): ByPlayer {
  return byPlayer((name) => {
    const { benefit, outcomeIncentive = 0 } = playerOf(game, name);
    return (benefit + outcomeIncentive) / (game.discountRate + game.decay);
  });
}

/** @throws InvalidInput `E-CHO-102` */
export function checkGame(game: LinearStateGame): void {
  requireNumber('discountRate', game.discountRate, { above: 0 });
  requireNumber('decay', game.decay, { above: 0 });
  requireNumber('startQuality', game.startQuality);
  requireNumber('processSubsidy', game.processSubsidy ?? 0, { low: 0, high: 1 - 1e-9 });
  for (const name of GAME_PLAYERS) {
    const player = playerOf(game, name);
    requireNumber(`${name}.effect`, player.effect, { low: 0 });
    requireNumber(`${name}.benefit`, player.benefit, { low: 0 });
    requireNumber(`${name}.cost`, player.cost, { above: 0 });
    requireNumber(`${name}.altruism`, player.altruism ?? 0, { low: 0, high: 1 });
    requireNumber(`${name}.outcomeIncentive`, player.outcomeIncentive ?? 0, { low: 0 });
  }
}

function leaderShare(leader: number, follower: number): number {
  const sum = 2 * leader + follower;
  return sum === 0 ? 0 : Math.max(0, (2 * leader - follower) / sum);
}

function costOf(player: GamePlayer, effort: number): number {
  return (player.cost * effort ** 2) / 2;
}

function playerOf(game: LinearStateGame, name: GamePlayerName): GamePlayer {
  return game[name] ?? NOBODY;
}

function byPlayer(of: (name: GamePlayerName) => number): ByPlayer {
  return { government: of('government'), enterprise: of('enterprise'), public: of('public') };
}

function sumOf(amounts: ByPlayer): number {
  return amounts.government + amounts.enterprise + amounts.public;
}
