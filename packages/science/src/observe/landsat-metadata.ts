import { isoInUtc } from './compact-date.ts';

/** What Aftermine takes from a Landsat Collection 2 Level-2 MTL file. */
export interface LandsatMetadata {
  /** Moment of the scene centre, ISO 8601 UTC, or null. */
  readonly datetime: string | null;
  readonly sunElevation: number | null;
  readonly sunAzimuth: number | null;
  /** Percent. */
  readonly cloudCover: number | null;
  /** Scaling of each band of the Level-2 groups, by `SR_B4` and `ST_B10`: value = DN * scale + offset. */
  readonly scaling: ReadonlyMap<string, { readonly scale: number; readonly offset: number }>;
}

type Groups = ReadonlyMap<string, ReadonlyMap<string, string>>;

/**
 * Reads an MTL file, JSON or text (ODL).
 *
 * A Level-2 MTL repeats the Level-1 scaling under the same keys (`REFLECTANCE_MULT_BAND_4` stands in two
 * groups with different values): only the `LEVEL2_` groups are read.
 *
 * @returns null when it is not an MTL file
 */
export function parseLandsatMetadata(text: string): LandsatMetadata | null {
  const groups = text.trimStart().startsWith('{') ? jsonGroups(text) : odlGroups(text);
  if (groups === null) return null;
  const image = groups.get('IMAGE_ATTRIBUTES');
  const number = (key: string): number | null => finite(image?.get(key));
  const scaling = new Map<string, { scale: number; offset: number }>();
  collect(scaling, groups.get('LEVEL2_SURFACE_REFLECTANCE_PARAMETERS'), 'REFLECTANCE', 'SR_B');
  collect(scaling, groups.get('LEVEL2_SURFACE_TEMPERATURE_PARAMETERS'), 'TEMPERATURE', '');
  return {
    datetime: momentOf(image?.get('DATE_ACQUIRED'), image?.get('SCENE_CENTER_TIME')),
    sunElevation: number('SUN_ELEVATION'),
    sunAzimuth: number('SUN_AZIMUTH'),
    cloudCover: number('CLOUD_COVER'),
    scaling,
  };
}

function collect(
  into: Map<string, { scale: number; offset: number }>,
  group: ReadonlyMap<string, string> | undefined,
  quantity: string,
  prefix: string,
): void {
  for (const [key, value] of group ?? []) {
    const band = key.startsWith(`${quantity}_MULT_BAND_`) ? key.slice(`${quantity}_MULT_BAND_`.length) : null;
    if (band === null) continue;
    const scale = finite(value);
    const offset = finite(group?.get(`${quantity}_ADD_BAND_${band}`));
    if (scale !== null && scale > 0 && offset !== null) into.set(`${prefix}${band}`, { scale, offset });
  }
}

function momentOf(date: string | undefined, time: string | undefined): string | null {
  if (date === undefined) return null;
  return isoInUtc(`${date}T${time ?? ''}`) ?? isoInUtc(date);
}

function finite(text: string | undefined): number | null {
  if (text === undefined || text === '') return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}

function jsonGroups(text: string): Groups | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const root = isRecord(value) ? value['LANDSAT_METADATA_FILE'] : undefined;
  if (!isRecord(root)) return null;
  const groups = new Map<string, Map<string, string>>();
  for (const [name, members] of Object.entries(root)) {
    if (!isRecord(members)) continue;
    const group = new Map<string, string>();
    for (const [key, member] of Object.entries(members)) {
      if (typeof member === 'string' || typeof member === 'number') group.set(key, String(member));
    }
    groups.set(name, group);
  }
  return groups;
}

/** `GROUP = NAME`, `KEY = VALUE`, `END_GROUP = NAME`; a value may stand in quotes. */
function odlGroups(text: string): Groups | null {
  const groups = new Map<string, Map<string, string>>();
  let current: string | null = null;
  for (const line of text.split(/\r?\n/)) {
    const at = line.indexOf('=');
    if (at < 0) continue;
    const key = line.slice(0, at).trim();
    const value = line
      .slice(at + 1)
      .trim()
      .replace(/^"(.*)"$/, '$1');
    if (key === 'GROUP') {
      current = value;
      if (!groups.has(value)) groups.set(value, new Map());
    } else if (key === 'END_GROUP') current = null;
    else if (current !== null) groups.get(current)?.set(key, value);
  }
  return groups.has('LANDSAT_METADATA_FILE') ? groups : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
