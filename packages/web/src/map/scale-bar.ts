import { getPointResolution } from 'ol/proj.js';
import type { SiteMap } from './site-map.ts';

/** The round length at or below `most` metres: 1, 2 or 5 times a power of ten. */
export function roundLength(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most));
  return [5, 2, 1].map((step) => step * power).find((length) => length <= most) ?? power;
}

/** A scale bar of at most `mostPx`; null where the map has no size yet. */
export function scaleBar(
  { map }: SiteMap,
  mostPx: number,
): { readonly widthPx: number; readonly text: string } | null {
  const view = map.getView();
  const [centre, resolution] = [view.getCenter(), view.getResolution()];
  if (centre === undefined || resolution === undefined) return null;
  const metresPerPx = getPointResolution(view.getProjection(), resolution, centre, 'm');
  const length = roundLength(mostPx * metresPerPx);
  return {
    widthPx: length / metresPerPx,
    text: length >= 1000 ? `${length / 1000} km` : `${length} m`,
  };
}
