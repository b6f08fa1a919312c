import type { PlanProblem, PlanUnit } from '../facts/plan-unit.ts';
import { evaluateGate, type GateContext, isOpen, worstState } from '../gates/evaluate-gate.ts';
import type { EndUse, Gate, Library, Measure } from '../library/index.ts';
import type { GateResult, PackageRecord } from '../result.ts';
import { answerProblems } from './answer-problems.ts';
import type { Mend } from './mend.ts';
import { type GateMend, mendGate } from './mend-gate.ts';
import { preferSchemes } from './prefer-scheme.ts';

/** A package that is possible on a unit. */
export interface DerivedPackage extends PackageRecord {
  readonly use: EndUse;
  readonly parts: readonly Measure[];
  readonly establishing: Measure | null;
  readonly mends: readonly Mend[];
  /** Problems of the diagnosis that its measures leave as they are. */
  readonly unresolved: readonly PlanProblem[];
}

export interface Derivation {
  readonly packages: readonly DerivedPackage[];
  /** End uses without a package, and the gates that say so. */
  readonly barred: readonly { readonly endUse: string; readonly gates: readonly GateResult[] }[];
}

export interface DeriveOptions {
  readonly year: number;
  readonly registerComplete: boolean;
  /** Measures that somebody demands on this unit, whatever it becomes. */
  readonly required: readonly string[];
  /** End uses in question. */
  readonly endUses: readonly EndUse[];
  /** Cost of a measure on the unit, for preferring one scheme to another. */
  readonly costOf: (measure: Measure, use: EndUse, mends: readonly Mend[]) => number;
}

/** How a gate that is not met may be met: the preferred scheme, or the cheapest. */
type Taste = 'preferred' | 'cheapest';

/**
 * Packages of a unit, derived and not listed: each end use with each measure that establishes it and whatever measures its gates
 * ask for. A gate that is not met looks for measures that can meet it and whose own gates hold; where several do, the scheme
 * preferred by TOPSIS and the cheapest are both followed. Each package comes bare, and with measures that answer the problems of
 * the diagnosis that it would leave. What no measure can meet bars the end use, with the gate's words.
 */
export function derivePackages(unit: PlanUnit, library: Library, options: DeriveOptions): Derivation {
  const packages = new Map<string, DerivedPackage>();
  const barred: { endUse: string; gates: readonly GateResult[] }[] = [];
  for (const use of options.endUses) {
    const before = packages.size;
    const refusals: GateResult[] = [];
    const ways: readonly (Measure | null)[] = use.vegetated
      ? library.measures.filter(({ establishes }) => establishes?.lands.includes(use.land) === true)
      : [null];
    const known = new Map<string, readonly Way[]>();
    for (const establishing of ways) {
      for (const taste of ['preferred', 'cheapest'] as const) {
        const found = packageOf(unit, library, use, establishing, taste, options, known);
        if ('refused' in found) {
          refusals.push(...found.refused);
          continue;
        }
        for (const one of found.variants) if (!packages.has(one.id)) packages.set(one.id, one);
      }
    }
    if (packages.size === before) barred.push({ endUse: use.id, gates: distinctGates(refusals) });
  }
  return { packages: [...packages.values()], barred };
}

function packageOf(
  unit: PlanUnit,
  library: Library,
  use: EndUse,
  establishing: Measure | null,
  taste: Taste,
  options: DeriveOptions,
  known: Map<string, readonly Way[]>,
): { readonly variants: readonly DerivedPackage[] } | { readonly refused: readonly GateResult[] } {
  const contextOf = (of: string): GateContext => ({
    of,
    land: use.land,
    year: options.year,
    registerComplete: options.registerComplete,
  });
  const asked: readonly { gate: Gate; of: string }[] = [
    ...use.gates.map((gate) => ({ gate, of: use.id })),
    ...(establishing?.gates ?? []).map((gate) => ({ gate, of: establishing!.id })),
  ];
  const parts = new Map<string, Measure>();
  const mends: Mend[] = [];
  const results: GateResult[] = [];
  const refused: GateResult[] = [];
  for (const { gate, of } of asked) {
    const context = contextOf(of);
    const result = evaluateGate(gate, unit, context);
    if (isOpen(result.state)) {
      results.push(result);
      continue;
    }
    const alike = mends.filter((mend) => mend.fact === gate.fact);
    // Soil of which nothing is known cannot be taken for acid and alkaline at once: then the evidence is missing.
    const key = `${of} ${gate.id}`;
    const all = known.get(key) ?? mendersOf(gate, result, unit, library, use, options, context);
    known.set(key, all);
    const ways = all.filter(({ mend }) => alike.every((other) => !contradicts(mend, other)));
    const way =
      ways.find(({ measure }) => alike.some((mend) => mend.measure === measure.id)) ??
      (taste === 'preferred' ? ways[0] : cheapest(ways));
    if (way === undefined) {
      refused.push(result);
      continue;
    }
    // Two gates on one fact met by one measure: the stricter is what has to be reached.
    const own = alike.find((mend) => mend.measure === way.measure.id);
    if (own === undefined) mends.push(way.mend);
    else if (isStricter(way.mend, own)) mends.splice(mends.indexOf(own), 1, way.mend);
    results.push({ ...result, state: way.state, mendedBy: way.measure.id });
    if (parts.has(way.measure.id)) continue;
    parts.set(way.measure.id, way.measure);
    results.push(...way.gates);
  }
  for (const measure of library.measures) {
    // Land that is only guarded is not cleared first.
    const needed =
      unit.damage !== null &&
      measure.neededOn?.includes(unit.damage) === true &&
      establishing?.ladder !== 'natural';
    if (measure === establishing || parts.has(measure.id)) continue;
    if (!(needed || options.required.includes(measure.id))) continue;
    const own = measure.gates.map((gate) => evaluateGate(gate, unit, contextOf(measure.id)));
    results.push(...own);
    refused.push(...own.filter(({ state }) => !isOpen(state)));
    parts.set(measure.id, measure);
  }
  if (refused.length > 0) return { refused };
  const bare = [...parts.values(), ...(establishing === null ? [] : [establishing])];
  const build = (
    measures: readonly Measure[],
    more: readonly Mend[],
    gates: readonly GateResult[],
    unresolved: readonly PlanProblem[],
  ): DerivedPackage => {
    const ids = measures.map(({ id }) => id);
    return {
      id: `${use.id}/${[...ids].sort().join('+')}`,
      endUse: use.id,
      measures: ids,
      state: worstState(gates.map(({ state }) => state)),
      gates,
      use,
      parts: measures,
      establishing,
      mends: [...mends, ...more],
      unresolved,
    };
  };
  const answered = answerProblems(unit, library, use, bare, mends, contextOf, (measure, own) =>
    options.costOf(measure, use, own),
  );
  const variants = [build(bare, [], results, answered.before)];
  if (answered.added.length > 0)
    variants.push(
      build([...bare, ...answered.added], answered.mends, [...results, ...answered.gates], answered.after),
    );
  return { variants };
}

interface Way extends GateMend {
  readonly measure: Measure;
  readonly gates: readonly GateResult[];
  readonly cost: number;
}

/** Measures that can meet a gate and whose own gates hold, in the order of preference. */
function mendersOf(
  gate: Gate,
  result: GateResult,
  unit: PlanUnit,
  library: Library,
  use: EndUse,
  options: DeriveOptions,
  context: GateContext,
): readonly Way[] {
  const ways: Way[] = [];
  for (const measure of library.measures) {
    // What brings plants is chosen by the end use, not added to meet a gate.
    const mend = measure.establishes === undefined ? mendGate(gate, result, measure, unit, context) : null;
    if (mend === null) continue;
    const gates = measure.gates.map((own) => evaluateGate(own, unit, { ...context, of: measure.id }));
    if (!gates.every(({ state }) => isOpen(state))) continue;
    ways.push({ ...mend, measure, gates, cost: options.costOf(measure, use, [mend.mend]) });
  }
  const order = preferSchemes(
    ways.map(({ measure }) => measure),
    ways.map(({ cost }) => cost),
  );
  return order.map((i) => ways[i]!);
}

function cheapest(ways: readonly Way[]): Way | undefined {
  return [...ways].sort((a, b) => a.cost - b.cost || (a.measure.id < b.measure.id ? -1 : 1))[0];
}

function isStricter(a: Mend, b: Mend): boolean {
  if (a.from === null || a.to === null || b.to === null) return false;
  return Math.abs(a.to - a.from) > Math.abs(b.to - (b.from ?? a.from));
}

/** True where one mend raises what the other lowers. */
function contradicts(a: Mend, b: Mend): boolean {
  if (a.from === null || a.to === null || b.from === null || b.to === null) return false;
  return (a.to - a.from) * (b.to - b.from) < 0;
}

/** Each gate once, its gravest result. */
function distinctGates(results: readonly GateResult[]): readonly GateResult[] {
  const byGate = new Map<string, GateResult>();
  for (const result of results) {
    const key = `${result.of} ${result.gate}`;
    const known = byGate.get(key);
    if (known === undefined || worstState([known.state, result.state]) !== known.state)
      byGate.set(key, result);
  }
  return [...byGate.values()];
}
