import type { Library, LibraryText } from './library/index.ts';
import { HAUL_ITEM, haulItem } from './price/bill-of-package.ts';
import type { PlanAbout, PlannedUnit, PlanResult } from './result.ts';

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

/** What the library says beside the names of what was chosen. */
export function aboutOf(library: Library, units: readonly PlannedUnit[]): PlanAbout {
  const endUses = new Set(units.flatMap(({ choice }) => (choice === null ? [] : [choice.endUse])));
  const measures = new Set(units.flatMap(({ choice }) => choice?.measures ?? []));
  return {
    endUses: Object.fromEntries(
      library.endUses.flatMap(({ id, about, landRights, jobs, infrastructure, heritage }) =>
        endUses.has(id)
          ? [
              [
                id,
                {
                  about,
                  landRights,
                  training: jobs.training,
                  infrastructure: infrastructure ?? null,
                  heritage: heritage ?? null,
                },
              ],
            ]
          : [],
      ),
    ),
    layers: Object.fromEntries(
      library.measures.flatMap(({ id, establishes }) =>
        measures.has(id) && establishes?.layers !== undefined ? [[id, establishes.layers]] : [],
      ),
    ),
  };
}
