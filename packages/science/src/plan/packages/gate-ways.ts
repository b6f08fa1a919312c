import type { PlanUnit } from '../facts/plan-unit.ts';
import type { AskedGates } from '../gates/asked-gates.ts';
import type { EndUse, Gate, Measure } from '../library/index.ts';
import type { GateResult } from '../result.ts';
import type { LibraryIndex } from './library-index.ts';
import type { Mend } from './mend.ts';
import { type GateMend, mendGate } from './mend-gate.ts';
import { preferSchemes } from './prefer-scheme.ts';

/** A measure that can meet a gate on a unit and whose own gates hold. */
export interface GateWay extends GateMend {
  readonly measure: Measure;
  readonly gates: readonly GateResult[];
  readonly cost: number;
  /** What the gate says then. */
  readonly mended: GateResult;
}

/** Ways to meet a gate. */
export interface WaysToMeet {
  /** In the order of preference (TOPSIS). */
  readonly ways: readonly GateWay[];
  readonly cheapest: GateWay | undefined;
}

export interface WaysRules {
  readonly unit: PlanUnit;
  readonly use: EndUse;
  readonly year: number;
  readonly registerComplete: boolean;
  readonly index: LibraryIndex;
  readonly gates: AskedGates;
  readonly costOf: (measure: Measure, use: EndUse, mends: readonly Mend[]) => number;
}

/** Ways to meet the gates of one end use on one unit; each gate is looked at once. */
export class GateWays {
  readonly #rules: WaysRules;
  readonly #known = new Map<Gate, WaysToMeet>();

  constructor(rules: WaysRules) {
    this.#rules = rules;
  }

  /**
   * @param of measure or end use that asks
   * @param result what the gate says of the unit as it is
   */
  toMeet(gate: Gate, of: string, result: GateResult): WaysToMeet {
    const known = this.#known.get(gate);
    if (known !== undefined) return known;
    const { unit, use, year, registerComplete, index, gates, costOf } = this.#rules;
    const ways: GateWay[] = [];
    for (const measure of index.mending(gate.fact)) {
      const mend = mendGate(gate, result, measure, unit, { of, land: use.land, year, registerComplete });
      if (mend === null) continue;
      const own = gates.ofMeasure(measure, use.land);
      if (!own.open) continue;
      ways.push({
        ...mend,
        measure,
        gates: own.results,
        cost: costOf(measure, use, [mend.mend]),
        mended: { ...result, state: mend.state, mendedBy: measure.id },
      });
    }
    const found = { ways: inOrder(ways), cheapest: cheapestOf(ways) };
    this.#known.set(gate, found);
    return found;
  }
}

/** The way that costs least; of equals the first by id. */
export function cheapestOf(ways: readonly GateWay[]): GateWay | undefined {
  let best: GateWay | undefined;
  for (const way of ways)
    if (
      best === undefined ||
      way.cost < best.cost ||
      (way.cost === best.cost && way.measure.id < best.measure.id)
    )
      best = way;
  return best;
}

function inOrder(ways: readonly GateWay[]): readonly GateWay[] {
  if (ways.length < 2) return ways;
  const order = preferSchemes(
    ways.map(({ measure }) => measure),
    ways.map(({ cost }) => cost),
  );
  return order.map((i) => ways[i]!);
}
