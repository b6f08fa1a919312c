import { type Feature, toGeojson } from '@aftermine/science/site';
import { turned } from './write-shapes.ts';

/** A ten-thousandth of a millimetre; the digits behind it are left over from projecting. */
const PLACES = 1e12;

/**
 * Features in WGS 84 as RFC 7946 has it: longitude first, outer rings counter-clockwise, holes clockwise, no `crs` member.
 *
 * @param features longitudes and latitudes in WGS 84
 * @source RFC 7946
 */
export function writeGeojson(features: readonly Feature[]): string {
  const turnedFeatures = features.map((feature) => ({
    ...feature,
    geometry: feature.geometry.map((polygon) =>
      polygon.map((ring, i) => turned(ring, i > 0).map(([x, y]) => [round(x), round(y)] as const)),
    ),
  }));
  return toGeojson({ crs: 'EPSG:4326', features: turnedFeatures });
}

function round(degrees: number): number {
  return Math.round(degrees * PLACES) / PLACES;
}
