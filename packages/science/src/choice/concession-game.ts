import { requireNumber } from './choice-input.ts';
import {
  type ByPlayer,
  checkGame,
  costsOf,
  effortsFor,
  type GameEfforts,
  type GameMode,
  growthOf,
  type LinearStateGame,
  marginalValuesOf,
} from './linear-state-game.ts';

export interface ConcessionYear extends GameEfforts {
  readonly year: number;
  readonly quality: number;
}

export interface ConcessionOutcome {
  readonly mode: GameMode;
  /** Year 0 and every further year up to the end asked for. */
  readonly years: readonly ConcessionYear[];
  /** Discounted money; of government and public over all time, of the enterprise over its concession. */
  readonly values: ByPlayer;
  readonly jointValue: number;
}

/**
 * A_E(t) = (pi_E + m_E) / (rho + d) (1 - e^(-(rho + d)(T - t))): what one more unit of quality at t is worth to an
 * enterprise that has its benefit until T; 0 from T on.
 *
 * @param year t, >= 0
 */
export function concessionWorth(game: LinearStateGame, concessionYears: number, year: number): number {
  if (year >= concessionYears) return 0;
  const speed = game.discountRate + game.decay;
  return -marginalValuesOf(game).enterprise * Math.expm1(-speed * (concessionYears - year));
}

/**
 * The game of `playLinearStateGame` where the enterprise has its benefit until T and leaves then. Efforts follow
 * A_E(t) in place of A_E, the share of a leading government likewise; after T the enterprise does nothing. Its
 * benefit after T goes to nobody in the game.
 *
 *     J_j = A_j(0) x(0) + int_0^T e^(-rho t) (A_j(t) (a G + b E + c W) - own cost) dt + what follows T
 *     x'  = a G + b E(t) + c W - d x
 *
 * Integrals are by Gauss and Legendre (5 points on 64 pieces), split where the leader's share begins.
 *
 * @param concessionYears T > 0
 * @param untilYear last year of the path; T by default
 * @throws InvalidInput `E-CHO-102`
 * @source Dockner et al. 2000, Differential games in economics and management science, doi:10.1017/CBO9780511805127
 */
export function playConcession(
  game: LinearStateGame,
  mode: GameMode,
  concessionYears: number,
  untilYear: number = concessionYears,
): ConcessionOutcome {
  checkGame(game);
  requireNumber('concessionYears', concessionYears, { above: 0 });
  requireNumber('untilYear', untilYear, { low: 0 });
  const { discountRate: rho, decay } = game;
  const steady = marginalValuesOf(game);
  const worthAt = (year: number): ByPlayer => ({
    ...steady,
    enterprise: concessionWorth(game, concessionYears, year),
  });
  const playAt = (year: number): GameEfforts => {
    const played = effortsFor(game, worthAt(year), mode);
    if (year < concessionYears) return played;
    return { efforts: { ...played.efforts, enterprise: 0 }, costShare: 0 };
  };
  const breaks = [shareBegins(game, concessionYears), concessionYears];
  const quality = (year: number): number =>
    game.startQuality * Math.exp(-decay * year) +
    integral((at) => Math.exp(-decay * (year - at)) * growthOf(game, playAt(at).efforts), 0, year, breaks);
  const worthOf = (name: keyof ByPlayer): number => {
    const gain = (year: number): number => {
      const played = playAt(year);
      return worthAt(year)[name] * growthOf(game, played.efforts) - costsOf(game, played)[name];
    };
    const during = integral((year) => Math.exp(-rho * year) * gain(year), 0, concessionYears, breaks);
    const after = (Math.exp(-rho * concessionYears) * gain(concessionYears)) / rho;
    return worthAt(0)[name] * game.startQuality + during + after;
  };
  const values = {
    government: worthOf('government'),
    enterprise: worthOf('enterprise'),
    public: worthOf('public'),
  };
  const years: ConcessionYear[] = [];
  for (let year = 0; year <= untilYear; year += 1)
    years.push({ year, quality: quality(year), ...playAt(year) });
  return { mode, years, values, jointValue: values.government + values.enterprise + values.public };
}

/**
 * When the best share of a leader passes what government pays already (0, or a subsidy of its own):
 * (1 + paid) A_E(t) = 2 (1 - paid) A_G; 0 where it does from the start or never.
 */
function shareBegins(game: LinearStateGame, concessionYears: number): number {
  const { government, enterprise } = marginalValuesOf(game);
  const paid = game.subsidyFrom === 'government' ? (game.processSubsidy ?? 0) : 0;
  const reached = (2 * (1 - paid) * government) / ((1 + paid) * enterprise);
  if (!(reached < 1)) return 0;
  return Math.max(0, concessionYears + Math.log1p(-reached) / (game.discountRate + game.decay));
}

/** Nodes and weights on -1..1, Abramowitz and Stegun 25.4.30. */
const NODES = [0, 0.5384693101056831, -0.5384693101056831, 0.906179845938664, -0.906179845938664];
const WEIGHTS = [128 / 225, 0.4786286704993665, 0.4786286704993665, 0.2369268850561891, 0.2369268850561891];
const PIECES = 64;

function integral(of: (x: number) => number, from: number, to: number, breaks: readonly number[]): number {
  const ends = [from, ...breaks.filter((x) => x > from && x < to), to].sort((a, b) => a - b);
  let sum = 0;
  for (let k = 1; k < ends.length; k += 1) {
    const half = (ends[k]! - ends[k - 1]!) / (2 * PIECES);
    for (let piece = 0; piece < PIECES; piece += 1) {
      const middle = ends[k - 1]! + (2 * piece + 1) * half;
      for (let node = 0; node < NODES.length; node += 1)
        sum += half * WEIGHTS[node]! * of(middle + half * NODES[node]!);
    }
  }
  return sum;
}
