import { isUnknown } from '../../base/index.ts';
import { factOf, type NumberFact, type PlanUnit } from '../facts/plan-unit.ts';
import { type GateContext, isOpen, passState, worstState } from '../gates/evaluate-gate.ts';
import type { Gate, Measure } from '../library/index.ts';
import type { GateResult, GateState } from '../result.ts';
import type { Mend } from './mend.ts';

/** A way to meet a gate that the unit does not meet by itself. */
export interface GateMend {
  readonly mend: Mend;
  readonly state: GateState;
}

/**
 * How a measure meets a gate, or null where it cannot. A numeric fact is brought exactly to the limit; where the fact is unknown
 * the measure is reckoned from the worst that the library assumes, and the gate is met on condition of a survey. Contamination is
 * met only from the verdicts that the measure names.
 */
export function mendGate(
  gate: Gate,
  result: GateResult,
  measure: Measure,
  unit: PlanUnit,
  context: GateContext,
): GateMend | null {
  for (const mends of measure.mends) {
    if (mends.fact === 'contamination') {
      if (gate.fact !== 'contamination' || isOpen(result.state)) continue;
      if (!mends.from.some((state) => state === result.state)) continue;
      if (mends.standards !== undefined && !mends.standards.includes(gate.standard)) continue;
      const mend: Mend = { measure: measure.id, fact: 'contamination', from: null, to: null, assumed: false };
      return { mend, state: worstState([mends.to, passState(gate)]) };
    }
    if (gate.fact !== mends.fact) continue;
    const { min, max } = gate as { readonly min?: number; readonly max?: number };
    const value = factOf(unit, mends.fact as NumberFact, context.land, context.year);
    const assumed = isUnknown(value);
    const from = assumed ? mends.assume : value;
    const to = min !== undefined && from < min ? min : max !== undefined && from > max ? max : null;
    // What is assumed to be met already needs no measure, but also proves nothing.
    if (to === null) continue;
    // A measure moves its fact one way only: lime raises pH and never lowers it.
    if (Math.sign(to - from) !== Math.sign(mends.reach - mends.assume)) continue;
    if (min !== undefined && to === min && mends.reach < min) continue;
    if (max !== undefined && to === max && mends.reach > max) continue;
    const state = passState(gate);
    return {
      mend: { measure: measure.id, fact: mends.fact as NumberFact, from, to, assumed },
      state: assumed && state === 'pass' ? 'conditional' : state,
    };
  }
  return null;
}
