import { solveTracking } from '../../../choice/index.ts';
import { followPolicy, type LogisticGame, type LogisticOutcome, logisticHjb } from '../logistic-hjb.ts';
import { type StateControl, solveHjb } from '../upwind-hjb.ts';
import { type PolicyCheck, policyCheck } from './policy-check.ts';
import { type PolicyFinding, type PolicyPart, policyFinding, rounded } from './policy-finding.ts';
import type { PolicySettings } from './policy-settings.ts';

export interface ThresholdPart extends PolicyPart {
  readonly game: LogisticGame;
  readonly outcome: LogisticOutcome;
}

/** Cells of the grid, and how many at least lie between tipping point and capacity where the two are close. */
const CELLS = 400;
const BASIN_CELLS = 40;
const MOST_CELLS = 4000;

/** When land with a tipping point is worth saving, and from where it is let go. */
export function thresholdPart(discountRate: number, threshold: PolicySettings['threshold']): ThresholdPart {
  const game: LogisticGame = { discountRate, ...threshold };
  const outcome = logisticHjb(game, cellsOf(game));
  return {
    game,
    outcome,
    findings: [findingOf(game, outcome)],
    checks: [
      policyCheck(
        'hjb.residual',
        0,
        outcome.residual,
        1e-9 * (1 + discountRate * Math.max(...outcome.values.map(Math.abs))),
      ),
      followedCheck(game, outcome),
      ...linearChecks(game),
      orderCheck(),
    ],
  };
}

function cellsOf({ capacity, tippingPoint }: LogisticGame): number {
  const basin = capacity - (tippingPoint ?? 0);
  return Math.min(MOST_CELLS, Math.max(CELLS, Math.ceil((1.4 * BASIN_CELLS * capacity) / basin)));
}

function findingOf(
  { tippingPoint }: LogisticGame,
  { worthSavingFrom, rests }: LogisticOutcome,
): PolicyFinding {
  const settled = rests.filter(({ kind }) => kind === 'stable').at(-1)?.quality ?? 0;
  if (tippingPoint === null) return policyFinding('threshold.none', { quality: rounded(settled) });
  const params = { tipping: rounded(tippingPoint), quality: rounded(settled) };
  if (worthSavingFrom === null) return policyFinding('threshold.never', params);
  if (worthSavingFrom === 0) return policyFinding('threshold.always', params);
  return policyFinding('threshold.watershed', { ...params, from: rounded(worthSavingFrom, 2) });
}

/**
 * The value on the grid against the worth of following the policy from there through time, half way between the two rests
 * (or ends) that lie furthest apart: near a watershed a path may leave to the other side by rounding alone.
 */
function followedCheck(game: LogisticGame, outcome: LogisticOutcome): PolicyCheck {
  const { states, values, rests } = outcome;
  const ends = [0, ...rests.map(({ quality }) => quality), states.at(-1)!];
  let [from, to] = [0, 0];
  for (let k = 1; k < ends.length; k += 1)
    if (ends[k]! - ends[k - 1]! > to - from) [from, to] = [ends[k - 1]!, ends[k]!];
  const at = Math.round((from + to) / 2 / states[1]!);
  const years = Math.min(2000, Math.ceil(20 / game.discountRate));
  const { worth } = followPolicy(game, outcome, states[at]!, years);
  return policyCheck('hjb.followed', values[at]!, worth, 0.02 * Math.max(...values.map(Math.abs)));
}

/** With growth -d x, d the rate, the value is A x + b^2 A^2 / (2 k rho), A = pi / (rho + d), where no bound on effort binds. */
function linearChecks({ discountRate: rho, rate, benefit, effect, effortCost }: LogisticGame): PolicyCheck[] {
  const worth = benefit / (rho + rate);
  const effort = (effect * worth) / effortCost;
  const high = 1 + (2 * effect * effort) / rate;
  const linear: StateControl = {
    discountRate: rho,
    effect,
    effortCost,
    effortLow: 0,
    effortHigh: 2 * effort,
    growth: (x) => -rate * x,
    payoff: (x) => benefit * x,
  };
  const { states, values } = solveHjb(linear, { low: 0, high, cells: CELLS });
  const middle = CELLS / 2;
  const expected = worth * states[middle]! + (effect * worth) ** 2 / (2 * effortCost * rho);
  return [policyCheck('hjb.linear', expected, values[middle]!, 1e-8 * (1 + Math.abs(expected)))];
}

/** Error against the quadratic closed form on 200 and 400 cells: the order of the scheme is log2 of their ratio. */
function orderCheck(): PolicyCheck {
  const game = {
    discountRate: 0.05,
    decay: 0.1,
    effect: 0.8,
    missCost: 1,
    effortCost: 0.5,
    target: 0.8,
    startQuality: 0,
  };
  const { curvature, slope, offset } = solveTracking(game);
  const [coarse, fine] = [200, 400].map((cells) => {
    const { states, values } = solveHjb(
      {
        discountRate: game.discountRate,
        effect: game.effect,
        effortCost: game.effortCost,
        effortLow: -5,
        effortHigh: 5,
        growth: (x) => -game.decay * x,
        payoff: (x) => -((x - game.target) ** 2) / 2,
      },
      { low: 0, high: 1.5, cells },
    );
    return Math.max(
      ...states.map((x, i) => Math.abs(values[i]! + (curvature * x ** 2) / 2 + slope * x + offset)),
    );
  });
  return policyCheck('hjb.order', 1, Math.log2(coarse! / fine!), 0.1);
}
