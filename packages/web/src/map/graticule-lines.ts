import { niceStep } from '@aftermine/science/report/observation';
import { transformer } from '@aftermine/science/site';
import { boxIn } from './map-frame.ts';
import type { Box } from './value-window.ts';

/** A line of equal longitude or latitude over a view. */
export interface GraticuleLine {
  readonly degrees: number;
  readonly axis: 'longitude' | 'latitude';
  readonly points: readonly (readonly [x: number, y: number])[];
}

const LINES = 5;
const POINTS = 12;

/** Longitudes and latitudes at round steps that cross a view. */
export function graticuleLines(code: string, view: Box): GraticuleLine[] {
  const [west, south, east, north] = boxIn(view, code, 'EPSG:4326');
  const span = Math.min(east - west, north - south);
  if (!(span > 0) || !Number.isFinite(span)) return [];
  const step = niceStep(span / LINES);
  const move = transformer('EPSG:4326', code);
  const lines: GraticuleLine[] = [];
  for (let k = Math.ceil(west / step); k * step <= east; k += 1)
    lines.push({
      degrees: k * step,
      axis: 'longitude',
      points: along((t) => move(k * step, south + t * (north - south))),
    });
  for (let k = Math.ceil(south / step); k * step <= north; k += 1)
    lines.push({
      degrees: k * step,
      axis: 'latitude',
      points: along((t) => move(west + t * (east - west), k * step)),
    });
  return lines;
}

function along(at: (t: number) => [number, number]): (readonly [number, number])[] {
  return Array.from({ length: POINTS + 1 }, (_, i) => {
    const [x, y] = at(i / POINTS);
    return [x, y] as const;
  });
}

/** Degrees and minutes as maps write them: 113°15′E, with as many decimals of minutes as the step needs. */
export function degreesText(degrees: number, axis: GraticuleLine['axis']): string {
  const side = axis === 'longitude' ? (degrees < 0 ? 'W' : 'E') : degrees < 0 ? 'S' : 'N';
  const minutes = Math.round(Math.abs(degrees) * 6000) / 100;
  const whole = Math.floor(minutes / 60);
  const rest = Number((minutes - whole * 60).toFixed(2));
  return `${whole}°${rest === 0 ? '' : `${rest}′`}${side}`;
}
