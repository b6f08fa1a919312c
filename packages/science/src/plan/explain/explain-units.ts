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
import { keepSame } from './keep-same.ts';
import { type Rival, Rivals, type Standing } from './rivals.ts';

/** Other packages told of each unit. */
const MOST_ALTERNATIVES = 5;
/** Of more units than this fewer are told, without their gates: a plan of a province must still fit into a file. */
export const MANY_UNITS = 10_000;
export const FEWER_ALTERNATIVES = 2;
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
 * is what an option is worth beyond what its money, water and land would earn elsewhere. Units are derived anew, one after the
 * other; only what is told of them is kept.
 */
export function explainUnits(
  programme: Programme,
  result: Pick<AllocationResult, 'choice' | 'prices'>,
): readonly PlannedUnit[] {
  return tellUnits(programme, result).units;
}

/**
 * The units of a plan as they are told, and the options that were chosen, in the order of the units.
 *
 * @param isShort few alternatives, without their gates
 * @param before units of the plan in force: gates, bills and findings that are the same are kept, see `keepSame`
 */
export function tellUnits(
  programme: Programme,
  result: Pick<AllocationResult, 'choice' | 'prices'>,
  isShort = programme.units.length > MANY_UNITS,
  before: readonly PlannedUnit[] = [],
): { readonly units: readonly PlannedUnit[]; readonly chosen: readonly ProgrammeOption[] } {
  const picks = new Map(result.choice.map((one) => [one.unit, one]));
  const must = new Set(programme.mandatory);
  const { prices } = result;
  const rivals = new Rivals(programme, prices);
  const most = isShort ? FEWER_ALTERNATIVES : MOST_ALTERNATIVES;
  const told = new Map(before.map((one) => [one.id, one]));
  const chosen: ProgrammeOption[] = [];
  const units = programme.units.map(({ unit, setBack }, u): PlannedUnit => {
    const ways = programme.waysOf(u);
    const { choice, others, standing } = rivals.of(u, ways, picks.get(unit.id));
    if (choice !== null) chosen.push(choice);
    const mandatory = must.has(unit.id);
    const alternatives = others.slice(0, most).map(({ option, at, candidate }): UnitAlternative => {
      const other = alternativeOf(rivals.optionAt(option, at, candidate), prices);
      return isShort ? { ...other, gates: [] } : other;
    });
    const was = told.get(unit.id);
    const own = choice === null ? null : alternativeOf(choice, prices);
    return {
      id: unit.id,
      name: unit.name,
      areaHa: unit.areaHa,
      damage: unit.damage,
      village: unit.village,
      mandatory,
      choice: own === null ? null : { ...own, gates: keepSame(was?.choice?.gates, own.gates) },
      notChosen: choice === null ? whyNot(programme, ways, setBack, standing) : null,
      valueParts: choice === null ? {} : partsOf(choice, programme),
      pricedUses: choice === null ? [] : pricedUses(choice, prices),
      runnerUp: alternatives[0] ?? null,
      flips: flipsOf(choice, others, ways, mandatory, prices, programme, rivals),
      alternatives,
      barred: keepSame(was?.barred, ways.barred),
      bill: choice === null ? [] : keepSame(was?.bill, billLines(choice)),
      findings: keepSame(was?.findings, [...unit.problems.map(({ id }) => id), ...unit.questions]),
    };
  });
  return { units, chosen };
}

/** Value of an option beyond what it uses would earn elsewhere. */
function reducedValue({ value, use }: ProgrammeOption, prices: Readonly<Record<string, number>>): number {
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

function whyNot(
  programme: Programme,
  { unit, candidates, barred }: UnitCandidates,
  setBack: number,
  { options, isWorth, fits, bestFitting }: Standing,
): string {
  if (programme.locked.get(unit.id) === 'leave') return 'locked-out';
  if (candidates.length === 0 && setBack > 0) return 'would-harm';
  if (candidates.length === 0) return barred.length > 0 ? 'all-barred' : 'no-package';
  if (options === 0) return 'no-room';
  if (!isWorth) return 'not-worth';
  if (!fits) return 'no-room';
  return bestFitting <= NOTICEABLE ? 'no-budget' : 'no-room';
}

/** What would make another option the choice, nearest first. */
function flipsOf(
  choice: ProgrammeOption | null,
  others: readonly Rival[],
  { barred }: UnitCandidates,
  mandatory: boolean,
  prices: Readonly<Record<string, number>>,
  programme: Programme,
  rivals: Rivals,
): readonly Flip[] {
  const flips: Flip[] = [];
  const runnerUp = others[0] ?? null;
  if (choice !== null) {
    const mine = reducedValue(choice, prices);
    const rivalOf = (rival: Rival | undefined) => {
      const worth = rival?.reduced ?? Number.NEGATIVE_INFINITY;
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
    const short = -runnerUp.reduced;
    const money = scarceMoney(rivals.useOf(runnerUp), prices);
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
function scarceMoney(
  use: Readonly<Record<string, number>>,
  prices: Readonly<Record<string, number>>,
): number {
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
  return scarceMoney(option.use, prices) + (weights.npv * present) / scales.npv;
}

export function isMoney(row: string): boolean {
  return row.startsWith('budget:') || row.startsWith('funds-');
}

/** Percent to three figures; what is less than a thousandth of one is a tie. */
function round(value: number): number {
  return value < 1e-3 ? 0 : Number(value.toPrecision(3));
}
