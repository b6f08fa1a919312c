import { crsFromWkt, crsLabel, type Feature, hasInexactDatum } from '@aftermine/science/site';
import { hintZone } from './hint-zone.ts';
import type { Tally } from './tally.ts';

/**
 * The CRS of a shapefile: what its `.prj` states; else the caller's; else null, with the zone that eastings of eight
 * digits hint at. A `.prj` in a system that is not known is told.
 */
export function prjCrs(
  prj: Uint8Array | null,
  features: readonly Feature[],
  assumed: string | undefined,
  tally: Tally,
): string | null {
  // Names of systems in Chinese are no key: they are recognised in whichever encoding is text.
  const text = prj === null ? '' : decode(prj);
  const stated = text === '' ? null : crsFromWkt(text);
  if (stated !== null) {
    if (assumed !== undefined && assumed !== stated) tally.note('vector.crs-stated', { stated, assumed });
    if (hasInexactDatum(stated)) tally.note('vector.inexact-datum', { crs: crsLabel(stated) });
    return stated;
  }
  if (text !== '')
    tally.note('vector.prj-unknown', { system: /"([^"]*)"/.exec(text)?.[1] ?? text.slice(0, 60) });
  if (assumed !== undefined) return assumed;
  hintZone(features, tally);
  return null;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).trim();
  } catch {
    return new TextDecoder('gb18030').decode(bytes).trim();
  }
}
