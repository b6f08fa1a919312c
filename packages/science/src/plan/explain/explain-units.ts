import type { AllocationResult } from '../allocation/result.ts';
import { isOpen } from '../gates/evaluate-gate.ts';
import type { UnitCandidates } from '../programme/candidates.ts';
import type { Programme, ProgrammeOption } from '../programme/programme.ts';
import {
  type Flip,
  OBJECTIVES,
  type Objective,
  type PlannedUnit,
  type PricedUse,
  type UnitAlternative,
} from '../result.ts';
import { billLines } from './bill-lines.ts';

/** Other packages told of each unit. */
const MOST_ALTERNATIVES = 5;
/** Rises beyond this many percent are no news. */
const FAR = 1000;
/** Uses worth less than this are not told. */
const NOTICEABLE = 1e-9;

/**
 * What is done on each unit and why: gates, what the value is made of, what the scarce things it uses are worth at the prices of
 * the plan, the runner-up, and what would make it the choice.
 *
 *     reduced value = value - sum over rows price x use
 *
 * is what an option is worth beyond what its money, water and land would earn elsewhere.
 */
export function explainUnits(programme: Programme, result: AllocationResult): readonly PlannedUnit[] {
  const chosen = new Map(result.choice.map((one) => [one.unit, one]));
  const byUnit = new Map<string, ProgrammeOption[]>();
  for (const option of programme.options) {
    const list = byUnit.get(option.candidate.unit.id);
    if (list === undefined) byUnit.set(option.candidate.unit.id, [option]);
    else list.push(option);
  }
  const must = new Set(programme.mandatory);
  const fits = alone(programme);
  return programme.units.map((one): PlannedUnit => {
    const { unit } = one;
    const options = byUnit.get(unit.id) ?? [];
    const pick = chosen.get(unit.id);
    const choice =
      pick === undefined
        ? null
        : options.find(({ candidate, year }) => candidate.one.id === pick.package && year === pick.year)!;
    const best = bestByPackage(options.filter(fits), result.prices);
    const others = best.filter(({ candidate }) => candidate.one.id !== choice?.candidate.one.id);
    const runnerUp = others[0] ?? null;
    return {
      id: unit.id,
      name: unit.name,
      areaHa: unit.areaHa,
      damage: unit.damage,
      village: unit.village,
      mandatory: must.has(unit.id),
      choice: choice === null ? null : alternativeOf(choice, result.prices),
      notChosen:
        choice === null ? whyNot(programme, one, options, options.filter(fits), result.prices) : null,
      valueParts: choice === null ? {} : partsOf(choice, programme),
      pricedUses: choice === null ? [] : pricedUses(choice, result.prices),
      runnerUp: runnerUp === null ? null : alternativeOf(runnerUp, result.prices),
      flips: flipsOf(choice, others, one, must.has(unit.id), result.prices, programme),
      alternatives: others.slice(0, MOST_ALTERNATIVES).map((option) => alternativeOf(option, result.prices)),
      barred: one.barred,
      bill: choice === null ? [] : billLines(choice),
      findings: [...unit.problems.map(({ id }) => id), ...unit.questions],
    };
  });
}

/** Value of an option beyond what it uses would earn elsewhere. */
export function reducedValue(
  { value, use }: ProgrammeOption,
  prices: Readonly<Record<string, number>>,
): number {
  let left = value;
  for (const [row, amount] of Object.entries(use)) left -= (prices[row] ?? 0) * amount;
  return left;
}

function alternativeOf(option: ProgrammeOption, prices: Readonly<Record<string, number>>): UnitAlternative {
  const { id, endUse, measures, state, gates } = option.candidate.one;
  return {
    id,
    endUse,
    measures,
    state,
    gates,
    year: option.year,
    outcome: option.outcome,
    value: option.value,
    reducedValue: reducedValue(option, prices),
  };
}

/** The best year of each package, best package first. */
function bestByPackage(
  options: readonly ProgrammeOption[],
  prices: Readonly<Record<string, number>>,
): readonly ProgrammeOption[] {
  const best = new Map<string, { option: ProgrammeOption; reduced: number }>();
  for (const option of options) {
    const reduced = reducedValue(option, prices);
    const known = best.get(option.candidate.one.id);
    if (known === undefined || reduced > known.reduced)
      best.set(option.candidate.one.id, { option, reduced });
  }
  return [...best.values()]
    .sort((a, b) => b.reduced - a.reduced || (a.option.candidate.one.id < b.option.candidate.one.id ? -1 : 1))
    .map(({ option }) => option);
}

function partsOf({ outcome }: ProgrammeOption, { weights, scales }: Programme): Record<Objective, number> {
  return Object.fromEntries(
    // Adding 0 takes the sign from a nought.
    OBJECTIVES.map((id) => [id, (weights[id] * outcome.objectives[id]) / scales[id] + 0]),
  ) as Record<Objective, number>;
}

function pricedUses(
  { use }: ProgrammeOption,
  prices: Readonly<Record<string, number>>,
): readonly PricedUse[] {
  return Object.entries(use).flatMap(([row, amount]) => {
    const price = prices[row] ?? 0;
    return Math.abs(price * amount) < NOTICEABLE ? [] : [{ row, amount, price }];
  });
}

/**
 * Whether an option keeps every upper limit if nothing else is done: what takes more water or crews than there are is no rival of
 * the choice, however much it would be worth. What may be carried over is held against all the years up to its own.
 */
function alone({ rows, carryOver }: Programme): (option: ProgrammeOption) => boolean {
  const limits = new Map(rows.filter(({ sense }) => sense === '<=').map(({ id, limit }) => [id, limit]));
  const chained = new Set(carryOver.flat());
  const within = (used: number, limit: number): boolean =>
    used <= limit + 1e-6 * Math.max(1, Math.abs(limit));
  return ({ use }) => {
    for (const [row, amount] of Object.entries(use)) {
      const limit = limits.get(row);
      if (limit !== undefined && !chained.has(row) && !within(amount, limit)) return false;
    }
    for (const chain of carryOver) {
      let [used, limit] = [0, 0];
      for (const row of chain) {
        used += use[row] ?? 0;
        limit += limits.get(row) ?? Number.POSITIVE_INFINITY;
        if (!within(used, limit)) return false;
      }
    }
    return true;
  };
}

function whyNot(
  programme: Programme,
  { unit, candidates, barred, setBack }: UnitCandidates,
  options: readonly ProgrammeOption[],
  fitting: readonly ProgrammeOption[],
  prices: Readonly<Record<string, number>>,
): string {
  if (programme.locked.get(unit.id) === 'leave') return 'locked-out';
  if (candidates.length === 0 && setBack > 0) return 'would-harm';
  if (candidates.length === 0) return barred.length > 0 ? 'all-barred' : 'no-package';
  if (options.length === 0) return 'no-room';
  if (options.every(({ value }) => value <= 0)) return 'not-worth';
  if (fitting.length === 0) return 'no-room';
  if (fitting.every((option) => reducedValue(option, prices) <= NOTICEABLE)) return 'no-budget';
  return 'no-room';
}

/** What would make another option the choice, nearest first. */
function flipsOf(
  choice: ProgrammeOption | null,
  others: readonly ProgrammeOption[],
  { barred }: UnitCandidates,
  mandatory: boolean,
  prices: Readonly<Record<string, number>>,
  programme: Programme,
): readonly Flip[] {
  const flips: Flip[] = [];
  const runnerUp = others[0] ?? null;
  if (choice !== null) {
    const mine = reducedValue(choice, prices);
    const rivalOf = (rival: ProgrammeOption | undefined) => {
      const worth = rival === undefined ? Number.NEGATIVE_INFINITY : reducedValue(rival, prices);
      // Doing nothing is a rival too, where it is allowed.
      const nothing = mandatory ? Number.NEGATIVE_INFINITY : 0;
      return {
        margin: mine - Math.max(worth, nothing),
        id: rival !== undefined && worth >= nothing ? rival.candidate.one.id : null,
      };
    };
    const money = moneyOf(choice, prices, programme);
    // The same measures under another end use would be dearer too.
    const own = choice.candidate.one.measures;
    const dearer = rivalOf(
      others.find(({ candidate }) => candidate.one.measures.some((id) => !own.includes(id))),
    );
    if (money > NOTICEABLE && isMargin(dearer.margin) && 100 * dearer.margin < FAR * money)
      flips.push({
        kind: 'cost-up',
        params: { percent: round((100 * dearer.margin) / money), package: dearer.id },
      });
    const poorer = rivalOf(others[0]);
    // Beyond 100 percent nothing is left of the value that could fall.
    if (choice.value > 0 && isMargin(poorer.margin) && poorer.margin <= choice.value)
      flips.push({
        kind: 'value-down',
        params: { percent: round((100 * poorer.margin) / choice.value), package: poorer.id },
      });
    if (mandatory && mine < 0) flips.push({ kind: 'mandatory-off', params: {} });
  } else if (runnerUp !== null) {
    const short = -reducedValue(runnerUp, prices);
    const money = scarceMoney(runnerUp, prices);
    // Where even free money leaves it short, money is not what it lacks.
    if (short > 0 && money > NOTICEABLE && short <= money)
      flips.push({
        kind: 'budget-up',
        params: { percent: round((100 * short) / money), package: runnerUp.candidate.one.id },
      });
  }
  for (const { endUse, gates } of barred) {
    const closed = gates.filter(({ state }) => !isOpen(state));
    if (closed.length > 0 && closed.every(({ state }) => state === 'insufficient'))
      flips.push({ kind: 'evidence', params: { endUse, gate: closed[0]!.gate, gates: closed.length } });
  }
  return flips;
}

/** A choice that is not the best at the prices of the plan stands for the sake of whole numbers, or by a duty. */
function isMargin(margin: number): boolean {
  return Number.isFinite(margin) && margin >= 0;
}

/** What the money an option uses would earn elsewhere. */
function scarceMoney({ use }: ProgrammeOption, prices: Readonly<Record<string, number>>): number {
  let sum = 0;
  for (const [row, amount] of Object.entries(use)) if (isMoney(row)) sum += (prices[row] ?? 0) * amount;
  return sum;
}

/** What a choice loses where its cost doubles: scarce money, and what its cost takes from the NPV in its value. */
function moneyOf(
  option: ProgrammeOption,
  prices: Readonly<Record<string, number>>,
  { start, horizon, discountRate, weights, scales }: Programme,
): number {
  let present = 0;
  for (const { quantity, item, offset } of option.candidate.bill) {
    const at = option.year - start + offset;
    if (at < horizon) present += (quantity * item.cost[1]) / (1 + discountRate) ** at;
  }
  return scarceMoney(option, prices) + (weights.npv * present) / scales.npv;
}

export function isMoney(row: string): boolean {
  return row.startsWith('budget:') || row.startsWith('funds-');
}

/** Percent to three figures; what is less than a thousandth of one is a tie. */
function round(value: number): number {
  return value < 1e-3 ? 0 : Number(value.toPrecision(3));
}
