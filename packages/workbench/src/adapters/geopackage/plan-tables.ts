import type { DatabaseSync } from 'node:sqlite';
import type { LibraryText, PlannedUnit, PlanResult } from '@aftermine/science/plan';
import { tellChoice } from '../tell-choice.ts';
import { registerExtent } from './site-tables.ts';
import { spatialIndexSql } from './spatial-index.ts';
import { attributeTableSql, featureTableSql } from './tables.ts';

/** A file that has a site already states its system here, too. */
const SYSTEM_OF_SITE = ['gpkg_contents', 'gpkg_geometry_columns']
  .map(
    (register) => `UPDATE ${register} SET srs_id = (SELECT srs_id FROM gpkg_geometry_columns
      WHERE table_name = 'boundary') WHERE table_name = 'plan';`,
  )
  .join('\n');

/** Version 3 of the tables: what a plan does with each unit, when, from what and with whose money. */
export const planTablesSql = `
  ${featureTableSql(
    'plan',
    `unit_id TEXT NOT NULL UNIQUE, name TEXT, area_ha DOUBLE NOT NULL, end_use TEXT, package TEXT, start_year INTEGER,
     public_cost DOUBLE, concession_cost DOUBLE, ecology DOUBLE, carbon DOUBLE, livelihood DOUBLE, npv DOUBLE, state TEXT,
     mandatory INTEGER NOT NULL, why TEXT, end_use_zh TEXT, end_use_en TEXT, why_zh TEXT NOT NULL, why_en TEXT NOT NULL`,
  )}
  ${spatialIndexSql('plan')}
  ${attributeTableSql(
    'plan_tasks',
    `unit_id TEXT NOT NULL, measure TEXT NOT NULL, measure_zh TEXT, measure_en TEXT, start_month DOUBLE NOT NULL,
     end_month DOUBLE NOT NULL, starts TEXT NOT NULL, ends TEXT NOT NULL, season_from INTEGER NOT NULL,
     season_to INTEGER NOT NULL, after TEXT NOT NULL, critical INTEGER NOT NULL`,
  )}
  CREATE INDEX plan_tasks_unit ON plan_tasks (unit_id);
  ${attributeTableSql(
    'plan_cash_flow',
    `year INTEGER NOT NULL, works DOUBLE NOT NULL, upkeep DOUBLE NOT NULL, capital DOUBLE NOT NULL,
     revenue DOUBLE NOT NULL, sources TEXT NOT NULL, uncovered DOUBLE NOT NULL, balance DOUBLE NOT NULL`,
  )}
  ${attributeTableSql(
    'plan_bill',
    `unit_id TEXT NOT NULL, measure TEXT NOT NULL, item TEXT NOT NULL, item_zh TEXT, item_en TEXT, unit TEXT NOT NULL,
     quantity DOUBLE NOT NULL, unit_cost DOUBLE NOT NULL, cost DOUBLE NOT NULL, year INTEGER NOT NULL, kind TEXT NOT NULL,
     payer TEXT NOT NULL`,
  )}
  CREATE INDEX plan_bill_unit ON plan_bill (unit_id);
  ${SYSTEM_OF_SITE}
`;

/**
 * Replaces the tables of the plan. Every unit lies in `plan`, also one that is left as it is. Runs inside the caller's
 * transaction; the record itself is saved by the caller.
 */
export function savePlanTables(db: DatabaseSync, plan: PlanResult): void {
  db.exec('DELETE FROM plan; DELETE FROM plan_tasks; DELETE FROM plan_cash_flow; DELETE FROM plan_bill');
  saveUnits(db, plan);
  saveBills(db, plan);
  saveTasks(db, plan);
  const cash = db.prepare('INSERT INTO plan_cash_flow VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  plan.finance.years.forEach((one, i) => {
    const { year, works, upkeep, capital, revenue, sources, uncovered, balance } = one;
    cash.run(i + 1, year, works, upkeep, capital, revenue, JSON.stringify(sources), uncovered, balance);
  });
}

function saveUnits(db: DatabaseSync, plan: PlanResult): void {
  const geometry = db.prepare('SELECT geom FROM units WHERE unit_id = ?');
  const insert = db.prepare(
    'INSERT INTO plan VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  plan.units.forEach((unit, i) => {
    const { choice, mandatory } = unit;
    const outcome = choice?.outcome ?? null;
    const endUse = choice === null ? undefined : plan.names.endUses[choice.endUse];
    insert.run(
      i + 1,
      (geometry.get(unit.id)?.['geom'] ?? null) as Uint8Array | null,
      unit.id,
      unit.name,
      unit.areaHa,
      choice?.endUse ?? null,
      choice?.id ?? null,
      choice?.year ?? null,
      outcome?.publicCost ?? null,
      outcome?.concessionCost ?? null,
      outcome?.objectives.ecology ?? null,
      outcome?.objectives.carbon ?? null,
      outcome?.objectives.livelihood ?? null,
      outcome?.objectives.npv ?? null,
      choice?.state ?? null,
      Number(mandatory),
      whyKey(unit),
      ...bothOf(endUse),
      tellChoice(unit, plan.names, 'zh'),
      tellChoice(unit, plan.names, 'en'),
    );
  });
  const { srs_id } = db
    .prepare("SELECT srs_id FROM gpkg_geometry_columns WHERE table_name = 'boundary'")
    .get() as { srs_id: number };
  registerExtent(db, 'plan', srs_id);
}

/** For programs: `mandatory`, the objective that weighs most, or why nothing is done. */
function whyKey({ choice, mandatory, notChosen, valueParts }: PlannedUnit): string | null {
  if (choice === null) return notChosen;
  if (mandatory) return 'mandatory';
  const [most] = Object.entries(valueParts).sort(([, a], [, b]) => b - a);
  return most === undefined ? null : most[0];
}

function saveBills(db: DatabaseSync, plan: PlanResult): void {
  const insert = db.prepare('INSERT INTO plan_bill VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  let fid = 0;
  for (const { id, bill } of plan.units)
    for (const { measure, item, unit, quantity, unitCost, cost, year, kind, payer } of bill) {
      fid += 1;
      const names = bothOf(plan.names.items[item]);
      insert.run(fid, id, measure, item, ...names, unit, quantity, unitCost, cost, year, kind, payer);
    }
}

function saveTasks(db: DatabaseSync, plan: PlanResult): void {
  const insert = db.prepare('INSERT INTO plan_tasks VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  plan.schedule.forEach(({ unit, measure, startMonth, endMonth, months, after, critical }, i) => {
    insert.run(
      i + 1,
      unit,
      measure,
      ...bothOf(plan.names.measures[measure]),
      startMonth,
      endMonth,
      calendar(plan.start, Math.floor(startMonth)),
      // The month in which it ends: an end at the turn of a month lies in the month before.
      calendar(plan.start, Math.max(Math.floor(startMonth), Math.ceil(endMonth) - 1)),
      months.from,
      months.to,
      after.join(' '),
      Number(critical),
    );
  });
}

/** `YYYY-MM` of a month counted from January of the first year (0). */
function calendar(start: number, month: number): string {
  return `${start + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
}

function bothOf(text: LibraryText | undefined): [zh: string | null, en: string | null] {
  return [text?.zh ?? null, text?.en ?? null];
}
