/** The datums of Chinese Gauss-Krueger zones. */
export type GaussKruegerDatum = 'cgcs2000' | 'xian80' | 'beijing54';

export interface GaussKruegerSystem {
  readonly datum: GaussKruegerDatum;
  /** Number of the zone (带号): 25-45 for 3 degrees, 13-23 for 6. */
  readonly zone: number;
  /** Width of the zone in degrees. */
  readonly width: 3 | 6;
  /** Whether eastings carry the zone number in front. */
  readonly prefixed: boolean;
}

/** EPSG code of the first zone of each series. */
const FIRST: Readonly<Record<GaussKruegerDatum, Readonly<Record<'6p' | '6' | '3p' | '3', number>>>> = {
  cgcs2000: { '6p': 4491, '6': 4502, '3p': 4513, '3': 4534 },
  xian80: { '6p': 2327, '6': 2338, '3p': 2349, '3': 2370 },
  beijing54: { '6p': 21413, '6': 21453, '3p': 2401, '3': 2422 },
};

const FIRST_ZONE = { 3: 25, 6: 13 } as const;
const ZONES = { 3: 21, 6: 11 } as const;

/**
 * The EPSG code of a Chinese Gauss-Krueger zone.
 *
 * @returns null for a zone number that the width does not have
 * @source EPSG Geodetic Parameter Dataset
 */
export function gaussKruegerCode({ datum, zone, width, prefixed }: GaussKruegerSystem): string | null {
  const index = zone - FIRST_ZONE[width];
  if (!Number.isInteger(index) || index < 0 || index >= ZONES[width]) return null;
  return `EPSG:${FIRST[datum][`${width}${prefixed ? 'p' : ''}`] + index}`;
}

/** The zone behind an EPSG number, of any of the three datums; null for other systems. */
export function gaussKruegerSystem(n: number): GaussKruegerSystem | null {
  for (const datum of ['cgcs2000', 'xian80', 'beijing54'] as const) {
    for (const width of [3, 6] as const) {
      for (const prefixed of [true, false]) {
        const index = n - FIRST[datum][`${width}${prefixed ? 'p' : ''}`];
        if (Number.isInteger(index) && index >= 0 && index < ZONES[width])
          return { datum, zone: FIRST_ZONE[width] + index, width, prefixed };
      }
    }
  }
  return null;
}

/** Central meridian, degrees east: 3 z for 3-degree zones, 6 z - 3 for 6-degree ones. */
export function meridianOf({ zone, width }: Pick<GaussKruegerSystem, 'zone' | 'width'>): number {
  return width === 3 ? zone * 3 : zone * 6 - 3;
}
