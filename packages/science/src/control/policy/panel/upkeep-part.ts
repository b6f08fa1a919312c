import { maintenanceMdp, type UpkeepPlan, type UpkeepProblem, unitOutlook } from '../maintenance-mdp.ts';
import { valueOfPolicy } from '../solve-mdp.ts';
import { UNIT_STATES, type UnitState, UPKEEP_ACTIONS, type UpkeepRecovery } from '../unit-transitions.ts';
import { policyCheck } from './policy-check.ts';
import { type PolicyFinding, type PolicyPart, percentOf, policyFinding, rounded } from './policy-finding.ts';
import type { PolicySettings } from './policy-settings.ts';

/** A unit with what its filter has learned of it. */
export interface UpkeepUnit {
  readonly unit: string;
  readonly state: UnitState;
  readonly recovery: UpkeepRecovery;
}

export interface UnitUpkeep extends UpkeepUnit {
  readonly plan: UpkeepPlan;
  /** Chances of the states in the order of `UNIT_STATES`, years 0 to 20 from now. */
  readonly outlook: readonly (readonly number[])[];
}

export interface UpkeepPart extends PolicyPart {
  /** Of a unit nobody has measured. */
  readonly plan: UpkeepPlan;
  readonly outlook: readonly (readonly number[])[];
  readonly units: readonly UnitUpkeep[];
}

const OUTLOOK_YEARS = 20;

/** What to do each year on a unit in each state, by settings and by what filters have learned. */
export function upkeepPart(
  discountRate: number,
  upkeep: PolicySettings['upkeep'],
  units: readonly UpkeepUnit[] = [],
): UpkeepPart {
  const problem: UpkeepProblem = { discountRate, ...upkeep };
  const plan = maintenanceMdp(problem);
  const outlook = unitOutlook(plan, 'bare', OUTLOOK_YEARS);
  const planned = units.map((one): UnitUpkeep => {
    const own = maintenanceMdp({ ...problem, recovery: one.recovery });
    return { ...one, plan: own, outlook: unitOutlook(own, one.state, OUTLOOK_YEARS) };
  });
  return {
    plan,
    outlook,
    units: planned,
    findings: [
      ...plan.advice.map(({ state, action, marginPerHa }) =>
        policyFinding(
          // Less than a year of watching costs
          marginPerHa < upkeep.costPerHa.wait ? 'upkeep.close-call' : 'upkeep.advice',
          {
            state: `policy.state.${state}`,
            action: `policy.action.${action}`,
            margin: rounded(marginPerHa),
          },
        ),
      ),
      reachFinding(outlook),
    ],
    checks: [
      policyCheck(
        'mdp.iterations',
        0,
        plan.disagreementPerHa,
        1e-9 * (1 + Math.max(...plan.advice.map(({ valuePerHa }) => Math.abs(valuePerHa)))),
      ),
      policyCheck('mdp.policies', 0, excessOfAnyPolicy(plan), 1e-6),
    ],
  };
}

function reachFinding(outlook: UpkeepPart['outlook']): PolicyFinding {
  return policyFinding('upkeep.reach', {
    years: OUTLOOK_YEARS,
    chance: percentOf(outlook.at(-1)![UNIT_STATES.indexOf('self-sustaining')]!),
  });
}

/** The most that any of all policies is worth more than the advice, in any state. */
function excessOfAnyPolicy({ advice, process }: UpkeepPlan): number {
  const [states, actions] = [UNIT_STATES.length, UPKEEP_ACTIONS.length];
  let excess = 0;
  for (let policy = 0; policy < actions ** states; policy += 1) {
    const chosen = UNIT_STATES.map((_, s) => Math.floor(policy / actions ** s) % actions);
    valueOfPolicy(process, chosen).forEach((value, s) => {
      excess = Math.max(excess, value - advice[s]!.valuePerHa);
    });
  }
  return excess;
}
