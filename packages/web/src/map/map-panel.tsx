import 'ol/ol.css';
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ProjectDetail } from 'aftermine/contract';
import type { FeatureCollection } from 'geojson';
import type View from 'ol/View.js';
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { projectPath } from '../api/ask.ts';
import { partQuery } from '../api/resources.ts';
import { useTexts } from '../app/language.ts';
import { mapFrame } from './map-frame.ts';
import classes from './map-panel.module.css';
import { NorthArrow } from './north-arrow.tsx';
import type { OwnBase } from './own-base.ts';
import type { RasterShown, RasterSpec } from './raster-view.ts';
import { ReadOut } from './read-out.tsx';
import { SiteMap } from './site-map.ts';
import { hasTerrain, terrainBox, useElevation } from './use-elevation.ts';

/** What lies under and over the values of a map. */
export interface MapGround {
  readonly units: boolean;
  readonly boundary: boolean;
  readonly reference: boolean;
  readonly shade: boolean;
  readonly contours: boolean;
  readonly graticule: boolean;
  readonly base: OwnBase | null;
}

export const PLAIN_GROUND: MapGround = {
  units: true,
  boundary: true,
  reference: false,
  shade: false,
  contours: false,
  graticule: true,
  base: null,
};

export interface MapPanelProps {
  readonly project: ProjectDetail;
  /** What the map shows, in one sentence; the table beside it says the same. */
  readonly label: string;
  /** Colour of a unit; null: outline only. */
  readonly fill?: (unit: string) => string | null;
  readonly selected: string | null;
  readonly onPick: (unit: string | null) => void;
  readonly height?: number | string;
  readonly legend?: ReactNode;
  /** Values under the units. */
  readonly raster?: RasterSpec | null;
  /** A second one, shown east of `share` of the width. */
  readonly beside?: { readonly raster: RasterSpec; readonly share: number } | null;
  /** Layers that will be looked at next, such as the neighbouring years. */
  readonly ahead?: readonly RasterSpec[];
  readonly ground?: MapGround;
  /** Shared by linked maps. */
  readonly view?: View;
  /** Words for the values under the pointer, which turns the read-out on. */
  readonly valueWords?: (values: readonly number[] | null, side: 'first' | 'second') => string;
  readonly onShown?: (shown: RasterShown) => void;
  readonly onFailed?: (error: unknown) => void;
  /** Why the base map cannot be shown; null where it is tried anew. */
  readonly onBase?: (error: unknown) => void;
  /** The map once it is there, for pictures of it; null when it goes. */
  readonly onMap?: (map: SiteMap | null) => void;
  /** Things that lie on the map, such as the handle of a swipe. */
  readonly children?: ReactNode;
}

/** Boundary, units and values of a project in one system, never bent to Web Mercator; the picked unit is the one of the address. */
export function MapPanel(props: MapPanelProps) {
  const {
    project,
    label,
    fill,
    selected,
    height = 420,
    legend,
    raster,
    beside,
    ahead,
    view,
    valueWords,
  } = props;
  const { ground = PLAIN_GROUND, children } = props;
  const { t } = useTexts();
  const box = useRef<HTMLDivElement>(null);
  const frame = useMemo(() => mapFrame(project), [project]);
  const shapes = (set: string) =>
    partQuery<FeatureCollection>(project.id, `/shapes/${set}?crs=${encodeURIComponent(frame.code)}`);
  const boundary = useQuery(shapes('boundary'));
  const units = useQuery(shapes('units'));
  const reference = useQuery({ ...shapes('reference'), enabled: ground.reference });
  const [site, setSite] = useState<SiteMap | null>(null);
  const [point, setPoint] = useState<readonly [number, number] | null>(null);
  const [cross, setCross] = useState(false);
  const told = useRef(props);
  told.current = props;
  const elevation = useElevation(project, frame, valueWords !== undefined);
  const zoomIn = t('map.zoom-in');
  const zoomOut = t('map.zoom-out');
  const frameKey = `${frame.code} ${frame.extent?.join(',')}`;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the frame is the same while its key is
  useEffect(() => {
    const made = new SiteMap(box.current!, {
      frame,
      ...(view === undefined ? {} : { view }),
      zoomIn,
      zoomOut,
      onPick: (unit) => told.current.onPick(unit),
      onPoint: setPoint,
      raster: {
        onShown: (shown) => told.current.onShown?.(shown),
        onFailed: (error) => told.current.onFailed?.(error),
      },
    });
    setSite(made);
    told.current.onMap?.(made);
    return () => {
      told.current.onMap?.(null);
      setSite(null);
      made.dispose();
    };
  }, [frameKey, view, zoomIn, zoomOut]);

  useEffect(() => {
    if (site === null) return;
    if (boundary.data !== undefined) void site.shapes.set('boundary', boundary.data);
    if (reference.data !== undefined) void site.shapes.set('reference', reference.data);
  }, [site, boundary.data, reference.data]);
  useEffect(() => {
    if (site === null || units.data === undefined) return;
    void site.shapes.set('units', units.data).then((isThere) => {
      const { selected: picked } = told.current;
      if (isThere && picked !== null) site.bring(picked);
    });
  }, [site, units.data]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: many units are drawn in another way than few
  useEffect(() => site?.shapes.colour(fill), [site, fill, units.data]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a unit can be picked before its shape is there
  useEffect(() => {
    site?.shapes.select(selected);
    if (selected !== null) site?.bring(selected);
  }, [site, selected, units.data]);
  useEffect(() => site?.first.show(raster ?? null), [site, raster]);
  const second = beside?.raster ?? null;
  useEffect(() => site?.second.show(second), [site, second]);
  const share = beside?.share ?? null;
  useEffect(() => {
    if (site === null) return;
    site.first.clip = share === null ? null : { side: 'before', share };
    site.second.clip = share === null ? null : { side: 'after', share };
    site.map.render();
  }, [site, share]);
  useEffect(() => {
    if (site === null || ahead === undefined) return;
    // After the year that is looked at.
    let later = setTimeout(() => site.first.ahead(ahead), 60);
    // Another view needs other windows.
    const stop = site.onRest(() => {
      clearTimeout(later);
      later = setTimeout(() => site.first.ahead(ahead), 200);
    });
    return () => {
      clearTimeout(later);
      stop();
    };
  }, [site, ahead]);
  useEffect(() => {
    if (site === null) return;
    for (const set of ['units', 'boundary', 'reference'] as const) site.shapes.show(set, ground[set]);
    site.setGraticule(ground.graticule);
  }, [site, ground]);
  useEffect(() => {
    told.current.onBase?.(null);
    site?.setBase(ground.base).catch((error: unknown) => told.current.onBase?.(error));
  }, [site, ground.base]);
  const { shade, contours } = ground;
  useEffect(() => {
    const around = terrainBox(frame);
    if (site === null) return;
    const isWanted = (shade || contours) && around !== null && hasTerrain(project);
    site.terrain.show(
      isWanted
        ? {
            path: projectPath(project.id, '/hillshade/values'),
            query: `crs=${frame.code}`,
            box: around,
            look: shade ? { type: 'shade' } : { type: 'none' },
            ...(contours ? { contours: 1 } : {}),
          }
        : null,
    );
  }, [site, shade, contours, project, frame]);

  const pickCentre = (event: KeyboardEvent): void => {
    const centre = site?.map.getView().getCenter();
    if (event.key !== 'Enter' || !cross || centre === undefined) return;
    props.onPick(site!.shapes.unitAt(centre[0]!, centre[1]!));
  };
  return (
    <div className={classes.frame} style={{ height }}>
      {units.isPending && <Skeleton pos="absolute" inset={0} />}
      <div
        ref={box}
        className={classes.map}
        // Never without an area, also while styles come or go: a map without one complains.
        style={{ minWidth: 1, minHeight: 1 }}
        role="application"
        aria-label={label}
        aria-roledescription={t('map.role')}
        tabIndex={0}
        onKeyDown={pickCentre}
      />
      {site !== null && <NorthArrow site={site} code={frame.code} />}
      {cross && <div className={classes.cross} aria-hidden />}
      {children}
      {legend !== undefined && <div className={classes.legend}>{legend}</div>}
      {valueWords !== undefined && site !== null && (
        <ReadOut
          site={site}
          code={frame.code}
          point={point}
          cross={cross}
          onCross={setCross}
          words={valueWords}
          share={share}
          elevation={elevation}
        />
      )}
    </div>
  );
}
