import type { ProgrammeRecord } from './programme-record.ts';

/** Share of the programme's land and public money that lies in each unit, 0..1, with hazards counted double. */
export function exposures({ plan, units }: ProgrammeRecord): ReadonlyMap<string, number> {
  const largest = mostOf(plan.units, ({ areaHa }) => areaHa);
  const dearest = mostOf(plan.units, ({ choice }) => choice?.outcome?.publicCost ?? 0);
  const hazards = new Set(
    units.flatMap(({ id, problems }) =>
      problems.some(({ severity }) => severity === 'critical') ? [id] : [],
    ),
  );
  return new Map(
    plan.units.map(({ id, areaHa, choice }) => {
      const share =
        0.5 * Math.sqrt(areaHa / largest) + 0.5 * Math.sqrt((choice?.outcome?.publicCost ?? 0) / dearest);
      return [id, Math.min(1, hazards.has(id) ? 2 * share : share)];
    }),
  );
}

/** Greatest value, above 0. */
function mostOf<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((most, item) => Math.max(most, of(item)), 1e-9);
}
