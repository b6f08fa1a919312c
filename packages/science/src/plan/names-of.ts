import type { Library, LibraryText } from './library/index.ts';
import { HAUL_ITEM, haulItem } from './price/bill-of-package.ts';
import type { PlannedUnit, PlanResult } from './result.ts';

/** Names of everything of the library that a plan speaks of, so that its record reads alone. */
export function namesOf(library: Library, units: readonly PlannedUnit[]): PlanResult['names'] {
  const measures = new Set<string>();
  const endUses = new Set<string>();
  const items = new Set<string>();
  for (const { choice, runnerUp, alternatives, barred, bill } of units) {
    for (const one of [choice, runnerUp, ...alternatives]) {
      if (one === null) continue;
      endUses.add(one.endUse);
      for (const id of one.measures) measures.add(id);
      for (const { mendedBy } of one.gates) if (mendedBy !== null) measures.add(mendedBy);
    }
    for (const { endUse, gates } of barred) {
      endUses.add(endUse);
      for (const { of } of gates) measures.add(of);
    }
    for (const { item } of bill) items.add(item);
  }
  return {
    measures: pick(library.measures, measures),
    endUses: pick(library.endUses, endUses),
    items: pick([...library.costs.items, ...(items.has(HAUL_ITEM) ? [haulItem(library)] : [])], items),
  };
}

function pick(
  all: readonly { readonly id: string; readonly name: LibraryText }[],
  wanted: ReadonlySet<string>,
): Readonly<Record<string, LibraryText>> {
  return Object.fromEntries(all.flatMap(({ id, name }) => (wanted.has(id) ? [[id, name]] : [])));
}
