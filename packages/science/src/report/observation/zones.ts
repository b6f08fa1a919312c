import { hasText, type Language, say } from '../../base/index.ts';
import type { ObservationResult, UnitTrajectory, ZoneSeries, ZoneYear } from '../../observe/index.ts';

/** The land a number is about. */
export interface ReportZone {
  readonly kind: 'boundary' | 'unit' | 'reference';
  /** Empty for the boundary. */
  readonly id: string;
  /** How texts call it: "U04 East dump". */
  readonly label: string;
}

/** Names of reference areas by id; those of units stand in the result. */
export type ReferenceNames = Readonly<Record<string, string | null>>;

/** Boundary, units and reference areas of a result, in that order. */
export function zonesOf(
  result: ObservationResult,
  language: Language,
  referenceNames: ReferenceNames = {},
): ReportZone[] {
  return [
    { kind: 'boundary', id: '', label: say(language, 'page.zone.boundary') },
    ...Object.keys(result.trajectories.units).map((id): ReportZone => {
      return { kind: 'unit', id, label: labelOf(id, result.unitFacts[id]?.name) };
    }),
    ...Object.keys(result.trajectories.references).map((id): ReportZone => {
      const label = labelOf(id, referenceNames[id]);
      return { kind: 'reference', id, label: say(language, 'page.zone.reference', { name: label }) };
    }),
  ];
}

function labelOf(id: string, name: string | null | undefined): string {
  return name === null || name === undefined || name === '' || name === id ? id : `${id} ${name}`;
}

/** What a zone did over the years. */
export function trajectoryOf(result: ObservationResult, zone: ReportZone): UnitTrajectory {
  const { trajectories } = result;
  if (zone.kind === 'boundary') return trajectories.boundary;
  return (zone.kind === 'unit' ? trajectories.units : trajectories.references)[zone.id]!;
}

/** The years of one index in a zone; empty where the index was not computed. */
export function yearsOf(series: ZoneSeries | undefined, zone: ReportZone): readonly ZoneYear[] {
  if (series === undefined) return [];
  if (zone.kind === 'boundary') return series.boundary;
  return (zone.kind === 'unit' ? series.units : series.references)[zone.id] ?? [];
}

/** The series of an index by id; `rsei` is the ecological index, whatever kind was fitted. */
export function seriesOf(result: ObservationResult, index: string): ZoneSeries | undefined {
  return index === 'rsei' ? result.rsei : result.components[index];
}

/**
 * The index a report speaks of first: the ecological index, or the segmented one where the gate refused it or it was never
 * fitted.
 */
export function leadingIndex(result: ObservationResult): string {
  const hasIndex = result.fit.gate !== 'refused' && result.rsei.boundary.length > 0;
  return hasIndex ? 'rsei' : result.trajectories.boundary.index;
}

/** Every index with a series, the leading one first, then the segmented one, then the components. */
export function indicesOf(result: ObservationResult): string[] {
  const lead = leadingIndex(result);
  const ids = [
    lead,
    result.trajectories.boundary.index,
    ...result.fit.components,
    ...Object.keys(result.components),
  ];
  return [...new Set(ids)].filter((id) => (seriesOf(result, id)?.boundary.length ?? 0) > 0);
}

/** Name of an index in a language; an ecological index without heat is never called RSEI. */
export function indexName(result: ObservationResult, index: string, language: Language): string {
  if (index !== 'rsei' || result.fit.kind === 'rsei') return say(language, `index.${index}`);
  return say(language, result.fit.kind === 'rsei-3' ? 'index.rsei-3' : 'page.index.custom');
}

/** Name of an index inside a sentence. */
export function indexInSentence(result: ObservationResult, index: string, language: Language): string {
  const known = index === 'rsei' ? result.fit.kind : index;
  const key = `observed.name.${known}`;
  return hasText(key) ? say(language, key) : indexName(result, index, language);
}

/** Short name of an index, for axes and buttons. */
export function indexShortName(result: ObservationResult, index: string, language: Language): string {
  const known = index === 'rsei' && result.fit.kind !== 'rsei' ? result.fit.kind : index;
  return say(language, `page.index-short.${known}`);
}

/** Decimals an index is printed with, and what turns its stored value into the printed one (kelvin to degrees Celsius). */
export function indexScale(index: string): {
  readonly digits: number;
  readonly offset: number;
  readonly unit: string;
} {
  return index === 'lst' ? { digits: 1, offset: -273.15, unit: '°C' } : { digits: 2, offset: 0, unit: '' };
}
