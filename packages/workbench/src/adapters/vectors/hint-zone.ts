import { crsLabel, type Feature, gaussKruegerCode } from '@aftermine/science/site';
import { hasZoneNumber } from './corner-axes.ts';
import type { Tally } from './tally.ts';

/** Notes which CGCS2000 zone eastings belong to that all carry one zone number: an answer to offer, not to take. */
export function hintZone(features: readonly Feature[], tally: Tally): void {
  let zone: number | null = null;
  for (const { geometry } of features) {
    for (const polygon of geometry) {
      for (const ring of polygon) {
        for (const [x] of ring) {
          const own = hasZoneNumber(x) ? Math.floor(x / 1e6) : null;
          if (own === null || (zone !== null && own !== zone)) return;
          zone = own;
        }
      }
    }
  }
  if (zone === null) return;
  const crs = gaussKruegerCode({ datum: 'cgcs2000', zone, width: zone >= 25 ? 3 : 6, prefixed: true });
  if (crs !== null) tally.note('vector.zone-seen', { zone, crs: crsLabel(crs) });
}
