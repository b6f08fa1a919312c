import type { AdviceFacts, AllocationInstance } from '../allocation/index.ts';
import type { AllocationColumns, AllocationFrame } from './large-of-columns.ts';

/** An allocation in both its forms: as columns for prices, and as objects for the exact solver, of as many options as it is to see. */
export interface AllocationSource {
  readonly frame: AllocationFrame;
  readonly columns: AllocationColumns;
  /** Options by their numbers as an instance, in the order given; all in the order of their numbers where absent. */
  instance(ids?: Int32Array): AllocationInstance;
}

/** An instance as a source: option i of it has number i, each row is an account. */
export function sourceOfInstance(instance: AllocationInstance): AllocationSource {
  const { options, ...frame } = instance;
  const byUnit = new Map<string, number[]>();
  options.forEach(({ unit }, i) => {
    const list = byUnit.get(unit);
    if (list === undefined) byUnit.set(unit, [i]);
    else list.push(i);
  });
  const starts = new Int32Array(byUnit.size + 1);
  for (const [u, list] of [...byUnit.values()].entries()) starts[u + 1] = starts[u]! + list.length;
  const rowAt = new Map(frame.rows.map(({ id }, r) => [id, r]));
  const entries = new Int32Array(options.length + 1);
  const used = options.map(({ use }) => Object.entries(use).filter(([, amount]) => amount !== 0));
  used.forEach((own, i) => {
    entries[i + 1] = entries[i]! + own.length;
  });
  return {
    frame,
    columns: {
      count: options.length,
      units: [...byUnit.keys()],
      starts,
      ids: Int32Array.from([...byUnit.values()].flat()),
      values: Float64Array.from(options, ({ value }) => value),
      entries,
      accounts: Int32Array.from(used.flatMap((own) => own.map(([id]) => rowAt.get(id)!))),
      amounts: Float64Array.from(used.flatMap((own) => own.map(([, amount]) => amount))),
      accountRows: frame.rows.map((_, r) => [r]),
      yearOf: (option) => options[option]!.year,
      packageOf: (option) => options[option]!.package,
      needsOf: (option) => options[option]!.needs ?? [],
    },
    instance: (ids) =>
      ids === undefined
        ? instance
        : withOptions(
            frame,
            Array.from(ids, (id) => options[id]!),
          ),
  };
}

/** A frame with some of its options; groups and compartments keep the members that have any. */
export function withOptions(
  frame: AllocationFrame,
  options: AllocationInstance['options'],
): AllocationInstance {
  const units = new Set(options.map(({ unit }) => unit));
  const { exclusive, compartments } = frame;
  return {
    ...frame,
    options,
    ...(exclusive === undefined
      ? {}
      : { exclusive: exclusive.map((group) => group.filter(({ unit }) => units.has(unit))) }),
    ...(compartments === undefined
      ? {}
      : {
          compartments: compartments.map((one) => ({
            ...one,
            units: one.units.filter((unit) => units.has(unit)),
          })),
        }),
  };
}

/** The same allocation with values counted in units of `size`. */
export function countedIn(source: AllocationSource, size: number): AllocationSource {
  const { frame, columns } = source;
  const works = frame.works?.map((one) => ({ ...one, value: one.value / size }));
  const boundary = frame.boundary?.map((one) => ({ ...one, penalty: one.penalty / size }));
  const counted = {
    ...(works === undefined ? {} : { works }),
    ...(boundary === undefined ? {} : { boundary }),
  };
  return {
    frame: { ...frame, ...counted },
    columns: { ...columns, values: columns.values.map((value) => value / size) },
    instance: (ids) => {
      const instance = source.instance(ids);
      const options = instance.options.map((one) => ({ ...one, value: one.value / size }));
      return { ...instance, options, ...counted };
    },
  };
}

/** What advice looks at, from columns. */
export function adviceFactsOf({ frame, columns }: AllocationSource): AdviceFacts {
  const { units, starts, ids, entries, accounts, accountRows, packageOf } = columns;
  const isUsed = new Uint8Array(accountRows.length);
  for (const id of ids) for (let e = entries[id]!; e < entries[id + 1]!; e += 1) isUsed[accounts[e]!] = 1;
  const touched = new Set<string>();
  accountRows.forEach((rows, account) => {
    if (isUsed[account] === 1) for (const row of rows) touched.add(frame.rows[row]!.id);
  });
  for (const { use } of frame.works ?? []) for (const id of Object.keys(use)) touched.add(id);
  const unitAt = new Map(units.map((id, u) => [id, u]));
  return {
    rows: frame.rows,
    carryOver: frame.carryOver ?? [],
    mandatory: frame.mandatory,
    touched,
    units: units.length,
    packagesOf: (unit) => {
      const u = unitAt.get(unit)!;
      return new Set(Array.from(ids.subarray(starts[u]!, starts[u + 1]!), (id) => packageOf(id)));
    },
  };
}
