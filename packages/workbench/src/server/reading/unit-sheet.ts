import { AftermineError } from '@aftermine/science/base';
import { alertCases, isOpen } from '@aftermine/science/control';
import type { UnitTrajectory } from '@aftermine/science/observe';
import { leadingIndex, referenceLine } from '@aftermine/science/report/observation';
import { boxOf, multiPolygonAreaHa } from '@aftermine/science/site';
import type { UnitSheet } from '../../contract/index.ts';
import type { ProjectSnapshot } from './project-snapshot.ts';
import type { ReadingState } from './reading-state.ts';
import { diagnosisOf, lastSeason, observationOf, planInForce, programmeOf, siteOf } from './records.ts';
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
  const site = await siteOf(snapshot);
  const unit = site?.units.find((one) => one.id === id);
  const row = (await unitTable(snapshot)).rows.find((one) => one.id === id);
  if (site === null || unit === undefined || row === undefined)
    throw new AftermineError('NotFound', 'E-SRV-102', { where: snapshot.id, got: id });
  const { series, changes, alarms, ledger } = await snapshot.stored(`unit ${id}`, async (store) => ({
    series: (await store.unitYears(id)).filter(({ zone }) => zone === 'unit'),
    changes: (await store.unitChanges(id)).filter(({ zone }) => zone === 'unit'),
    alarms: (await store.alarms()).filter((one) => one.unit === id),
    ledger: (await store.ledger()).entries,
  }));
  const observation = await observationOf(snapshot);
  const trajectory = observation?.trajectories.units[id];
  const diagnosis = await diagnosisOf(snapshot);
  const plan = await planInForce(snapshot);
  const season = await lastSeason(snapshot);
  const own = season?.units.find((one) => one.unit === id);
  const indices = new Set(series.map(({ index }) => index));
  const cases = new Map(
    alertCases(ledger, new Date(state.context.workbench.clock.now()).toISOString()).map((one) => [
      one.alert,
      one,
    ]),
  );
  const adopted = (await programmeOf(snapshot))?.adopted.find((one) => one.unit === id);
  const planned = plan?.units.find((one) => one.id === id) ?? null;
  const event = (year: number | null | undefined, kind: string, detail: string | null = null) =>
    year === null || year === undefined ? [] : [{ year, kind, detail }];
  return {
    row,
    facts: {
      yearDamaged: unit.yearDamaged,
      yearReclaimed: unit.yearReclaimed,
      register: unit.register ?? null,
      properties: unit.properties,
    },
    geometryArea: multiPolygonAreaHa(unit.geometry, site.crs),
    extent: [...boxOf(unit.geometry)],
    leadingIndex: observation === null ? null : leadingIndex(observation),
    series,
    changes,
    trends: trajectory?.trends ?? {},
    recovery: trajectory?.recovery ?? null,
    trajectory: trajectory === undefined ? null : trajectorySheet(trajectory),
    gapToReference: trajectory?.gapToReference ?? {},
    reference:
      observation === null
        ? {}
        : Object.fromEntries(
            [...indices].map((index) => [
              index,
              referenceLine(observation, index === observation.fit.kind ? 'rsei' : index),
            ]),
          ),
    findings: diagnosis?.findings.filter(({ unitId }) => unitId === id) ?? [],
    diagnosis: diagnosis?.units.find((one) => one.id === id) ?? null,
    plan: planned,
    names: plan?.names ?? null,
    season:
      season === null || own === undefined ? null : { year: season.year, target: season.target, unit: own },
    alarms: alarms
      .map((alarm) => ({
        alarm,
        case: cases.get(alarm.id) ?? null,
        history: ledger.filter(({ alert }) => alert === alarm.id),
      }))
      .sort((a, b) => Number(isOpenCase(b.case)) - Number(isOpenCase(a.case)) || b.alarm.year - a.alarm.year),
    events: [
      ...event(unit.yearDamaged, 'damaged'),
      ...event(unit.yearReclaimed, 'reclaimed'),
      ...(adopted === undefined
        ? event(planned?.choice?.year, 'works', planned?.choice?.id)
        : event(adopted.year, 'works', adopted.package)),
      ...alarms.flatMap(({ year, kind }) => event(year, 'alert', kind)),
    ].sort((a, b) => a.year - b.year),
  };
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
    for (let year = from === undefined ? to.year : from.year + 1; year <= to.year; year += 1) {
      const share =
        from === undefined || to.year === from.year ? 1 : (year - from.year) / (to.year - from.year);
      fitted.push({
        year,
        value: from === undefined ? to.value : from.value + share * (to.value - from.value),
      });
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
