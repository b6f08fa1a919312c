import { useLocalStorage } from '@mantine/hooks';
import type { ProjectDetail } from 'aftermine/contract';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useView } from '../../app/use-view.ts';
import { type MapGround, PLAIN_GROUND } from '../../map/map-panel.tsx';
import { keepBase, keptBase, type OwnBase } from '../../map/own-base.ts';
import { type LayerEntry, layerEntries, rasterSpec } from './layer-entries.ts';

const NONE = 'none';
const REST_MS = 160;
const AHEAD = [1, -1, 2, -2, 3];

/** What the map shows, from the address; what lies over it is remembered in this browser. */
export function useMapState(project: ProjectDetail) {
  const [view, setView] = useView();
  const entries = useMemo(() => layerEntries(project), [project]);
  const [over, setOver] = useLocalStorage<Omit<MapGround, 'base'>>({
    key: 'aftermine.map-over',
    defaultValue: PLAIN_GROUND,
  });
  const [base, setBase] = useState<OwnBase | null>(keptBase);
  const entry: LayerEntry | null =
    view.layer === NONE
      ? null
      : (entries.find(({ id }) => id === view.layer) ??
        entries.find(({ kind }) => kind === 'rsei') ??
        entries[0] ??
        null);
  const years = project.quality;
  const seen = years.filter(({ present }) => present).map(({ year }) => year);
  const asked =
    view.year !== undefined && years.some((one) => one.year === view.year)
      ? view.year
      : (seen.at(-1) ?? null);
  // The map follows the slider at once; the address follows when it rests.
  const [quick, setQuick] = useState<number | null>(null);
  const year = quick ?? asked;
  const change = useRef(setView);
  change.current = setView;
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);
  const pickYear = useCallback((next: number) => {
    setQuick(next);
    clearTimeout(rest.current);
    rest.current = setTimeout(() => change.current({ year: next }), REST_MS);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new year in the address is the one that counts
  useEffect(() => setQuick(null), [view.year]);
  useEffect(() => () => clearTimeout(rest.current), []);
  const year2 =
    view.year2 !== undefined && years.some((one) => one.year === view.year2) ? view.year2 : (seen[0] ?? null);
  const raster = useMemo(
    () => (entry === null ? null : rasterSpec(project, entry, year, view.key)),
    [project, entry, year, view.key],
  );
  const raster2 = useMemo(
    () => (entry === null ? null : rasterSpec(project, entry, year2, view.key)),
    [project, entry, year2, view.key],
  );
  const ahead = useMemo(
    () =>
      entry === null || year === null || entry.years.length === 0
        ? []
        : AHEAD.flatMap((step) => rasterSpec(project, entry, year + step, view.key) ?? []),
    [project, entry, year, view.key],
  );
  const ground = useMemo<MapGround>(() => ({ ...PLAIN_GROUND, ...over, base }), [over, base]);
  return {
    view,
    setView,
    /** As `setView`, the same function at every turn. */
    setViewLater: useCallback<typeof setView>((next, push) => change.current(next, push), []),
    pickYear,
    entries,
    entry,
    isStill: entry !== null && entry.years.length === 0,
    year,
    /** The year of the address, which follows when the slider rests. */
    restYear: asked,
    year2,
    quality: years.find((one) => one.year === year) ?? null,
    raster,
    raster2,
    ahead,
    ground,
    setOver: (next: Partial<MapGround>) => setOver((before) => ({ ...before, ...next })),
    setBase: (next: OwnBase | null) => {
      keepBase(next);
      setBase(next);
    },
    pickLayer: (id: string | null) => setView({ layer: id ?? NONE, key: undefined }),
  };
}

export type MapState = ReturnType<typeof useMapState>;
