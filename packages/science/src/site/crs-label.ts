import { isGeographic, isKnownCrs } from './crs.ts';
import { gaussKruegerSystem, meridianOf } from './gauss-krueger-code.ts';

const NAMES: Readonly<Record<number, string>> = {
  4326: 'WGS 84',
  3857: 'WGS 84 / Pseudo-Mercator',
  4490: 'CGCS2000',
  4610: 'Xian 1980',
  4214: 'Beijing 1954',
  4269: 'NAD83',
  4258: 'ETRS89',
  5070: 'NAD83 / Conus Albers',
};

const DATUM_NAMES = { cgcs2000: 'CGCS2000', xian80: 'Xian 1980', beijing54: 'Beijing 1954' } as const;

/**
 * The name of a bundled coordinate system as EPSG has it, with its code, such as
 * `CGCS2000 / 3-degree Gauss-Kruger CM 114E (EPSG:4547)`; a code that is not bundled comes back as it is.
 */
export function crsLabel(code: string): string {
  if (!isKnownCrs(code)) return code;
  return `${nameOf(Number(code.slice(5)))} (${code})`;
}

function nameOf(n: number): string {
  const zone = gaussKruegerSystem(n);
  if (zone !== null) {
    const width = zone.width === 3 ? '3-degree ' : '';
    const place = zone.prefixed ? `zone ${zone.zone}` : `CM ${meridianOf(zone)}E`;
    return `${DATUM_NAMES[zone.datum]} / ${width}Gauss-Kruger ${place}`;
  }
  if (n > 32600 && n <= 32660) return `WGS 84 / UTM zone ${n - 32600}N`;
  if (n > 32700 && n <= 32760) return `WGS 84 / UTM zone ${n - 32700}S`;
  if (n > 26900 && n <= 26923) return `NAD83 / UTM zone ${n - 26900}N`;
  if (n >= 25828 && n <= 25838) return `ETRS89 / UTM zone ${n - 25800}N`;
  return NAMES[n] ?? (isGeographic(`EPSG:${n}`) ? 'degrees' : 'metres');
}
