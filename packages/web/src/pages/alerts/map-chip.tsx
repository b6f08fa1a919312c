import { useQuery } from '@tanstack/react-query';
import type { ProjectDetail } from 'aftermine/contract';
import type { FeatureCollection } from 'geojson';
import toCrs from 'proj4';
import { useMemo } from 'react';
import { partQuery } from '../../api/resources.ts';
import { useTexts } from '../../app/language.ts';
import { chipOutline } from './chip-outline.ts';

const BOX = { width: 96, height: 64, pad: 4 } as const;

/** A thumb-sized map: the site, and in it the unit or the place of an alert. */
export function MapChip({
  project,
  unit,
  place,
  label,
}: {
  readonly project: ProjectDetail;
  readonly unit: string | null;
  readonly place: readonly [longitude: number, latitude: number] | null;
  readonly label: string;
}) {
  const { t } = useTexts();
  const boundary = useQuery(partQuery<FeatureCollection>(project.id, '/shapes/boundary'));
  const units = useQuery(partQuery<FeatureCollection>(project.id, '/shapes/units'));
  const { proj4 } = project.crs;
  const drawn = useMemo(() => {
    if (boundary.data === undefined) return null;
    const shape =
      units.data?.features.find(({ properties }) => String(properties?.['id']) === unit)?.geometry ?? null;
    const degrees = proj4.includes('longlat');
    const at =
      place === null ? null : (toCrs('EPSG:4326', proj4).forward([place[0], place[1]]) as [number, number]);
    return chipOutline(boundary.data, shape, at, { ...BOX, degrees });
  }, [boundary.data, units.data, unit, place, proj4]);
  if (drawn === null) return null;
  return (
    <svg
      viewBox={`0 0 ${BOX.width} ${BOX.height}`}
      width={BOX.width}
      height={BOX.height}
      role="img"
      aria-label={t('alerts.chip', { unit: label })}
    >
      <path d={drawn.site} fill="#eef1ec" stroke="#3b433e" strokeWidth={1} />
      {drawn.unit !== '' && <path d={drawn.unit} fill="#a3261f" stroke="#5e130e" strokeWidth={0.8} />}
      {drawn.place !== null && (
        <circle
          cx={drawn.place[0]}
          cy={drawn.place[1]}
          r={4}
          fill="#a3261f"
          stroke="#fff"
          strokeWidth={1.2}
        />
      )}
    </svg>
  );
}
