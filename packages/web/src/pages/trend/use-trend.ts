import type { ObservationResult, WetnessSet } from '@aftermine/science/observe';
import { leadingIndex, type ReportZone, seriesOf, zonesOf } from '@aftermine/science/report/observation';
import { useQuery } from '@tanstack/react-query';
import type { ProjectDetail, UnitSheet } from 'aftermine/contract';
import { useMemo } from 'react';
import { partQuery } from '../../api/resources.ts';
import { useTexts } from '../../app/language.ts';
import { useView } from '../../app/use-view.ts';
import { wetnessSetOf } from '../map/method-of.ts';
import { useObservation } from '../map/use-observation.ts';
import { recordOfSheet } from './record-of-sheet.ts';

export interface TrendState {
  readonly record: ObservationResult;
  /** False where only the picked unit is known. */
  readonly isWhole: boolean;
  readonly zone: ReportZone;
  readonly index: string;
  readonly indices: readonly string[];
  readonly sheet: UnitSheet | null;
  /** Coefficients of wetness; null where it is not known which. */
  readonly wetness: WetnessSet | null;
}

/** Indices that have a series, the ones people ask for first. */
export function indicesWithSeries(record: ObservationResult): string[] {
  const all = [
    leadingIndex(record),
    record.trajectories.boundary.index,
    ...record.fit.components,
    ...Object.keys(record.components),
  ];
  return [...new Set(all)].filter((index) => (seriesOf(record, index)?.boundary.length ?? 0) > 0);
}

/** The land and the index of the address, and the record they are told from; null while it is on the way. */
export function useTrend(project: ProjectDetail | undefined) {
  const [view, setView] = useView();
  const { language } = useTexts();
  const observation = useObservation(project);
  const asked = useQuery({
    ...partQuery<UnitSheet>(project?.id ?? '', `/units/${encodeURIComponent(view.unit ?? '')}`),
    enabled: project !== undefined && observation.isThere && view.unit !== undefined,
  });
  const sheet = view.unit === undefined ? null : (asked.data ?? null);
  const record = useMemo(
    () => observation.record ?? (observation.isSmall || sheet === null ? null : recordOfSheet(sheet)),
    [observation.record, observation.isSmall, sheet],
  );
  const wetness = project === undefined ? null : wetnessSetOf(project);
  const state = useMemo((): TrendState | null => {
    if (record === null) return null;
    const zones = zonesOf(record, language);
    const zone =
      (view.unit === undefined
        ? undefined
        : zones.find(({ kind, id }) => kind === 'unit' && id === view.unit)) ?? zones[0]!;
    const indices = indicesWithSeries(record);
    const index =
      view.layer !== undefined && indices.includes(view.layer) ? view.layer : leadingIndex(record);
    return {
      record,
      isWhole: observation.record !== null,
      zone,
      index,
      indices,
      sheet: zone.kind === 'unit' ? sheet : null,
      wetness,
    };
  }, [record, wetness, observation.record, language, view.unit, view.layer, sheet]);
  return { view, setView, observation, state, error: observation.error ?? asked.error };
}
