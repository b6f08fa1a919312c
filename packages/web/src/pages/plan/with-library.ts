import type { Library, LibraryText, PlanResult } from '@aftermine/science/plan';

type Named = readonly { readonly id: string; readonly name: LibraryText }[];

/** The plan with the names of the whole library: an adopted programme speaks of measures that this plan no longer holds. */
export function withLibrary(plan: PlanResult, { measures, endUses }: Library): PlanResult {
  const all = (named: Named): Record<string, LibraryText> =>
    Object.fromEntries(named.map(({ id, name }) => [id, name]));
  return {
    ...plan,
    names: {
      ...plan.names,
      measures: { ...all(measures), ...plan.names.measures },
      endUses: { ...all(endUses), ...plan.names.endUses },
    },
  };
}
