import { type Language, say } from '../../base/index.ts';
import { gaussKruegerZone } from '../../site/index.ts';

/** A coordinate system in words, with its code: "WGS 84 / UTM zone 49N (EPSG:32649)"; the bare code where no words are known. */
export function crsName(language: Language, code: string): string {
  const n = Number(/^EPSG:(\d+)$/.exec(code)?.[1]);
  if (n >= 32601 && n <= 32660) return say(language, 'page.crs.utm', { zone: `${n - 32600}N`, code });
  if (n >= 32701 && n <= 32760) return say(language, 'page.crs.utm', { zone: `${n - 32700}S`, code });
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
