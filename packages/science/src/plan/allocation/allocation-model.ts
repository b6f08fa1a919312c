import type { LinearModel } from '../linear-model.ts';
import type { AllocationInstance } from './instance.ts';
import { SparseColumns } from './sparse-columns.ts';

/** Something of an instance that can be asked for or waived: what a conflict is told in. */
export type Demand =
  | { readonly kind: 'row'; readonly id: string }
  | { readonly kind: 'mandatory'; readonly id: string }
  | { readonly kind: 'exclusive'; readonly id: string }
  | { readonly kind: 'compartment'; readonly id: string };

export interface AllocationModel {
  readonly model: LinearModel;
  /** Column of option i is i. */
  readonly options: number;
  /** Column of the first shared work; the others follow in their order. */
  readonly firstWork: number;
  /** Row of the model of each row of the instance that is in it. */
  readonly rowAt: ReadonlyMap<string, number>;
  /** Column of each compartment. */
  readonly treated: ReadonlyMap<string, number>;
  /** Columns of the least relaxation, where it was asked for: what they add to. */
  readonly slacks: readonly { readonly demand: Demand; readonly column: number; readonly scale: number }[];
}

export interface ModelChoice {
  /** Demands that hold; all where absent. That a unit has at most one option always holds. */
  readonly keep?: (demand: Demand) => boolean;
  /** Instead of the objective: every demand may be missed, and how far is what is minimised. */
  readonly elastic?: boolean;
  /** Instead of the objective: any solution will do. */
  readonly feasibilityOnly?: boolean;
}

/** Every demand an instance makes, in its order. */
export function demandsOf(instance: AllocationInstance): readonly Demand[] {
  return [
    ...instance.rows.map(({ id }): Demand => ({ kind: 'row', id })),
    ...instance.mandatory.map((id): Demand => ({ kind: 'mandatory', id })),
    ...(instance.exclusive ?? []).map((_, i): Demand => ({ kind: 'exclusive', id: String(i) })),
    ...(instance.compartments ?? []).flatMap(({ id, least }): Demand[] =>
      least === undefined ? [] : [{ kind: 'compartment', id }],
    ),
  ];
}

/**
 * An instance as a mixed-integer model:
 *
 *     max sum v_j x_j + sum v_w y_w - sum p_ab d_ab
 *     sum over options of a unit x_j <= 1 (= 1 where mandatory)
 *     rows: sum a_rj x_j + sum a_rw y_w (+ c_r - c_r-1 where carried over) <=, >=, = limit
 *     x_j <= sum over the years up to its own y_w for each work it needs; sum over years y_w <= 1
 *     x_j <= z_c, sum over units of c x >= least z_c, d_ab >= |z_a - z_b|
 *
 * x, y, z are whole 0..1, c and d are not. Columns of options come first, in their order.
 */
export function allocationModel(instance: AllocationInstance, choice: ModelChoice = {}): AllocationModel {
  const { keep = () => true, elastic = false, feasibilityOnly = false } = choice;
  const { options, rows, works = [], exclusive = [], compartments = [], boundary = [] } = instance;
  const build = new SparseColumns();
  const worth = (value: number): number => (elastic || feasibilityOnly ? 0 : value);
  for (const { value } of options) build.column(worth(value), 0, 1, true);
  const slacks: AllocationModel['slacks'][number][] = [];
  const slack = (demand: Demand, row: number, sign: number, scale: number): void => {
    if (!elastic) return;
    const column = build.column(1, 0, Number.POSITIVE_INFINITY, false);
    build.add(row, column, sign * scale);
    slacks.push({ demand, column, scale });
  };

  const rowAt = new Map<string, number>();
  const limits = new Map(rows.map((row) => [row.id, row]));
  for (const { id, sense, limit } of rows) {
    const demand: Demand = { kind: 'row', id };
    if (!keep(demand)) continue;
    const row = build.row(
      sense === '<=' ? Number.NEGATIVE_INFINITY : limit,
      sense === '>=' ? Number.POSITIVE_INFINITY : limit,
    );
    rowAt.set(id, row);
    const scale = Math.max(Math.abs(limit), SMALLEST_SCALE);
    if (sense !== '>=') slack(demand, row, -1, scale);
    if (sense !== '<=') slack(demand, row, 1, scale);
  }
  const use = (column: number, of: Readonly<Record<string, number>>): void => {
    for (const [id, amount] of Object.entries(of)) {
      const row = rowAt.get(id);
      if (row !== undefined) build.add(row, column, amount);
    }
  };
  for (const [column, option] of options.entries()) use(column, option.use);
  const gains = gainedRows(instance);
  for (const chain of instance.carryOver ?? [])
    for (let i = 0; i + 1 < chain.length; i += 1) {
      const [from, to] = [rowAt.get(chain[i]!), rowAt.get(chain[i + 1]!)];
      // A row that was waived lends nothing and takes nothing.
      if (from === undefined || to === undefined) continue;
      const most = chain.slice(0, i + 1).some((id) => gains.has(id))
        ? Number.POSITIVE_INFINITY
        : sumOfLimits(chain, i, limits);
      const carried = build.column(0, 0, most, false);
      build.add(from, carried, 1);
      build.add(to, carried, -1);
    }

  const byUnit = new Map<string, number[]>();
  for (const [column, { unit }] of options.entries()) {
    const list = byUnit.get(unit);
    if (list === undefined) byUnit.set(unit, [column]);
    else list.push(column);
  }
  const mandatory = new Set(instance.mandatory);
  for (const [unit, columns] of byUnit) {
    const demand: Demand = { kind: 'mandatory', id: unit };
    const must = mandatory.has(unit) && keep(demand);
    if (!must && columns.length === 1) continue;
    const row = build.row(must ? 1 : Number.NEGATIVE_INFINITY, 1);
    for (const column of columns) build.add(row, column, 1);
    if (must) slack(demand, row, 1, 1);
  }

  let firstWork = -1;
  const workColumns = new Map<string, { year: number; column: number }[]>();
  for (const { id, year, value, use: of } of works) {
    const column = build.column(worth(value), 0, 1, true);
    if (firstWork < 0) firstWork = column;
    use(column, of);
    const list = workColumns.get(id);
    if (list === undefined) workColumns.set(id, [{ year, column }]);
    else list.push({ year, column });
  }
  for (const columns of workColumns.values()) {
    if (columns.length < 2) continue;
    const row = build.row(Number.NEGATIVE_INFINITY, 1);
    for (const { column } of columns) build.add(row, column, 1);
  }
  for (const [column, { needs = [], year }] of options.entries())
    for (const id of needs) {
      const row = build.row(Number.NEGATIVE_INFINITY, 0);
      build.add(row, column, 1);
      for (const work of workColumns.get(id)!) if (work.year <= year) build.add(row, work.column, -1);
    }

  exclusive.forEach((group, i) => {
    const demand: Demand = { kind: 'exclusive', id: String(i) };
    if (!keep(demand)) return;
    const row = build.row(Number.NEGATIVE_INFINITY, 1);
    for (const one of group)
      for (const column of byUnit.get(one.unit)!)
        if (one.package === undefined || options[column]!.package === one.package) build.add(row, column, 1);
    slack(demand, row, -1, 1);
  });

  const treated = new Map<string, number>();
  for (const { id, units, least } of compartments) {
    const column = build.column(0, 0, 1, true);
    treated.set(id, column);
    for (const unit of units) {
      const row = build.row(Number.NEGATIVE_INFINITY, 0);
      for (const one of byUnit.get(unit)!) build.add(row, one, 1);
      build.add(row, column, -1);
    }
    const demand: Demand = { kind: 'compartment', id };
    if (!keep(demand)) continue;
    // Without a least share a compartment is treated where any of its units is: no border is paid for nothing.
    const row = build.row(0, Number.POSITIVE_INFINITY);
    for (const unit of units) for (const one of byUnit.get(unit)!) build.add(row, one, 1);
    build.add(row, column, -(least ?? 1));
    if (least !== undefined) slack(demand, row, 1, 1);
  }
  const penaltySign = instance.sense === 'max' ? -1 : 1;
  for (const { a, b, penalty } of boundary) {
    const column = build.column(worth(penaltySign * penalty), 0, 1, false);
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const row = build.row(0, Number.POSITIVE_INFINITY);
      build.add(row, column, 1);
      build.add(row, treated.get(one)!, -1);
      build.add(row, treated.get(other)!, 1);
    }
  }
  return {
    model: build.model(elastic || feasibilityOnly ? 'min' : instance.sense),
    options: options.length,
    firstWork,
    rowAt,
    treated,
    slacks,
  };
}

/** A row with a limit of nothing is missed by as much as is missing, not by a share of it. */
const SMALLEST_SCALE = 1;

function sumOfLimits(
  chain: readonly string[],
  upTo: number,
  rows: ReadonlyMap<string, { readonly limit: number }>,
): number {
  return chain.slice(0, upTo + 1).reduce((sum, id) => sum + Math.max(0, rows.get(id)!.limit), 0);
}

/** Rows that some option adds to instead of taking from: what carries over then is not bounded by limits. */
function gainedRows({ options, works = [] }: AllocationInstance): ReadonlySet<string> {
  const gained = new Set<string>();
  for (const { use } of [...options, ...works])
    for (const [id, amount] of Object.entries(use)) if (amount < 0) gained.add(id);
  return gained;
}
