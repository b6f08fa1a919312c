import { isGeographic, isKnownCrs, projDefinition, transformer, utmFor } from '@aftermine/science/site';
import type { ProjectDetail } from 'aftermine/contract';
import type { Box } from './value-window.ts';

/** The system a project is drawn in, and where it lies in it. */
export interface MapFrame {
  readonly code: string;
  readonly proj4: string;
  readonly extent: Box | null;
}

/**
 * That of the yearly layers, so that no picture is warped; before there are layers that of the project, or the UTM zone of a project
 * in degrees, so that lengths are lengths.
 */
export function mapFrame({ crs, extent, layers }: ProjectDetail): MapFrame {
  const layer =
    layers.find((one) => one.years.length > 0 && one.crs !== null) ?? layers.find((one) => one.crs !== null);
  const own = layer?.crs ?? crs;
  const code =
    isKnownCrs(own.code) && isGeographic(own.code) && extent !== null
      ? utmFor((extent[0] + extent[2]) / 2, (extent[1] + extent[3]) / 2)
      : own.code;
  return {
    code,
    proj4: code === own.code ? own.proj4 : projDefinition(code),
    extent: extent === null ? null : boxIn(extent, crs.code, code),
  };
}

const EDGE_STEPS = 8;

/** The box around a box in another system, from points along its edges; as it is where a system is not known. */
export function boxIn(box: Box, from: string, to: string): Box {
  if (from === to || !isKnownCrs(from) || !isKnownCrs(to)) return box;
  const move = transformer(from, to);
  const [west, south, east, north] = box;
  const xs: number[] = [];
  const ys: number[] = [];
  for (let i = 0; i <= EDGE_STEPS; i += 1) {
    const t = i / EDGE_STEPS;
    const [x, y] = [west + t * (east - west), south + t * (north - south)];
    for (const [px, py] of [move(x, south), move(x, north), move(west, y), move(east, y)]) {
      xs.push(px);
      ys.push(py);
    }
  }
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}
