import { type GameOutcome, playLinearStateGame } from '../../../choice/index.ts';
import type { PlanSettings } from '../../../plan/index.ts';
import { effortChecks } from './effort-checks.ts';
import {
  type EffortGames,
  type EffortPlay,
  effortGames,
  greatestParetoAltruism,
  playAll,
  type QualityPath,
  qualityPaths,
  subsidyOfOutlay,
} from './effort-plays.ts';
import { type PolicyFinding, type PolicyPart, percentOf, policyFinding, rounded } from './policy-finding.ts';
import type { PolicySettings } from './policy-settings.ts';

export interface EffortPart extends PolicyPart {
  readonly plays: Readonly<Record<EffortPlay, GameOutcome>>;
  readonly paths: readonly QualityPath[];
}

/** Money below this counts as none. */
const NOTHING = 1e-9;
const PATH_YEARS = 40;

/** Who puts in how much, alone, led, together and kindly; and what incentives do to it. */
export function effortPart(
  games: PlanSettings['games'],
  discountRate: number,
  policy: PolicySettings,
): EffortPart {
  const set = effortGames(games, discountRate, policy);
  const plays = playAll(set);
  return {
    plays,
    paths: qualityPaths(set, plays, PATH_YEARS),
    findings: [
      ledFinding(plays),
      cooperationFinding(plays),
      incentiveFinding(plays, policy),
      ...subsidyFindings(plays, policy),
      ...equalMoneyFinding(set, plays),
      altruismFinding(set, plays, policy),
      publicFinding(plays),
    ],
    checks: effortChecks(set, plays),
  };
}

function ledFinding({ nash, stackelberg }: EffortPart['plays']): PolicyFinding {
  if (stackelberg.costShare === 0) return policyFinding('led.nothing', {});
  return policyFinding('led.shares', {
    share: percentOf(stackelberg.costShare),
    from: rounded(nash.longRunQuality),
    to: rounded(stackelberg.longRunQuality),
  });
}

function cooperationFinding({ nash, cooperative }: EffortPart['plays']): PolicyFinding {
  const gains = gainsOf(cooperative, nash);
  const lost = gains.filter((gain) => gain < -NOTHING).reduce((sum, gain) => sum - gain, 0);
  const params = {
    from: rounded(nash.longRunQuality),
    to: rounded(cooperative.longRunQuality),
    gain: rounded(cooperative.jointValue - nash.jointValue),
  };
  if (lost === 0) return policyFinding('cooperation.both', params);
  const loser = gains[0]! < gains[1]! ? 'government' : 'enterprise';
  return policyFinding('cooperation.payment', {
    ...params,
    loser: `policy.player.${loser}`,
    least: rounded(lost),
    most: rounded(gains.filter((gain) => gain > 0).reduce((sum, gain) => sum + gain, 0)),
  });
}

function incentiveFinding(plays: EffortPart['plays'], policy: PolicySettings): PolicyFinding {
  const without = gainsOf(plays.cooperative, plays.nash);
  const withIt = gainsOf(plays['incentive-cooperative'], plays['incentive-nash']);
  const params = {
    incentive: rounded(policy.outcomeIncentive.enterprise),
    publicIncentive: rounded(policy.outcomeIncentive.government),
    government: rounded(withIt[0]!),
    enterprise: rounded(withIt[1]!),
    loss: rounded(-Math.min(...without, 0)),
  };
  if (Math.min(...withIt) < -NOTHING) return policyFinding('outcome-incentive.short', params, false);
  return policyFinding(
    Math.min(...without) < -NOTHING ? 'outcome-incentive.makes' : 'outcome-incentive.keeps',
    params,
    true,
  );
}

/** From the purse of the players it is a transfer; from outside it is not. The literature finds little change. */
function subsidyFindings(plays: EffortPart['plays'], policy: PolicySettings): PolicyFinding[] {
  const change = (paid: EffortPlay, plain: EffortPlay): number => {
    const before = plays[plain].efforts.enterprise;
    return before === 0 ? 0 : plays[paid].efforts.enterprise / before - 1;
  };
  const subsidy = percentOf(policy.processSubsidy);
  const inside = change('subsidy-inside-cooperative', 'cooperative');
  const outside = change('subsidy-outside-cooperative', 'cooperative');
  return [
    policyFinding(
      'process-subsidy.inside',
      {
        subsidy,
        together: percentOf(inside),
        alone: percentOf(change('subsidy-inside-nash', 'nash')),
      },
      Math.abs(inside) < 0.01,
    ),
    policyFinding(
      'process-subsidy.outside',
      { subsidy, together: percentOf(outside) },
      Math.abs(outside) < 0.01,
    ),
  ];
}

/** The outcome incentive against a process subsidy from outside that costs the same, each player for itself. */
function equalMoneyFinding({ plain }: EffortGames, plays: EffortPart['plays']): PolicyFinding[] {
  const incentive = plays['incentive-nash'];
  if (incentive.outsideOutlay <= NOTHING) return [];
  const processSubsidy = subsidyOfOutlay(plain, incentive.outsideOutlay);
  if (processSubsidy === null) return [];
  const subsidy = playLinearStateGame({ ...plain, processSubsidy }, 'nash');
  const better = incentive.longRunQuality >= subsidy.longRunQuality ? 'outcome' : 'process';
  return [
    policyFinding(`equal-money.${better}`, {
      outlay: rounded(incentive.outsideOutlay),
      outcome: rounded(incentive.longRunQuality),
      process: rounded(subsidy.longRunQuality),
      subsidy: percentOf(processSubsidy),
    }),
  ];
}

function altruismFinding(
  { plain, incentive }: EffortGames,
  plays: EffortPart['plays'],
  policy: PolicySettings,
): PolicyFinding {
  const gains = gainsOf(plays['incentive-altruistic'], plays['incentive-nash']);
  const limits = {
    without: percentOf(greatestParetoAltruism(plain)),
    with: percentOf(greatestParetoAltruism(incentive)),
  };
  const both = Math.min(...gains) >= -NOTHING && Math.max(...gains) > NOTHING;
  return policyFinding(
    both ? 'altruism.pareto' : 'altruism.one-sided',
    {
      theta: percentOf(policy.altruism.government),
      thetaEnterprise: percentOf(policy.altruism.enterprise),
      government: rounded(gains[0]!),
      enterprise: rounded(gains[1]!),
      ...limits,
    },
    both,
  );
}

function publicFinding(plays: EffortPart['plays']): PolicyFinding {
  const [two, three] = [plays.nash, plays['public-nash']];
  return policyFinding('public', {
    effort: rounded(three.efforts.public),
    from: rounded(two.longRunQuality),
    to: rounded(three.longRunQuality),
    gain: rounded(three.values.government + three.values.enterprise - two.jointValue),
  });
}

/** What government and enterprise gain by one outcome against another. */
function gainsOf(one: GameOutcome, other: GameOutcome): number[] {
  return (['government', 'enterprise'] as const).map((name) => one.values[name] - other.values[name]);
}
