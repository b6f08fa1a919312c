import 'ol/ol.css';
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ProjectDetail } from 'aftermine/contract';
import type { FeatureCollection } from 'geojson';
import { isEmpty } from 'ol/extent.js';
import GeoJSON from 'ol/format/GeoJSON.js';
import VectorLayer from 'ol/layer/Vector.js';
import OlMap from 'ol/Map.js';
import VectorSource from 'ol/source/Vector.js';
import { Fill, Stroke, Style } from 'ol/style.js';
import View from 'ol/View.js';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { partQuery } from '../api/resources.ts';
import classes from './map-panel.module.css';
import { projectionOf } from './projection.ts';

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
}

/** Boundary and units of a project in its own CRS; the picked unit is the one of the address. */
export function MapPanel({ project, label, fill, selected, onPick, height = 420, legend }: MapPanelProps) {
  const box = useRef<HTMLDivElement>(null);
  const boundary = useQuery(partQuery<FeatureCollection>(project.id, '/shapes/boundary'));
  const units = useQuery(partQuery<FeatureCollection>(project.id, '/shapes/units'));
  const parts = useMemo(() => {
    const outline = new VectorSource();
    const patches = new VectorSource();
    return {
      outline,
      patches,
      edge: new VectorLayer({
        source: outline,
        style: new Style({ stroke: new Stroke({ color: '#222', width: 1.5 }) }),
      }),
      patchLayer: new VectorLayer({ source: patches }),
    };
  }, []);
  const map = useRef<OlMap | null>(null);
  const pick = useRef(onPick);
  pick.current = onPick;

  useEffect(() => {
    const made = new OlMap({
      target: box.current!,
      layers: [parts.patchLayer, parts.edge],
      view: new View({ projection: projectionOf(project.crs) }),
    });
    made.on('click', (event) => {
      const hit = made.forEachFeatureAtPixel(event.pixel, (feature) => feature, {
        layerFilter: (layer) => layer === parts.patchLayer,
      });
      pick.current(hit === undefined ? null : String(hit.get('id')));
    });
    map.current = made;
    if (project.extent !== null) made.getView().fit([...project.extent], { padding: [16, 16, 16, 16] });
    return () => {
      made.setTarget(undefined);
      made.dispose();
      map.current = null;
    };
  }, [parts, project.crs, project.extent]);

  useEffect(() => {
    const format = new GeoJSON();
    for (const [source, data] of [
      [parts.outline, boundary.data],
      [parts.patches, units.data],
    ] as const) {
      source.clear();
      if (data !== undefined) source.addFeatures(format.readFeatures(data));
    }
    const extent = parts.outline.getExtent();
    if (project.extent === null && extent !== null && !isEmpty(extent))
      map.current?.getView().fit(extent, { padding: [16, 16, 16, 16] });
  }, [parts, boundary.data, units.data, project.extent]);

  useEffect(() => {
    const styles = new Map<string, Style>();
    parts.patchLayer.setStyle((feature) => {
      const id = String(feature.get('id'));
      const colour = fill?.(id) ?? null;
      const key = `${colour}${id === selected}`;
      let style = styles.get(key);
      if (style === undefined) {
        style = new Style({
          stroke: new Stroke({
            color: id === selected ? '#0b57a4' : '#3b433e',
            width: id === selected ? 3.5 : 1,
          }),
          fill: new Fill({ color: colour ?? 'rgba(255,255,255,0.01)' }),
          zIndex: id === selected ? 1 : 0,
        });
        styles.set(key, style);
      }
      return style;
    });
  }, [parts, fill, selected]);

  return (
    <div className={classes.frame} style={{ height }}>
      {units.isPending && <Skeleton pos="absolute" inset={0} />}
      <div ref={box} className={classes.map} role="application" aria-label={label} tabIndex={0} />
      {legend !== undefined && <div className={classes.legend}>{legend}</div>}
    </div>
  );
}
