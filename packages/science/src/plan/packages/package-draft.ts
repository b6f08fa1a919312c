import { isOpen } from '../gates/evaluate-gate.ts';
import type { Gate, Measure } from '../library/index.ts';
import type { GateResult } from '../result.ts';
import { cheapestOf, type WaysToMeet } from './gate-ways.ts';
import type { Mend } from './mend.ts';

/** How a gate that is not met may be met: the preferred scheme, or the cheapest. */
export type Taste = 'preferred' | 'cheapest';

/** A package in the making: measures that its gates ask for, one gate after the other. */
export class PackageDraft {
  readonly parts: Measure[];
  readonly mends: Mend[];
  readonly results: GateResult[];
  /** Gates that nothing meets. */
  readonly refused: GateResult[];
  /** Some gate would be met otherwise by the other taste. */
  isTasteful: boolean;
  readonly #taste: Taste;

  constructor(taste: Taste, from?: PackageDraft) {
    this.#taste = taste;
    this.parts = from?.parts.slice() ?? [];
    this.mends = from?.mends.slice() ?? [];
    this.results = from?.results.slice() ?? [];
    this.refused = from?.refused.slice() ?? [];
    this.isTasteful = from?.isTasteful ?? false;
  }

  /**
   * @param result what the gate says of the unit as it is
   * @param toMeet ways to meet it, asked for where it is not met
   */
  ask(gate: Gate, result: GateResult, toMeet: () => WaysToMeet): void {
    if (isOpen(result.state)) {
      this.results.push(result);
      return;
    }
    const all = toMeet();
    const alike = this.mends.filter((mend) => mend.fact === gate.fact);
    // Soil of which nothing is known cannot be taken for acid and alkaline at once: then the evidence is missing.
    const ways =
      alike.length === 0
        ? all.ways
        : all.ways.filter(({ mend }) => alike.every((other) => !contradicts(mend, other)));
    let way = ways.find(({ measure }) => alike.some((mend) => mend.measure === measure.id));
    if (way === undefined && ways.length > 0) {
      const cheapest = ways === all.ways ? all.cheapest! : cheapestOf(ways)!;
      if (ways[0] !== cheapest) this.isTasteful = true;
      way = this.#taste === 'preferred' ? ways[0]! : cheapest;
    }
    if (way === undefined) {
      this.refused.push(result);
      return;
    }
    const { measure, mend, mended } = way;
    // Two gates on one fact met by one measure: the stricter is what has to be reached.
    const own = alike.find((other) => other.measure === measure.id);
    if (own === undefined) this.mends.push(mend);
    else if (isStricter(mend, own)) this.mends.splice(this.mends.indexOf(own), 1, mend);
    this.results.push(mended);
    if (this.parts.includes(measure)) return;
    this.parts.push(measure);
    for (const gateOfMeasure of way.gates) this.results.push(gateOfMeasure);
  }

  /** Adds a measure for its own sake. */
  add(measure: Measure, gates: readonly GateResult[]): void {
    if (this.parts.includes(measure)) return;
    this.parts.push(measure);
    for (const result of gates) {
      this.results.push(result);
      if (!isOpen(result.state)) this.refused.push(result);
    }
  }
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
