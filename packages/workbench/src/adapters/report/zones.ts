import type { UnitTrajectory, ZoneYear } from '@aftermine/science/observe';
import { mainIndex, zoneYears } from '@aftermine/science/report';
import { type MultiPolygon, projectPolygons } from '@aftermine/science/site';
import type { ObservationReport } from '../../ports/index.ts';

/** A zone of a report with everything the page shows of it. */
export interface ReportZone {
  readonly id: string;
  readonly kind: 'boundary' | 'unit' | 'reference';
  readonly label: string;
  /** SVG path in picture pixels. */
  readonly path: string;
  /** Where its label stands, in picture pixels. */
  readonly centre: readonly [x: number, y: number];
  readonly years: readonly ZoneYear[];
  readonly trajectory: UnitTrajectory;
}

/** Boundary first, then units, then reference areas, with outlines in the pixels of a picture of the given size. */
export function reportZones(
  report: ObservationReport,
  boundaryLabel: string,
  width: number,
  height: number,
): ReportZone[] {
  const { site, result, crs, box } = report;
  const index = mainIndex(result);
  const [west, south, east, north] = box;
  const x = (value: number): number => ((value - west) / (east - west)) * width;
  const y = (value: number): number => ((north - value) / (north - south)) * height;
  const outline = (geometry: MultiPolygon): Pick<ReportZone, 'path' | 'centre'> => {
    const polygons = projectPolygons(geometry, site.crs, crs);
    const path = polygons
      .flatMap((polygon) =>
        polygon.map(
          (ring) => `M${ring.map(([px, py]) => `${x(px).toFixed(1)} ${y(py).toFixed(1)}`).join('L')}Z`,
        ),
      )
      .join('');
    const ring = polygons[0]?.[0] ?? [];
    const xs = ring.map(([px]) => x(px));
    const ys = ring.map(([, py]) => y(py));
    return {
      path,
      centre: [(Math.min(...xs) + Math.max(...xs)) / 2, (Math.min(...ys) + Math.max(...ys)) / 2],
    };
  };
  return [
    {
      id: 'boundary',
      kind: 'boundary',
      label: boundaryLabel,
      ...outline(site.boundary),
      years: zoneYears(result, 'boundary', ''),
      trajectory: result.trajectories.boundary,
    },
    ...site.units.flatMap((unit): ReportZone[] => {
      const trajectory = result.trajectories.units[unit.id];
      return trajectory === undefined
        ? []
        : [
            {
              id: unit.id,
              kind: 'unit',
              label: unit.name ?? unit.id,
              ...outline(unit.geometry),
              years: zoneYears(result, 'unit', unit.id, index),
              trajectory,
            },
          ];
    }),
    ...site.references.flatMap((area): ReportZone[] => {
      const trajectory = result.trajectories.references[area.id];
      return trajectory === undefined
        ? []
        : [
            {
              id: area.id,
              kind: 'reference',
              label: area.name ?? area.id,
              ...outline(area.geometry),
              years: zoneYears(result, 'reference', area.id, index),
              trajectory,
            },
          ];
    }),
  ];
}
