import type { AllocationColumns, AllocationFrame } from './large-of-columns.ts';

/** An amount of an account. */
export type Entry = readonly [account: number, amount: number];

/**
 * Rows that hold an option to the shared works it needs.
 *
 * @param openRow opens a row with a limit and returns the account that counts in it
 * @param further entries of options in such rows, written; `workEntries` those of works
 */
export function needRows(
  { works = [] }: AllocationFrame,
  { ids, starts, units, needsOf, yearOf }: AllocationColumns,
  openRow: (limit: number) => number,
  further: Map<number, Entry[]>,
  workEntries: Entry[][],
): void {
  if (works.length === 0) return;
  const needing = new Map<string, { readonly option: number; readonly unit: number }[]>();
  for (const { id } of works) if (!needing.has(id)) needing.set(id, []);
  units.forEach((_, unit) => {
    for (let at = starts[unit]!; at < starts[unit + 1]!; at += 1)
      for (const id of new Set(needsOf(ids[at]!))) needing.get(id)!.push({ option: ids[at]!, unit });
  });
  for (const [id, wanting] of needing) {
    const years = new Set(wanting.map(({ option }) => yearOf(option)));
    for (const year of [...years].sort((a, b) => a - b)) {
      const account = openRow(0);
      const early = wanting.filter(({ option }) => yearOf(option) <= year);
      const count = new Set(early.map(({ unit }) => unit)).size;
      for (const { option } of early) addTo(further, option, [account, 1]);
      works.forEach((work, w) => {
        if (work.id === id && work.year <= year) workEntries[w]!.push([account, -count]);
      });
    }
  }
}

/** Rows of groups that exclude each other, see `needRows`. */
export function groupRows(
  { exclusive = [] }: AllocationFrame,
  { ids, starts, units, packageOf }: AllocationColumns,
  openRow: (limit: number) => number,
  further: Map<number, Entry[]>,
): void {
  if (exclusive.length === 0) return;
  const unitAt = new Map(units.map((id, u) => [id, u]));
  for (const group of exclusive) {
    const account = openRow(1);
    // What a group names twice counts twice.
    const named = new Map<number, number>();
    for (const { unit, package: of } of group) {
      const u = unitAt.get(unit)!;
      for (let at = starts[u]!; at < starts[u + 1]!; at += 1)
        if (of === undefined || packageOf(ids[at]!) === of)
          named.set(ids[at]!, (named.get(ids[at]!) ?? 0) + 1);
    }
    for (const [option, times] of named) addTo(further, option, [account, times]);
  }
}

function addTo(lists: Map<number, Entry[]>, at: number, entry: Entry): void {
  const list = lists.get(at);
  if (list === undefined) lists.set(at, [entry]);
  else list.push(entry);
}
