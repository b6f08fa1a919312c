import { useQuery } from '@tanstack/react-query';
import type { ProjectDetail } from 'aftermine/contract';
import { projectPath } from '../api/ask.ts';
import { projectKey } from '../api/resources.ts';
import type { MapFrame } from './map-frame.ts';
import { type Box, valuesAt } from './value-window.ts';
import { loadWindow } from './window-shelf.ts';

const SIDE = 768;
const MARGIN = 0.2;

/** The terrain model a project names; null where it names none. */
export function hasTerrain({ settings }: Pick<ProjectDetail, 'settings'>): boolean {
  const { diagnose } = (settings ?? {}) as { diagnose?: { dem?: unknown } };
  return typeof diagnose?.dem === 'string';
}

/** What is asked for terrain around a site. */
export function terrainBox({ extent }: MapFrame): Box | null {
  if (extent === null) return null;
  const [west, south, east, north] = extent;
  const [x, y] = [(east - west) * MARGIN, (north - south) * MARGIN];
  return [west - x, south - y, east + x, north + y];
}

/** Heights of the ground for read-outs, m; null where nothing is known. */
export function useElevation(
  project: ProjectDetail,
  frame: MapFrame,
  enabled: boolean,
): (x: number, y: number) => number | null {
  const box = terrainBox(frame);
  const url =
    box === null
      ? ''
      : projectPath(
          project.id,
          `/hillshade/values?crs=${frame.code}&bbox=${box.join(',')}&width=${SIDE}&height=${SIDE}`,
        );
  const terrain = useQuery({
    queryKey: [...projectKey(project.id), 'elevation', url],
    queryFn: () => loadWindow(url),
    enabled: enabled && url !== '' && hasTerrain(project),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (x, y) => {
    const height = terrain.data === undefined ? undefined : valuesAt(terrain.data, x, y)?.[1];
    return height === undefined || Number.isNaN(height) ? null : height;
  };
}
