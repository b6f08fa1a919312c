import type { ObservationResult, UnitTrajectory, ZoneSeries, ZoneYear } from '@aftermine/science/observe';
import type { UnitSheet } from 'aftermine/contract';

/**
 * What one sheet knows, in the shape of the whole record, so that the same sentences and figures serve projects whose record is too
 * large for a page. It has this unit, its reference line as one area, and no boundary.
 */
export function recordOfSheet(sheet: UnitSheet): ObservationResult {
  const { id } = sheet.row;
  const years = [...new Set(sheet.series.map(({ year }) => year))].sort((a, b) => a - b);
  const indices = [...new Set(sheet.series.map(({ index }) => index))];
  const seriesOf = (index: string): ZoneSeries => {
    const own = sheet.series.filter((one) => one.index === index).map(zoneYear);
    const reference = (sheet.reference[index] ?? []).map(
      ({ year, median }): ZoneYear => ({
        year,
        validShare: 1,
        pixelCount: 0,
        validCount: 0,
        mean: median,
        median,
        p25: median,
        p75: median,
      }),
    );
    return { boundary: own, units: { [id]: own }, references: reference.length === 0 ? {} : { reference } };
  };
  const trajectory = {
    index: sheet.trajectory?.index ?? 'nbr',
    status: sheet.trajectory?.status ?? 'unknown',
    vertices: sheet.trajectory?.vertices ?? [],
    disturbances: sheet.changes.filter(({ kind }) => kind === 'disturbance'),
    recoveries: sheet.changes.filter(({ kind }) => kind === 'recovery'),
    trends: sheet.trends,
    gapToReference: sheet.gapToReference,
    recovery: sheet.recovery,
    ...(sheet.trajectory?.reason == null ? {} : { reason: sheet.trajectory.reason }),
  } as unknown as UnitTrajectory;
  return {
    years,
    yearSummaries: [],
    layers: [],
    fit: {
      // An index without heat is never called RSEI.
      kind: indices.includes('lst') ? 'rsei' : 'rsei-3',
      gate: indices.includes('rsei') ? 'pass' : 'refused',
      components: indices.filter((index) => index !== 'rsei' && index !== trajectory.index),
      scaling: {},
      loadings: {},
      sensitivity: null,
      perYear: [],
    },
    rsei: indices.includes('rsei') ? seriesOf('rsei') : { boundary: [], units: {}, references: {} },
    components: Object.fromEntries(
      indices.filter((index) => index !== 'rsei').map((index) => [index, seriesOf(index)]),
    ),
    trajectories: { boundary: trajectory, units: { [id]: trajectory }, references: {} },
    unitFacts: {
      [id]: {
        name: sheet.row.name,
        damage: sheet.row.damage,
        areaHa: sheet.row.areaHa,
        yearDamaged: sheet.facts.yearDamaged,
        yearReclaimed: sheet.facts.yearReclaimed,
      },
    },
    notes: [],
  } as unknown as ObservationResult;
}

function zoneYear({
  year,
  validShare,
  pixelCount,
  validCount,
  mean,
  median,
  p25,
  p75,
  reason,
}: UnitSheet['series'][number]): ZoneYear {
  const common = { year, validShare, pixelCount, validCount };
  return (
    median === null
      ? { ...common, mean, median, p25, p75, unknown: reason }
      : { ...common, mean, median, p25, p75 }
  ) as ZoneYear;
}
