import type { DamageClass, TargetLand } from '../../site/index.ts';
import type { Gate, Library, Measure } from '../library/index.ts';

/** Measures of a library by what they are looked up for; each list is made once and keeps the order of the library. */
export class LibraryIndex {
  readonly #measures: readonly Measure[];
  readonly #establishing = new Map<TargetLand, readonly Measure[]>();
  readonly #mending = new Map<Gate['fact'], readonly Measure[]>();
  readonly #neededOn = new Map<DamageClass, ReadonlySet<Measure>>();

  constructor({ measures }: Pick<Library, 'measures'>) {
    this.#measures = measures;
  }

  /** Measures that bring plants to a land. */
  establishing(land: TargetLand): readonly Measure[] {
    return once(this.#establishing, land, () =>
      this.#measures.filter(({ establishes }) => establishes?.lands.includes(land) === true),
    );
  }

  /** Measures that move a fact; what brings plants is chosen by the end use, not added to meet a gate. */
  mending(fact: Gate['fact']): readonly Measure[] {
    return once(this.#mending, fact, () =>
      this.#measures.filter(
        ({ establishes, mends }) => establishes === undefined && mends.some((mend) => mend.fact === fact),
      ),
    );
  }

  /** Measures that land of a damage class, or its unit by name, is not planted without. */
  needed(
    damage: DamageClass | null,
    required: readonly string[],
  ): readonly { readonly measure: Measure; readonly isRequired: boolean }[] {
    const cleared =
      damage === null
        ? NONE
        : once(
            this.#neededOn,
            damage,
            () => new Set(this.#measures.filter(({ neededOn }) => neededOn?.includes(damage) === true)),
          );
    if (cleared.size === 0 && required.length === 0) return [];
    return this.#measures.flatMap((measure) => {
      const isRequired = required.includes(measure.id);
      return isRequired || cleared.has(measure) ? [{ measure, isRequired }] : [];
    });
  }
}

const NONE: ReadonlySet<Measure> = new Set();

function once<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  let value = known.get(key);
  if (value === undefined) {
    value = make();
    known.set(key, value);
  }
  return value;
}
