import type { UnitRow } from '../../contract/index.ts';
import type { ProjectSnapshot } from './project-snapshot.ts';
import { type UnitQuery, unitField, unitFilter, unitOrder, unitSearch } from './unit-query.ts';
import { unitRows } from './unit-rows.ts';

/** Selections that are kept; people page through a few. */
const KEPT = 24;

/** The rows of a project with their JSON, and selections of them, each worked out once. */
export class UnitTable {
  readonly rows: readonly UnitRow[];
  readonly #texts: (string | undefined)[];
  #places: Map<string, number> | null = null;
  readonly #orders = new Map<string, Uint32Array>();
  readonly #selections = new Map<string, Uint32Array>();

  constructor(rows: readonly UnitRow[]) {
    this.rows = rows;
    this.#texts = new Array<string | undefined>(rows.length);
  }

  /** Place of a unit among the rows. */
  placeOf(id: string): number | undefined {
    this.#places ??= new Map(this.rows.map((row, i) => [row.id, i]));
    return this.#places.get(id);
  }

  /** Places of the rows that a query asks for, in its order. */
  select(query: UnitQuery): Uint32Array {
    const key = JSON.stringify([query.sort, query.desc, query.filter, query.q]);
    const known = this.#selections.get(key);
    if (known !== undefined) return known;
    const tests = [unitFilter(query.filter), unitSearch(query.q)].filter((test) => test !== null);
    const order = this.#order(query.sort, query.desc);
    const selected =
      tests.length === 0 ? order : order.filter((place) => tests.every((test) => test(this.rows[place]!)));
    this.#selections.set(key, selected);
    if (this.#selections.size > KEPT) this.#selections.delete(this.#selections.keys().next().value!);
    return selected;
  }

  /** JSON array of the rows at some places of a selection. */
  text(selected: Uint32Array, offset: number, limit: number): string {
    const parts: string[] = [];
    const end = Math.min(selected.length, offset + limit);
    for (let i = offset; i < end; i += 1) {
      const place = selected[i]!;
      parts.push((this.#texts[place] ??= JSON.stringify(this.rows[place])));
    }
    return `[${parts.join(',')}]`;
  }

  #order(sort: string | undefined, desc: boolean): Uint32Array {
    const key = sort === undefined ? '' : `${sort} ${desc}`;
    let order = this.#orders.get(key);
    if (order === undefined) {
      order =
        sort === undefined
          ? Uint32Array.from(this.rows, (_, i) => i)
          : unitOrder(this.rows, unitField(sort), desc);
      this.#orders.set(key, order);
    }
    return order;
  }
}

/** The table of a project; empty before it has a site. */
export function unitTable(snapshot: ProjectSnapshot): Promise<UnitTable> {
  return snapshot.tables('unit-table', async (tables) => new UnitTable(await unitRows(tables, snapshot)));
}
