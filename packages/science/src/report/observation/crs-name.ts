import { type Language, say } from '../../base/index.ts';
import { gaussKruegerZone } from '../../site/index.ts';

/** EPSG codes of UTM zones: the last two digits are the zone. */
const UTM = [
  { first: 32601, last: 32660, datum: 'WGS 84', half: 'N' },
  { first: 32701, last: 32760, datum: 'WGS 84', half: 'S' },
  { first: 26901, last: 26923, datum: 'NAD83', half: 'N' },
  { first: 25828, last: 25838, datum: 'ETRS89', half: 'N' },
] as const;

/** A coordinate system in words, with its code: "WGS 84 / UTM zone 49N (EPSG:32649)"; the bare code where no words are known. */
export function crsName(language: Language, code: string): string {
  const n = Number(/^EPSG:(\d+)$/.exec(code)?.[1]);
  for (const { first, last, datum, half } of UTM) {
    if (n >= first && n <= last)
      return say(language, 'page.crs.utm', {
        datum,
        zone: `${n - Math.floor(first / 100) * 100}${half}`,
        code,
      });
  }
  if (n === 4326 || n === 4490)
    return say(language, 'page.crs.geographic', { datum: n === 4326 ? 'WGS 84' : 'CGCS2000', code });
  const zone = gaussKruegerZone(n);
  if (zone === null) return code;
  return say(language, 'page.crs.gauss-kruger', {
    width: zone.width,
    zone: zone.zone,
    meridian: zone.meridian,
    code,
  });
}
