import { say } from '@aftermine/science/base';
import { type Feature, type MultiPolygon, type Site, transformer } from '@aftermine/science/site';
import type { AlertList } from './alert-list.ts';

/** Side of the square that stands for a place without a shape, metres. */
const PLACE_M = 30;

/** Alerts on their units, and on a small square where the place is no unit. */
export function alertFeatures(site: Site, { alerts }: AlertList): Feature[] {
  const shapes = new Map(site.units.map(({ id, geometry }) => [id, geometry]));
  return alerts.flatMap(({ alarm, case: one, name }): Feature[] => {
    const geometry = alarm.unit === null ? placeSquare(alarm.place!, site.crs) : shapes.get(alarm.unit);
    if (geometry === undefined) return [];
    return [
      {
        id: alarm.id,
        geometry,
        properties: {
          id: alarm.id,
          unit: alarm.unit,
          name,
          year: alarm.year,
          kind: alarm.kind,
          state: one.state,
          rank: Number(alarm.rank.toFixed(3)),
          area_ha: Number(alarm.areaHa.toFixed(2)),
          owner: one.owner,
          due: one.due,
          why_zh: say('zh', `alarm.${alarm.kind}.why`, alarm.params),
          why_en: say('en', `alarm.${alarm.kind}.why`, alarm.params),
        },
      },
    ];
  });
}

function placeSquare([longitude, latitude]: readonly [number, number], crs: string): MultiPolygon {
  const half = PLACE_M / 2;
  const dLat = half / 111_320;
  const dLon = half / (111_320 * Math.cos((latitude * Math.PI) / 180));
  const transform = transformer('EPSG:4326', crs);
  const corner = (x: number, y: number): readonly [number, number] => {
    const [a, b] = transform(longitude + x * dLon, latitude + y * dLat);
    return [a, b];
  };
  return [[[corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1), corner(-1, -1)]]];
}
