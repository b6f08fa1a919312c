import { requireNumber } from '../../choice/choice-input.ts';
import { type DecisionProcess, policyIteration, valueIteration, valueOfPolicy } from './solve-mdp.ts';
import {
  type StateBands,
  UNIT_STATES,
  type UnitState,
  UPKEEP_ACTIONS,
  type UpkeepAction,
  type UpkeepRecovery,
  type UpkeepShares,
  unitTransitions,
} from './unit-transitions.ts';

/** Upkeep of a unit under one package, per hectare and year. */
export interface UpkeepProblem {
  /** rho >= 0.001, a year; a year from now counts 1 / (1 + rho). */
  readonly discountRate: number;
  readonly recovery: UpkeepRecovery;
  readonly bands: StateBands;
  readonly shares: UpkeepShares;
  /** Money a year and hectare that a state brings. */
  readonly benefitPerHa: Readonly<Record<UnitState, number>>;
  /** Money a hectare of an action in a year: `wait` is watching, `close` handing over. */
  readonly costPerHa: Readonly<Record<UpkeepAction, number>>;
  /** Money a hectare that is paid back when a unit is closed in a state: the deposit, where it passes. */
  readonly releasePerHa: Readonly<Record<UnitState, number>>;
}

export interface StateAdvice {
  readonly state: UnitState;
  readonly action: UpkeepAction;
  /** Discounted money a hectare under the best actions. */
  readonly valuePerHa: number;
  /** What the best action is worth more than the next best, money a hectare: small means it hardly matters. */
  readonly marginPerHa: number;
  /** What each action now is worth, the best ones after. */
  readonly actionValuesPerHa: Readonly<Record<UpkeepAction, number>>;
}

export interface UpkeepPlan {
  readonly advice: readonly StateAdvice[];
  readonly process: DecisionProcess;
  /** Greatest difference of V between value iteration and policy iteration, money a hectare. */
  readonly disagreementPerHa: number;
}

/**
 * What to do each year on a unit, by its state: a decision process over `UNIT_STATES` and `UPKEEP_ACTIONS`.
 *
 *     V(s) = max over a of benefit(s) - cost(a) + beta sum over t of chance(a, s, t) V(t),  beta = 1 / (1 + rho)
 *     close: -cost(close) + release(s) + W(s),  W(s) = benefit(s) + beta sum over t of chance(wait, s, t) W(t)
 *
 * Closing ends watching and planting for good; the land goes on as by itself, and W is what that brings. Solved by policy
 * iteration, and by value iteration beside it.
 *
 * @throws InvalidInput `E-CHO-102`
 * @source Puterman 1994, Markov decision processes, doi:10.1002/9780470316887
 */
export function maintenanceMdp(problem: UpkeepProblem): UpkeepPlan {
  const process = processOf(problem);
  const exact = policyIteration(process);
  const stepped = valueIteration(process);
  return {
    advice: UNIT_STATES.map((state, s) => {
      const row = exact.actionValues[s]!;
      const best = exact.actions[s]!;
      const others = row.filter((_, action) => action !== best);
      return {
        state,
        action: UPKEEP_ACTIONS[best]!,
        valuePerHa: exact.values[s]!,
        marginPerHa: row[best]! - Math.max(...others),
        actionValuesPerHa: byAction((action) => row[UPKEEP_ACTIONS.indexOf(action)]!),
      };
    }),
    process,
    disagreementPerHa: Math.max(...exact.values.map((value, s) => Math.abs(value - stepped.values[s]!))),
  };
}

/**
 * Chances of the states year by year from one of them under the advice; a unit that is closed goes on as under `wait`.
 *
 * @param years >= 0
 * @returns years 0 to `years`, each a list in the order of `UNIT_STATES` that sums to 1
 */
export function unitOutlook(
  { advice, process }: Pick<UpkeepPlan, 'advice' | 'process'>,
  start: UnitState,
  years: number,
): readonly (readonly number[])[] {
  requireNumber('years', years, { low: 0, high: 1000 });
  const wait = UPKEEP_ACTIONS.indexOf('wait');
  const rows = advice.map(
    ({ action }, s) => process.chances[action === 'close' ? wait : UPKEEP_ACTIONS.indexOf(action)]![s]!,
  );
  let now: readonly number[] = UNIT_STATES.map((state) => (state === start ? 1 : 0));
  const path = [now];
  for (let year = 1; year <= years; year += 1) {
    const before = now;
    now = UNIT_STATES.map((_, t) => rows.reduce((sum, row, s) => sum + before[s]! * row[t]!, 0));
    path.push(now);
  }
  return path;
}

function processOf(problem: UpkeepProblem): DecisionProcess {
  const { benefitPerHa, costPerHa, releasePerHa } = problem;
  const rho = requireNumber('discountRate', problem.discountRate, { low: 0.001 });
  for (const action of UPKEEP_ACTIONS) requireNumber(`costPerHa.${action}`, costPerHa[action], { low: 0 });
  for (const state of UNIT_STATES) {
    requireNumber(`benefitPerHa.${state}`, benefitPerHa[state]);
    requireNumber(`releasePerHa.${state}`, releasePerHa[state]);
  }
  const chances = unitTransitions(problem.recovery, problem.bands, problem.shares);
  const discount = 1 / (1 + rho);
  const left = valueOfPolicy(
    { gains: UNIT_STATES.map((state) => [benefitPerHa[state]]), chances: [chances[0]!], discount },
    UNIT_STATES.map(() => 0),
  );
  const gains = UNIT_STATES.map((state, s) =>
    UPKEEP_ACTIONS.map((action) =>
      action === 'close'
        ? releasePerHa[state] + left[s]! - costPerHa.close
        : benefitPerHa[state] - costPerHa[action],
    ),
  );
  return { gains, chances, discount };
}

function byAction(of: (action: UpkeepAction) => number): Record<UpkeepAction, number> {
  return { wait: of('wait'), replant: of('replant'), irrigate: of('irrigate'), close: of('close') };
}
