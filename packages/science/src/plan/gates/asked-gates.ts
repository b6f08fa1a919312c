import type { TargetLand } from '../../site/index.ts';
import type { PlanUnit } from '../facts/plan-unit.ts';
import type { Gate, Measure } from '../library/index.ts';
import type { GateResult } from '../result.ts';
import { evaluateGate, type GateContext, isOpen } from './evaluate-gate.ts';

/** The only fact of a unit that depends on the land it is to become. */
const BY_LAND = 'water-deficit';

/** What the gates of a measure say, and whether all of them let it be done. */
export interface MeasureGates {
  readonly results: readonly GateResult[];
  readonly open: boolean;
}

/** The gates of one unit, each asked once: what a gate says is the same in every package that asks. */
export class AskedGates {
  readonly #unit: PlanUnit;
  readonly #rest: Pick<GateContext, 'year' | 'registerComplete'>;
  readonly #results = new Map<Gate, GateResult>();
  readonly #others = new Map<string, Map<Gate, GateResult>>();
  readonly #measures = new Map<Measure, MeasureGates>();
  readonly #byLand = new Map<TargetLand, AskedGates>();

  constructor(unit: PlanUnit, rest: Pick<GateContext, 'year' | 'registerComplete'>) {
    this.#unit = unit;
    this.#rest = rest;
  }

  /** @param of measure or end use that the gate belongs to */
  result(gate: Gate, of: string, land: TargetLand): GateResult {
    const own = gate.fact === BY_LAND ? this.#onLand(land) : this;
    const known = own.#results.get(gate);
    if (known === undefined || known.of === of) return known ?? own.#ask(own.#results, gate, of, land);
    // The same words under two owners are two gates.
    let others = own.#others.get(of);
    if (others === undefined) {
      others = new Map();
      own.#others.set(of, others);
    }
    return others.get(gate) ?? own.#ask(others, gate, of, land);
  }

  #ask(results: Map<Gate, GateResult>, gate: Gate, of: string, land: TargetLand): GateResult {
    const { year, registerComplete } = this.#rest;
    const result = evaluateGate(gate, this.#unit, { of, land, year, registerComplete });
    results.set(gate, result);
    return result;
  }

  ofMeasure(measure: Measure, land: TargetLand): MeasureGates {
    const own = measure.gates.some(({ fact }) => fact === BY_LAND) ? this.#onLand(land) : this;
    const known = own.#measures.get(measure);
    if (known !== undefined) return known;
    const results = measure.gates.map((gate) => this.result(gate, measure.id, land));
    const asked = { results, open: results.every(({ state }) => isOpen(state)) };
    own.#measures.set(measure, asked);
    return asked;
  }

  #onLand(land: TargetLand): AskedGates {
    let own = this.#byLand.get(land);
    if (own === undefined) {
      own = new AskedGates(this.#unit, this.#rest);
      this.#byLand.set(land, own);
    }
    return own;
  }
}
