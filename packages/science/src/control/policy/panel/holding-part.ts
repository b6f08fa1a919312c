import {
  solveTracking,
  type TrackingGame,
  type TrackingSolution,
  trackingCost,
} from '../../../choice/index.ts';
import {
  bestReply,
  solveJointTracking,
  solveTwoPlayerTracking,
  type TwoPlayerSolution,
  type TwoPlayerTracking,
  twoPlayerOutcome,
} from '../two-player-tracking.ts';
import { type PolicyCheck, policyCheck } from './policy-check.ts';
import { type PolicyPart, percentOf, policyFinding, rounded } from './policy-finding.ts';
import type { PolicySettings } from './policy-settings.ts';

export interface HoldingPart extends PolicyPart {
  /** Government alone. */
  readonly alone: TrackingSolution;
  /** Government and enterprise, each for itself. */
  readonly two: TwoPlayerSolution;
  readonly together: Pick<TwoPlayerSolution, 'policies' | 'costs' | 'longRunQuality'>;
}

/** Holding quality near a target, by one and by two who each wait for the other. */
export function holdingPart(discountRate: number, holding: PolicySettings['holding']): HoldingPart {
  const { decay, startQuality, government, enterprise } = holding;
  const one: TrackingGame = { discountRate, decay, startQuality, ...government };
  const pair: TwoPlayerTracking = {
    discountRate,
    decay,
    startQuality,
    players: [government, enterprise],
  };
  const alone = solveTracking(one);
  const two = solveTwoPlayerTracking(pair);
  const together = solveJointTracking(pair);
  const [apart, joint] = [two.costs[0] + two.costs[1], together.costs[0] + together.costs[1]];
  return {
    alone,
    two,
    together,
    findings: [
      policyFinding('holding.alone', {
        target: rounded(government.target),
        quality: rounded(alone.longRunQuality),
      }),
      policyFinding('holding.two', {
        apart: rounded(two.longRunQuality),
        together: rounded(together.longRunQuality),
        saved: percentOf(apart === 0 ? 0 : 1 - joint / apart),
      }),
    ],
    checks: [...aloneChecks(one, alone), ...pairChecks(pair, two)],
  };
}

function aloneChecks(game: TrackingGame, solution: TrackingSolution): PolicyCheck[] {
  const { curvature, policy, cost } = solution;
  const { effect, effortCost, missCost, discountRate, decay } = game;
  const remainder =
    (effect ** 2 / effortCost) * curvature ** 2 + (discountRate + 2 * decay) * curvature - missCost;
  const cheapest = Math.min(
    ...[0.95, 0.99, 1.01, 1.05].flatMap((by) => [
      trackingCost(game, { ...policy, feedback: policy.feedback * by }),
      trackingCost(game, { ...policy, constant: policy.constant * by }),
    ]),
  );
  return [
    policyCheck('tracking.riccati', 0, remainder, 1e-12 * missCost),
    policyCheck('tracking.cost', cost, trackingCost(game, policy), 1e-9 * (1 + Math.abs(cost))),
    policyCheck('tracking.deviation', 0, Math.max(0, cost - cheapest), 1e-12 * (1 + Math.abs(cost))),
  ];
}

function pairChecks(
  game: TwoPlayerTracking,
  { policies, costs, residual }: TwoPlayerSolution,
): PolicyCheck[] {
  const size = game.players[0].missCost + game.players[1].missCost;
  const replies = [bestReply(game, 0, policies[1]), bestReply(game, 1, policies[0])] as const;
  const apart = Math.max(
    ...policies.map(({ feedback, constant }, i) =>
      Math.max(Math.abs(feedback - replies[i]!.feedback), Math.abs(constant - replies[i]!.constant)),
    ),
  );
  const gains = ([0, 1] as const).flatMap((own) =>
    [0.95, 0.99, 1.01, 1.05].flatMap((by) =>
      (['feedback', 'constant'] as const).map((part) => {
        const moved = { ...policies[own], [part]: policies[own][part] * by };
        const outcome = twoPlayerOutcome(game, own === 0 ? [moved, policies[1]] : [policies[0], moved]);
        return costs[own] - outcome.costs[own];
      }),
    ),
  );
  return [
    policyCheck('two-trackers.riccati', 0, residual, 1e-11 * size),
    policyCheck('two-trackers.reply', 0, apart, 1e-9 * (1 + Math.abs(policies[0].constant))),
    policyCheck('two-trackers.deviation', 0, Math.max(0, ...gains), 1e-12 * (1 + costs[0] + costs[1])),
  ];
}
