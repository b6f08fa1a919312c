import { AftermineError } from '@aftermine/science/base';
import {
  type AdoptedUnit,
  type Alarm,
  alertCases,
  isOpen,
  type LedgerEntry,
  type UnitSeason,
} from '@aftermine/science/control';
import { completeIndicators, type Finding, type UnitDiagnosis } from '@aftermine/science/diagnose';
import type { UnitTrajectory } from '@aftermine/science/observe';
import type { PlannedUnit, PlanResult } from '@aftermine/science/plan';
import type { UnitSheet } from '../../contract/index.ts';
import { ledgerEntries } from './ledger-entries.ts';
import { observationHead } from './observation-head.ts';
import { boxInFrame } from './project-frame.ts';
import type { ProjectSnapshot } from './project-snapshot.ts';
import type { ProjectTables } from './project-tables.ts';
import type { ReadingState } from './reading-state.ts';
import { referenceMedians } from './reference-medians.ts';
import { unitFacts } from './unit-facts.ts';
import { unitSeries } from './unit-series.ts';
import { unitTable } from './unit-table.ts';

/**
 * Everything known of one unit.
 *
 * @throws NotFound `E-SRV-102` for a unit the site does not have
 */
export async function readUnitSheet(
  state: ReadingState,
  snapshot: ProjectSnapshot,
  id: string,
): Promise<UnitSheet> {
  const table = await unitTable(snapshot);
  const place = table.placeOf(id);
  if (place === undefined)
    throw new AftermineError('NotFound', 'E-SRV-102', { where: snapshot.id, got: id.slice(0, 200) });
  const head = await observationHead(snapshot);
  const records = await snapshot.tables(`unit ${id}`, (tables) => recordsOfUnit(tables, id, place), {
    large: true,
  });
  const { facts, diagnosis, findings, plan, names, adopted, season, alarms, ledger } = records;
  const told = (await trajectoryTexts(snapshot)).get(id);
  const trajectory = told === undefined ? null : (JSON.parse(told) as UnitTrajectory);
  const row = table.rows[place]!;
  const today = new Date(state.context.workbench.clock.now()).toISOString();
  const cases = new Map(alertCases(ledger, today).map((one) => [one.alert, one]));
  const event = (year: number | null | undefined, kind: string, detail: string | null = null) =>
    year === null || year === undefined ? [] : [{ year, kind, detail }];
  const works =
    adopted ?? (plan?.choice == null ? null : { year: plan.choice.year, package: plan.choice.id });
  return {
    row,
    facts,
    geometryArea: row.areaHa ?? 0,
    extent: [...(await boxInFrame(state, snapshot, records.extent))],
    leadingIndex: head?.leading ?? null,
    ...records.series,
    trends: trajectory?.trends ?? {},
    recovery: trajectory?.recovery ?? null,
    trajectory: trajectory === null ? null : trajectorySheet(trajectory),
    gapToReference: trajectory?.gapToReference ?? {},
    reference: await referenceMedians(snapshot),
    findings,
    diagnosis,
    plan,
    names,
    season,
    alarms: alarms
      .map((alarm) => ({
        alarm,
        case: cases.get(alarm.id) ?? null,
        history: ledger.filter(({ alert }) => alert === alarm.id),
      }))
      .sort((a, b) => Number(isOpenCase(b.case)) - Number(isOpenCase(a.case)) || b.alarm.year - a.alarm.year),
    events: [
      ...event(facts.yearDamaged, 'damaged'),
      ...event(facts.yearReclaimed, 'reclaimed'),
      ...event(works?.year, 'works', works?.package),
      ...alarms.flatMap(({ year, kind }) => event(year, 'alert', kind)),
    ].sort((a, b) => a.year - b.year),
  };
}

/** What steps say of a unit, without reading what they say of the others. `place` is its place in the site. */
async function recordsOfUnit(tables: ProjectTables, id: string, place: number) {
  const inForce = tables.record('programme');
  const [name, list] = inForce === null ? ['plan', 'units'] : ['programme', 'plan-units'];
  const rest =
    inForce === null
      ? (tables.record('plan') as Pick<PlanResult, 'names'> | null)
      : (JSON.parse(String(inForce['plan'])) as Pick<PlanResult, 'names'>);
  const last = tables.value('SELECT max(year) FROM aftermine_seasons') as number | null;
  const own =
    last === null ? null : await tables.element<UnitSeason>(`season-${last}`, 'units', 'unit', id, place);
  const target =
    last === null
      ? null
      : tables.value("SELECT json_extract(value, '$.target') FROM aftermine_seasons WHERE year = ?", last);
  const diagnosis = await tables.element<UnitDiagnosis>('diagnosis', 'units', 'id', id, place);
  const places = (diagnosis?.findings ?? []).flatMap((finding) => {
    const fid = tables.value('SELECT fid FROM findings WHERE finding_id = ?', finding);
    return fid === null ? [] : [Number(fid) - 1];
  });
  return {
    ...unitFacts(tables, id),
    series: unitSeries(tables, id),
    diagnosis: diagnosis === null ? null : completeIndicators(diagnosis),
    findings: tables.elementsAt<Finding>('diagnosis', 'findings', places),
    plan: await tables.element<PlannedUnit>(name!, list!, 'id', id, place),
    names: rest?.names ?? null,
    adopted: await tables.element<AdoptedUnit>('programme', 'adopted', 'unit', id, place),
    season: last === null || own === null ? null : { year: last, target: Number(target), unit: own },
    alarms: tables
      .rows('SELECT record FROM alerts WHERE unit_id = ? ORDER BY year, rank DESC', id)
      .map((row) => JSON.parse(String(row['record'])) as Alarm),
    ledger: ledgerEntries(tables) as readonly LedgerEntry[],
  };
}

/** Trajectories of the observation by unit, as JSON: taken apart once, since finding one costs as much as finding all. */
function trajectoryTexts(snapshot: ProjectSnapshot): Promise<ReadonlyMap<string, string>> {
  return snapshot.tables(
    'trajectory-texts',
    async (tables) => {
      const texts = new Map<string, string>();
      const all = tables.each(
        `SELECT json_each.key, json_each.value FROM aftermine_records,
           json_each(aftermine_records.value, '$.trajectories.units') WHERE name = 'observation'`,
      );
      for await (const row of all) texts.set(String(row['key']), String(row['value']));
      return texts;
    },
    { large: true },
  );
}

type Case = ReturnType<typeof alertCases>[number];

function isOpenCase(one: Case | null): boolean {
  return one !== null && isOpen(one.state);
}

/** Vertices, and the line through them at every year. */
function trajectorySheet({ index, status, reason, vertices }: UnitTrajectory): UnitSheet['trajectory'] {
  const fitted: { year: number; value: number }[] = [];
  for (const [i, to] of vertices.entries()) {
    const from = vertices[i - 1];
    if (from === undefined) fitted.push({ year: to.year, value: to.value });
    else
      for (let year = from.year + 1; year <= to.year; year += 1) {
        const share = (year - from.year) / (to.year - from.year);
        fitted.push({ year, value: from.value + share * (to.value - from.value) });
      }
  }
  return {
    index,
    status,
    reason: reason ?? null,
    vertices: vertices.map(({ year, value, yearLow, yearHigh }) => ({ year, value, yearLow, yearHigh })),
    fitted,
  };
}
