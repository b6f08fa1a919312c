import { isUnknown, type Unknown, unknown } from '../../base/index.ts';
import type { TargetLand } from '../../site/index.ts';
import { factOf, type PlanUnit } from '../facts/plan-unit.ts';
import { type Gate, UNVERIFIED } from '../library/index.ts';
import type { GateResult, GateState } from '../result.ts';

/** States from mildest to gravest. */
export const GATE_ORDER: readonly GateState[] = ['pass', 'conditional', 'insufficient', 'fail'];

/** Where a gate is asked. */
export interface GateContext {
  /** Measure or end use that asks. */
  readonly of: string;
  /** Land the unit is to become. */
  readonly land: TargetLand;
  readonly year: number;
  /** True where the project states that its register of basic farmland is whole. */
  readonly registerComplete: boolean;
}

/**
 * Holds one unit against one gate.
 *
 * A value inside the limits passes, outside fails; an unknown value is insufficient, never a pass. A limit that nothing
 * supports (`unverified`) cannot pass anything: a legal or safety gate then is insufficient, an engineering gate conditional. A
 * contamination gate takes the verdict of the soil standard.
 */
export function evaluateGate(gate: Gate, unit: PlanUnit, context: GateContext): GateResult {
  const result = (
    state: GateState,
    value: GateResult['value'],
    limit: GateResult['limit'],
    why: Unknown | null = null,
  ): GateResult => ({
    gate: gate.id,
    of: context.of,
    kind: gate.kind,
    state,
    mendedBy: null,
    reason: gate.reason,
    value,
    limit,
    unknown: why,
    source: gate.source,
  });
  if (gate.fact === 'damage') {
    const limit = gate.oneOf.join(', ');
    if (unit.damage === null) return result('insufficient', null, limit, unknown('damage-unknown'));
    return result(gate.oneOf.includes(unit.damage) ? passState(gate) : 'fail', unit.damage, limit);
  }
  if (gate.fact === 'basic-farmland') {
    const stated = unit.basicFarmland ?? (context.registerComplete ? false : null);
    if (stated === null) return result('insufficient', null, gate.is, unknown('basic-farmland-unknown'));
    return result(stated === gate.is ? passState(gate) : 'fail', stated, gate.is);
  }
  if (gate.fact === 'contamination') {
    const { verdict, reason } = unit.contamination[gate.standard];
    return result(
      isOpen(verdict) ? worstState([verdict, passState(gate)]) : verdict,
      verdict,
      gate.standard,
      verdict === 'insufficient' ? reason : null,
    );
  }
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = gate;
  const value = factOf(unit, gate.fact, context.land, context.year);
  const limit = limitWords(gate);
  if (isUnknown(value)) return result('insufficient', null, limit, value);
  // Written so that what is no number fails too.
  if (!(value >= min && value <= max)) return result('fail', value, limit);
  return result(passState(gate), value, limit);
}

/** What a gate says where its limit is met: the state depends on who stands behind the limit. */
export function passState({ kind, source }: Pick<Gate, 'kind' | 'source'>): GateState {
  if (source !== UNVERIFIED) return 'pass';
  return kind === 'engineering' ? 'conditional' : 'insufficient';
}

/** The gravest state; `pass` where nothing was asked. */
export function worstState(states: Iterable<GateState>): GateState {
  let worst: GateState = 'pass';
  for (const state of states) worst = worseOf(worst, state);
  return worst;
}

/** The graver of two states. */
export function worseOf(a: GateState, b: GateState): GateState {
  return a === b || GATE_ORDER.indexOf(a) > GATE_ORDER.indexOf(b) ? a : b;
}

/** True for states that a choice may have. */
export function isOpen(state: GateState): boolean {
  return state === 'pass' || state === 'conditional';
}

function limitWords(gate: { readonly min?: number | undefined; readonly max?: number | undefined }): string {
  let words = written.get(gate);
  if (words === undefined) {
    const { min, max } = gate;
    words = [...(min === undefined ? [] : [`≥ ${min}`]), ...(max === undefined ? [] : [`≤ ${max}`])].join(
      ', ',
    );
    written.set(gate, words);
  }
  return words;
}

/** Limits in words, each written once: a large site holds the same gate against a unit millions of times. */
const written = new WeakMap<object, string>();
