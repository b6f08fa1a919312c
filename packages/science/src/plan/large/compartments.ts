/** Compartments of units: none of one is treated, or at least so many units; a border between treated and untreated costs. */
export interface Compartments {
  /** Compartment by unit, -1 for none. */
  readonly of: Int32Array;
  /** Fewest units treated where any is, by compartment. */
  readonly least: Int32Array;
  readonly borders: readonly { readonly a: number; readonly b: number; readonly penalty: number }[];
}

/** How many units of each compartment are treated, and what that costs; kept up while units change. */
export class TreatedCompartments {
  /** Penalties of the borders as they are. */
  borderCost = 0;
  /** Units that lack until every treated compartment has its least. */
  lacking = 0;
  readonly members: readonly (readonly number[])[];
  readonly #of: Int32Array;
  readonly #least: Int32Array;
  readonly #counts: Int32Array;
  readonly #neighbours: readonly { readonly other: number; readonly penalty: number }[][];

  /** @param treated by unit: whether it has an option */
  constructor({ of, least, borders }: Compartments, treated: (unit: number) => boolean) {
    this.#of = of;
    this.#least = least;
    this.#counts = new Int32Array(least.length);
    this.#neighbours = Array.from(least, () => []);
    for (const { a, b, penalty } of borders) {
      if (a === b) continue;
      this.#neighbours[a]!.push({ other: b, penalty });
      this.#neighbours[b]!.push({ other: a, penalty });
    }
    const members: number[][] = Array.from(least, () => []);
    of.forEach((c, unit) => {
      if (c < 0) return;
      members[c]!.push(unit);
      if (treated(unit)) this.change(unit, 1);
    });
    this.members = members;
  }

  /** Units treated of a compartment. */
  count(compartment: number): number {
    return this.#counts[compartment]!;
  }

  least(compartment: number): number {
    return this.#least[compartment]!;
  }

  /** A unit is treated from now on (1), or no longer (-1). */
  change(unit: number, by: 1 | -1): void {
    const c = this.#of[unit]!;
    if (c < 0) return;
    const before = this.#counts[c]!;
    const after = before + by;
    this.lacking += this.#lack(c, after) - this.#lack(c, before);
    this.#counts[c] = after;
    if (before > 0 === after > 0) return;
    for (const { other, penalty } of this.#neighbours[c]!)
      this.borderCost += after > 0 === this.#counts[other]! > 0 ? -penalty : penalty;
  }

  #lack(compartment: number, count: number): number {
    return count === 0 ? 0 : Math.max(0, this.#least[compartment]! - count);
  }
}
