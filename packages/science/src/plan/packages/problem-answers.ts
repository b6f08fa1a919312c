import { isUnknown } from '../../base/index.ts';
import { FINDING_RULES, type FindingRule, limitFor } from '../../diagnose/index.ts';
import { factOf, type NumberFact, type PlanProblem, type PlanUnit } from '../facts/plan-unit.ts';
import type { AskedGates } from '../gates/asked-gates.ts';
import { isOpen } from '../gates/evaluate-gate.ts';
import type { EndUse, Library, Measure } from '../library/index.ts';
import type { GateResult } from '../result.ts';
import { answersProblem, mendsProblem } from './answers-problem.ts';
import type { Mend } from './mend.ts';

export interface Answered {
  /** Problems that the package leaves without further measures, and with them. */
  readonly before: readonly PlanProblem[];
  readonly after: readonly PlanProblem[];
  readonly added: readonly Measure[];
  readonly mends: readonly Mend[];
  readonly gates: readonly GateResult[];
}

/** The cheapest measure that answers a problem on a unit, and what it brings about. */
interface Answer {
  readonly measure: Measure;
  readonly mends: readonly Mend[];
  readonly gates: readonly GateResult[];
  readonly cost: number;
}

/** Rules whose problem is that plants are missing: whatever brings plants answers them. */
const PLANTS_MISSING: ReadonlySet<string> = new Set(['vegetation', 'planting']);

const RULES: ReadonlyMap<string, FindingRule> = new Map(FINDING_RULES.map((rule) => [rule.id, rule]));

/** What answers the problems of one unit; each question is asked once, however many packages ask it. */
export class ProblemAnswers {
  readonly #unit: PlanUnit;
  readonly #library: Library;
  readonly #gates: AskedGates;
  readonly #costOf: (measure: Measure, use: EndUse, mends: readonly Mend[]) => number;
  /** Measures of the library that answer each problem. */
  readonly #answering: readonly ReadonlySet<Measure>[];
  #use: EndUse | null = null;
  #soilHeld = false;
  /** Of the end use at hand, by problem; undefined where nobody asked yet. */
  #best: (Answer | null | undefined)[] = [];

  constructor(
    unit: PlanUnit,
    library: Library,
    gates: AskedGates,
    costOf: (measure: Measure, use: EndUse, mends: readonly Mend[]) => number,
  ) {
    this.#unit = unit;
    this.#library = library;
    this.#gates = gates;
    this.#costOf = costOf;
    this.#answering = unit.problems.map(
      (problem) => new Set(library.measures.filter((measure) => answersProblem(measure, problem))),
    );
  }

  /**
   * For each problem that the measures at hand do not answer, the cheapest measure of the library that does and whose own gates
   * hold. A measure that nothing is needed of here (soil cover named for acid soil that is deep enough) answers nothing. Problems of
   * land use alone (choose another target) have none and stay.
   *
   * @param measures of the package so far
   * @param mended what they bring about
   */
  answer(use: EndUse, measures: readonly Measure[], mended: readonly Mend[]): Answered {
    this.#turnTo(use);
    const { problems } = this.#unit;
    const before: PlanProblem[] = [];
    const after: PlanProblem[] = [];
    const added: Measure[] = [];
    const mends: Mend[] = [];
    const gates: GateResult[] = [];
    problems.forEach((problem, i) => {
      if (this.#isAnswered(i, measures, mended, use)) return;
      before.push(problem);
      if (this.#isAnswered(i, added, mends, use)) return;
      const best = this.#bestOf(i, use);
      if (best === null) {
        after.push(problem);
        return;
      }
      added.push(best.measure);
      mends.push(...best.mends);
      gates.push(...best.gates);
    });
    return { before, after, added, mends, gates };
  }

  #turnTo(use: EndUse): void {
    if (this.#use === use) return;
    this.#use = use;
    this.#best = [];
    // The end use is held against a soil standard and the soil as it is may stay.
    const asked = use.gates.filter(({ fact }) => fact === 'contamination');
    this.#soilHeld =
      asked.length > 0 && asked.every((gate) => isOpen(this.#gates.result(gate, use.id, use.land).state));
  }

  #bestOf(i: number, use: EndUse): Answer | null {
    const known = this.#best[i];
    if (known !== undefined) return known;
    const problem = this.#unit.problems[i]!;
    let best: Answer | null = null;
    for (const measure of this.#library.measures) {
      // What brings plants is chosen by the end use, not added on top.
      if (measure.establishes !== undefined || !this.#answering[i]!.has(measure)) continue;
      const own = this.#gates.ofMeasure(measure, use.land);
      if (!own.open) continue;
      const brought = mendsFor(measure, problem, this.#unit, use);
      if (brought === null) continue;
      const cost = this.#costOf(measure, use, brought);
      if (!(cost > 0)) continue;
      if (best === null || cost < best.cost) best = { measure, mends: brought, gates: own.results, cost };
    }
    this.#best[i] = best;
    return best;
  }

  #isAnswered(i: number, measures: readonly Measure[], mends: readonly Mend[], use: EndUse): boolean {
    const problem = this.#unit.problems[i]!;
    const answering = this.#answering[i]!;
    for (const measure of measures) if (answering.has(measure)) return true;
    if (mends.length > 0 && mendsProblem(mends, problem, use)) return true;
    if (problem.factor === 'contamination' && this.#soilHeld) return true;
    // A problem of the old target is none where the land becomes something else.
    if (problem.indicator !== null) {
      const rule = RULES.get(problem.rule);
      if (rule !== undefined && limitFor(rule.limit, use.land) === null) return true;
    }
    if (PLANTS_MISSING.has(problem.factor))
      return (
        !use.vegetated ||
        measures.some(({ establishes, ladder }) => establishes !== undefined && ladder !== 'natural')
      );
    return false;
  }
}

/**
 * What a measure added for a problem changes: the indicator of the problem, up to the limit of its rule; null where it can move
 * the indicator but not that far.
 */
function mendsFor(
  measure: Measure,
  problem: PlanProblem,
  unit: PlanUnit,
  use: EndUse,
): readonly Mend[] | null {
  const rule = RULES.get(problem.rule);
  if (rule === undefined) return [];
  const limit = limitFor(rule.limit, use.land);
  const fact = rule.indicator as NumberFact;
  const own = measure.mends.find((one) => one.fact === fact);
  if (limit === null || own === undefined || own.fact === 'contamination') return [];
  const value = factOf(unit, fact, use.land, 0);
  if (isUnknown(value)) return [];
  // Beyond the limit of another land only: nothing is left to mend on this one.
  if (rule.beyond === 'below' ? value >= limit : value <= limit) return [];
  if (rule.beyond === 'below' ? own.reach < limit : own.reach > limit) return null;
  return [{ measure: measure.id, fact, from: value, to: limit, assumed: false }];
}
