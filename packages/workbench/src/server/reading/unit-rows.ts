import { isUnknown, type Unknown } from '@aftermine/science/base';
import { alertCases, isOpen, type LedgerEntry } from '@aftermine/science/control';
import type { UnitDiagnosis } from '@aftermine/science/diagnose';
import { multiPolygonAreaHa } from '@aftermine/science/site';
import type { UnitRow } from '../../contract/index.ts';
import { ledgerEntries } from './ledger-entries.ts';
import type { ProjectSnapshot } from './project-snapshot.ts';
import type { ProjectTables } from './project-tables.ts';
import { siteOf } from './records.ts';

type Row = Readonly<Record<string, unknown>>;

/** What becomes of a unit, in three figures. */
interface Chosen {
  readonly package: string;
  readonly year: number | null;
  readonly cost: number | null;
}

/**
 * One row per unit of the site, in its order. `priority` is 1 - score of the diagnosis: 1 for the unit that stands worst in
 * everything that was weighed, 0 for the best; `class` is the mode of restoration; `cost` is all money of the unit's package.
 * A figure nobody knows is null.
 */
export async function unitRows(tables: ProjectTables, snapshot: ProjectSnapshot): Promise<UnitRow[]> {
  const units = tables.rows('SELECT unit_id, name, damage FROM units ORDER BY fid');
  const seen = byUnit(
    tables.rows(
      `SELECT unit_id, area_ha, last_year, last_median, slope_per_year, slope_p, greatest_loss, greatest_loss_end
       FROM unit_summary WHERE zone = 'unit'`,
    ),
  );
  const problems = byUnit(
    tables.rows("SELECT unit_id, count(*) AS n FROM findings WHERE verdict = 'problem' GROUP BY unit_id"),
  );
  const judged = await judgedUnits(tables);
  const chosen = await chosenPackages(tables);
  const seasons = byUnit(
    tables.rows(
      'SELECT unit_id, state, reach FROM season_units WHERE year = (SELECT max(year) FROM aftermine_seasons)',
    ),
  );
  const alerts = openAlertsByUnit(tables.rows('SELECT alert_id, unit_id FROM alerts'), ledgerEntries(tables));
  const areas = await missingAreas(units, seen, snapshot);
  return units.map((unit): UnitRow => {
    const id = String(unit['unit_id']);
    const summary = seen.get(id);
    const number = (row: Row | undefined, column: string): number | null =>
      (row?.[column] as number | null | undefined) ?? null;
    const known = judged.get(id);
    const choice = chosen.get(id);
    const season = seasons.get(id);
    return {
      id,
      name: unit['name'] as string | null,
      damage: unit['damage'] as string | null,
      areaHa: number(summary, 'area_ha') ?? areas.get(id) ?? null,
      lastMedian: number(summary, 'last_median'),
      lastYear: number(summary, 'last_year'),
      slopePerYear: number(summary, 'slope_per_year'),
      slopeP: number(summary, 'slope_p'),
      greatestLoss: number(summary, 'greatest_loss'),
      greatestLossEnd: number(summary, 'greatest_loss_end'),
      problems: known === undefined ? null : (number(problems.get(id), 'n') ?? 0),
      priority: known?.priority ?? null,
      class: known?.mode ?? null,
      package: choice?.package ?? null,
      planYear: choice?.year ?? null,
      cost: choice?.cost ?? null,
      state: (season?.['state'] as string | undefined) ?? null,
      reach: number(season, 'reach'),
      openAlerts: alerts.get(id) ?? 0,
    };
  });
}

function byUnit(rows: readonly Row[]): ReadonlyMap<string, Row> {
  return new Map(rows.map((row) => [String(row['unit_id']), row]));
}

/** Priority and mode of every unit that was diagnosed. */
async function judgedUnits(
  tables: ProjectTables,
): Promise<ReadonlyMap<string, { readonly priority: number | null; readonly mode: string | null }>> {
  const judged = new Map<string, { priority: number | null; mode: string | null }>();
  const known = <T>(value: T | Unknown): T | null => (isUnknown(value) ? null : (value as T));
  for await (const units of tables.pieces<Pick<UnitDiagnosis, 'id' | 'score' | 'mode'>>(
    'diagnosis',
    'verdicts',
  ))
    for (const { id, score, mode } of units) {
      const value = known<number>(score);
      judged.set(id, { priority: value === null ? null : 1 - value, mode: known<string>(mode) });
    }
  return judged;
}

/** What the programme in force, or else the plan, does on each unit. */
async function chosenPackages(tables: ProjectTables): Promise<ReadonlyMap<string, Chosen>> {
  const chosen = new Map<string, Chosen>();
  if (tables.value("SELECT 1 FROM aftermine_records WHERE name = 'programme'") === null) {
    const rows = tables.rows(
      'SELECT unit_id, package, start_year, public_cost + concession_cost AS cost FROM plan WHERE package IS NOT NULL',
    );
    for (const row of rows)
      chosen.set(String(row['unit_id']), {
        package: String(row['package']),
        year: row['start_year'] as number | null,
        cost: row['cost'] as number | null,
      });
    return chosen;
  }
  interface Planned {
    readonly id: string;
    readonly choice: {
      readonly id: string;
      readonly year: number | null;
      readonly outcome: { readonly publicCost: number; readonly concessionCost: number } | null;
    } | null;
  }
  for await (const units of tables.pieces<Planned>('programme', 'plan-brief'))
    for (const { id, choice } of units)
      if (choice !== null) {
        const { outcome } = choice;
        const cost = outcome === null ? null : outcome.publicCost + outcome.concessionCost;
        chosen.set(id, { package: choice.id, year: choice.year, cost });
      }
  return chosen;
}

/** How many alerts of each unit nobody has closed or dismissed. */
function openAlertsByUnit(
  alarms: readonly Row[],
  ledger: readonly LedgerEntry[],
): ReadonlyMap<string, number> {
  const unitOf = new Map(alarms.map((row) => [String(row['alert_id']), row['unit_id'] as string | null]));
  const open = new Map<string, number>();
  for (const { alert, state } of alertCases(ledger, '')) {
    const unit = unitOf.get(alert) ?? null;
    if (unit !== null && isOpen(state)) open.set(unit, (open.get(unit) ?? 0) + 1);
  }
  return open;
}

/** Areas of units that no observation measured. */
async function missingAreas(
  units: readonly Row[],
  seen: ReadonlyMap<string, Row>,
  snapshot: ProjectSnapshot,
): Promise<ReadonlyMap<string, number>> {
  const areas = new Map<string, number>();
  if (units.every((unit) => seen.get(String(unit['unit_id']))?.['area_ha'] != null)) return areas;
  const site = await siteOf(snapshot);
  for (const { id, geometry } of site?.units ?? [])
    if (seen.get(id)?.['area_ha'] == null) areas.set(id, multiPolygonAreaHa(geometry, site!.crs));
  return areas;
}
