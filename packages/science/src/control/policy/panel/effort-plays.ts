import {
  type GameMode,
  type GameOutcome,
  type LinearStateGame,
  playLinearStateGame,
  qualityAfter,
} from '../../../choice/index.ts';
import type { PlanSettings } from '../../../plan/index.ts';
import type { PolicySettings } from './policy-settings.ts';

/** Games of the panel: what is played, under which incentive, by whom. */
export const EFFORT_PLAYS = [
  'nash',
  'stackelberg',
  'cooperative',
  'altruistic',
  'incentive-nash',
  'incentive-cooperative',
  'incentive-altruistic',
  'subsidy-outside-nash',
  'subsidy-outside-cooperative',
  'subsidy-inside-nash',
  'subsidy-inside-cooperative',
  'public-nash',
  'public-cooperative',
] as const;
export type EffortPlay = (typeof EFFORT_PLAYS)[number];

export interface EffortGames {
  /** Government and enterprise alone, without incentives. */
  readonly plain: LinearStateGame;
  readonly incentive: LinearStateGame;
  readonly subsidyOutside: LinearStateGame;
  readonly subsidyInside: LinearStateGame;
  readonly public: LinearStateGame;
}

export interface QualityPath {
  readonly play: EffortPlay;
  /** Quality in years 0, 1, 2 ... */
  readonly quality: readonly number[];
}

/** The linear-state games that the settings describe; altruism stands in all and counts in its own mode alone. */
export function effortGames(
  games: PlanSettings['games'],
  discountRate: number,
  policy: PolicySettings,
): EffortGames {
  const plain: LinearStateGame = {
    discountRate,
    decay: games.decay,
    startQuality: games.startQuality,
    government: {
      effect: games.effectGovernment,
      benefit: games.benefitGovernment,
      cost: games.costGovernment,
      altruism: policy.altruism.government,
    },
    enterprise: {
      effect: games.effectEnterprise,
      benefit: games.benefitEnterprise,
      cost: games.costEnterprise,
      altruism: policy.altruism.enterprise,
    },
  };
  const { government, enterprise } = policy.outcomeIncentive;
  return {
    plain,
    incentive: {
      ...plain,
      government: { ...plain.government, outcomeIncentive: government },
      enterprise: { ...plain.enterprise, outcomeIncentive: enterprise },
    },
    subsidyOutside: { ...plain, processSubsidy: policy.processSubsidy },
    subsidyInside: { ...plain, processSubsidy: policy.processSubsidy, subsidyFrom: 'government' },
    public: { ...plain, public: policy.public },
  };
}

/** Every play of the panel, by name. */
export function playAll(games: EffortGames): Readonly<Record<EffortPlay, GameOutcome>> {
  const play = (game: LinearStateGame, mode: GameMode): GameOutcome => playLinearStateGame(game, mode);
  return {
    nash: play(games.plain, 'nash'),
    stackelberg: play(games.plain, 'stackelberg'),
    cooperative: play(games.plain, 'cooperative'),
    altruistic: play(games.plain, 'altruistic'),
    'incentive-nash': play(games.incentive, 'nash'),
    'incentive-cooperative': play(games.incentive, 'cooperative'),
    'incentive-altruistic': play(games.incentive, 'altruistic'),
    'subsidy-outside-nash': play(games.subsidyOutside, 'nash'),
    'subsidy-outside-cooperative': play(games.subsidyOutside, 'cooperative'),
    'subsidy-inside-nash': play(games.subsidyInside, 'nash'),
    'subsidy-inside-cooperative': play(games.subsidyInside, 'cooperative'),
    'public-nash': play(games.public, 'nash'),
    'public-cooperative': play(games.public, 'cooperative'),
  };
}

/** x(t) of the three ways of working together, years 0 to `years`. */
export function qualityPaths(
  { plain }: EffortGames,
  plays: Readonly<Record<EffortPlay, GameOutcome>>,
  years: number,
): readonly QualityPath[] {
  return (['nash', 'stackelberg', 'cooperative'] as const).map((play) => ({
    play,
    quality: Array.from({ length: years + 1 }, (_, year) => qualityAfter(plain, plays[play].efforts, year)),
  }));
}

/**
 * The process subsidy from outside that costs as much as an outlay, each for itself: omega / (1 - omega)^2 = c with
 * c = 2 rho k_E outlay / (b A_E)^2, so omega = 2 c / (2 c + 1 + sqrt(4 c + 1)); null where the enterprise works for nothing.
 */
export function subsidyOfOutlay(plain: LinearStateGame, outlay: number): number | null {
  const { enterprise, discountRate } = plain;
  const effort = playLinearStateGame(plain, 'nash').efforts.enterprise;
  if (effort <= 0) return null;
  const c = (2 * discountRate * outlay) / (enterprise.cost * effort ** 2);
  return (2 * c) / (2 * c + 1 + Math.sqrt(4 * c + 1));
}

/** Greatest altruism of both, 0..1, up to which both gain against `nash`, to 1e-6; 0 where none does. */
export function greatestParetoAltruism(game: LinearStateGame): number {
  const nash = playLinearStateGame(game, 'nash').values;
  const bothGain = (altruism: number): boolean => {
    const { values } = playLinearStateGame(
      {
        ...game,
        government: { ...game.government, altruism },
        enterprise: { ...game.enterprise, altruism },
      },
      'altruistic',
    );
    return values.government >= nash.government && values.enterprise >= nash.enterprise;
  };
  if (bothGain(1)) return 1;
  // Gains are concave in theta and 0 at 0: once lost they stay lost
  let [low, high] = [0, 1];
  while (high - low > 1e-7) {
    const middle = (low + high) / 2;
    if (bothGain(middle)) low = middle;
    else high = middle;
  }
  return low < 1e-6 ? 0 : low;
}
