import { isUnknown } from '@aftermine/science/base';
import { alertCases, isOpen, type LedgerEntry, type UnitSeason } from '@aftermine/science/control';
import type { DiagnosisResult } from '@aftermine/science/diagnose';
import type { PlanResult } from '@aftermine/science/plan';
import { multiPolygonAreaHa, type Site } from '@aftermine/science/site';
import type { UnitRow } from '../../contract/index.ts';
import type { UnitSummary } from '../../ports/index.ts';

/** What the rows of a project are joined from; null where a step was not run. */
export interface UnitRowSources {
  readonly site: Site;
  readonly summaries: readonly UnitSummary[];
  readonly diagnosis: Pick<DiagnosisResult, 'units' | 'findings'> | null;
  /** The programme in force, or the plan. */
  readonly plan: Pick<PlanResult, 'units'> | null;
  /** Units of the last season. */
  readonly season: readonly Pick<UnitSeason, 'unit' | 'state' | 'reach'>[] | null;
  readonly alarms: readonly { readonly id: string; readonly unit: string | null }[];
  readonly ledger: readonly LedgerEntry[];
}

/**
 * One row per unit of the site, in its order. `priority` is 1 - score of the diagnosis: 1 for the unit that stands worst in
 * everything that was weighed, 0 for the best; `class` is the mode of restoration; `cost` is all money of the unit's package.
 * A figure nobody knows is null.
 */
export function unitRows(sources: UnitRowSources): UnitRow[] {
  const { site } = sources;
  const summaries = new Map(
    sources.summaries.flatMap((one) => (one.zone === 'unit' ? [[one.unitId, one] as const] : [])),
  );
  const diagnosed = new Map(sources.diagnosis?.units.map((unit) => [unit.id, unit]));
  const problems = new Map<string, number>();
  for (const { unitId, verdict } of sources.diagnosis?.findings ?? [])
    if (verdict === 'problem') problems.set(unitId, (problems.get(unitId) ?? 0) + 1);
  const planned = new Map(sources.plan?.units.map((unit) => [unit.id, unit]));
  const seasons = new Map(sources.season?.map((unit) => [unit.unit, unit]));
  const alerts = openAlertsByUnit(sources.alarms, sources.ledger);
  return site.units.map(({ id, name, damage, geometry }): UnitRow => {
    const seen = summaries.get(id);
    const judged = diagnosed.get(id);
    const choice = planned.get(id)?.choice ?? null;
    const season = seasons.get(id);
    return {
      id,
      name,
      damage,
      areaHa: seen?.areaHa ?? multiPolygonAreaHa(geometry, site.crs),
      lastMedian: seen?.lastMedian ?? null,
      lastYear: seen?.lastYear ?? null,
      slopePerYear: seen?.slopePerYear ?? null,
      slopeP: seen?.slopeP ?? null,
      greatestLoss: seen?.greatestLoss ?? null,
      greatestLossEnd: seen?.greatestLossEnd ?? null,
      problems: judged === undefined ? null : (problems.get(id) ?? 0),
      priority: judged === undefined || isUnknown(judged.score) ? null : 1 - judged.score,
      class: judged === undefined || isUnknown(judged.mode) ? null : judged.mode,
      package: choice?.id ?? null,
      planYear: choice?.year ?? null,
      cost:
        choice?.outcome === undefined || choice.outcome === null
          ? null
          : choice.outcome.publicCost + choice.outcome.concessionCost,
      state: season?.state ?? null,
      reach: season === undefined || isUnknown(season.reach) ? null : season.reach,
      openAlerts: alerts.get(id) ?? 0,
    };
  });
}

/** How many alerts of each unit nobody has closed or dismissed. */
function openAlertsByUnit(
  alarms: UnitRowSources['alarms'],
  ledger: readonly LedgerEntry[],
): ReadonlyMap<string, number> {
  const unitOf = new Map(alarms.map(({ id, unit }) => [id, unit]));
  const open = new Map<string, number>();
  for (const { alert, state } of alertCases(ledger, '')) {
    const unit = unitOf.get(alert) ?? null;
    if (unit !== null && isOpen(state)) open.set(unit, (open.get(unit) ?? 0) + 1);
  }
  return open;
}
