import {
  effortsFor,
  type GameOutcome,
  type GamePlayerName,
  growthOf,
  type LinearStateGame,
  marginalValuesOf,
  qualityAfter,
  valueOfEfforts,
} from '../../../choice/index.ts';
import type { EffortGames, EffortPlay } from './effort-plays.ts';
import { type PolicyCheck, policyCheck } from './policy-check.ts';

const STEP = 0.1;

/** The closed forms of the linear-state game against integrals, deviations, a search and steps through time. */
export function effortChecks(
  { plain }: EffortGames,
  plays: Readonly<Record<EffortPlay, GameOutcome>>,
): readonly PolicyCheck[] {
  const { nash, stackelberg, cooperative } = plays;
  const checks: PolicyCheck[] = [];
  for (const name of ['government', 'enterprise'] as const) {
    checks.push(
      policyCheck(
        `value.${name}`,
        nash.values[name],
        integralOf(plain, nash, name),
        1e-6 * (1 + Math.abs(nash.values[name])),
      ),
      policyCheck(
        `deviation.${name}`,
        (plain[name].cost * STEP ** 2) / (2 * plain.discountRate),
        Math.min(...[-STEP, STEP].map((by) => nash.values[name] - moved(plain, nash, name, by).values[name])),
        1e-6 * (1 + Math.abs(nash.values[name])),
      ),
      policyCheck(
        `deviation.joint.${name}`,
        (plain[name].cost * STEP ** 2) / (2 * plain.discountRate),
        Math.min(
          ...[-STEP, STEP].map(
            (by) => cooperative.jointValue - moved(plain, cooperative, name, by).jointValue,
          ),
        ),
        1e-6 * (1 + Math.abs(cooperative.jointValue)),
      ),
    );
  }
  // An enterprise that does nothing answers every share alike
  if (nash.efforts.enterprise > 0)
    checks.push(policyCheck('leader-share', stackelberg.costShare, searchedShare(plain), 1e-5));
  const paid = plays['incentive-nash'];
  checks.push(
    policyCheck(
      'path',
      qualityAfter(plain, nash.efforts, 10),
      steppedQuality(plain, nash, 10),
      1e-8 * (1 + Math.abs(nash.longRunQuality)),
    ),
    policyCheck(
      'outlay',
      paid.outsideOutlay,
      paid.jointValue - valueOfEfforts(plain, paid).jointValue,
      1e-9 * (1 + Math.abs(paid.jointValue)),
    ),
  );
  return checks;
}

function moved(
  game: LinearStateGame,
  played: GameOutcome,
  name: GamePlayerName,
  by: number,
): ReturnType<typeof valueOfEfforts> {
  const efforts = { ...played.efforts, [name]: played.efforts[name] + by };
  return valueOfEfforts(game, { ...played, efforts });
}

/** int e^(-rho t)(pi x - cost) dt by Simpson up to where either quality or money has settled, and the rest in one. */
function integralOf(game: LinearStateGame, played: GameOutcome, name: 'government' | 'enterprise'): number {
  const { discountRate: rho, decay } = game;
  const player = game[name];
  const cost = (player.cost * played.efforts[name] ** 2) / 2;
  const until = Math.min(40 / rho, 40 / decay);
  const pieces = 4000;
  const half = until / (2 * pieces);
  const payoff = (t: number): number =>
    Math.exp(-rho * t) * (player.benefit * qualityAfter(game, played.efforts, t) - cost);
  let sum = 0;
  for (let k = 0; k < pieces; k += 1)
    sum += payoff(2 * k * half) + 4 * payoff((2 * k + 1) * half) + payoff((2 * k + 2) * half);
  const settled = player.benefit * played.longRunQuality - cost;
  return (sum * half) / 3 + (Math.exp(-rho * until) * settled) / rho;
}

/** The leader's best share by golden section, the enterprise answering each with its own best effort. */
function searchedShare(game: LinearStateGame): number {
  const { efforts } = effortsOf(game);
  const value = (share: number): number =>
    valueOfEfforts(game, {
      efforts: { ...efforts, enterprise: efforts.enterprise / (1 - share) },
      costShare: share,
    }).values.government;
  const golden = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [0, 1 - 1e-7];
  while (high - low > 1e-9) {
    const [left, right] = [high - golden * (high - low), low + golden * (high - low)];
    if (value(left) >= value(right)) high = right;
    else low = left;
  }
  return (low + high) / 2;
}

function effortsOf(game: LinearStateGame): ReturnType<typeof effortsFor> {
  return effortsFor(game, marginalValuesOf(game), 'nash');
}

/** Quality after some years by Runge-Kutta of order 4 at 1/100 of the slower of year and decay. */
function steppedQuality(game: LinearStateGame, { efforts }: GameOutcome, years: number): number {
  const growth = growthOf(game, efforts);
  const steps = Math.ceil(100 * years * Math.max(1, game.decay));
  const step = years / steps;
  const rate = (x: number): number => growth - game.decay * x;
  let x = game.startQuality;
  for (let n = 0; n < steps; n += 1) {
    const one = rate(x);
    const two = rate(x + (step / 2) * one);
    const three = rate(x + (step / 2) * two);
    x += (step / 6) * (one + 2 * two + 2 * three + rate(x + step * three));
  }
  return x;
}
