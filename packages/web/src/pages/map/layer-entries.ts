import { PALETTES, type PaletteId } from '@aftermine/science/report/observation';
import type { ProjectDetail } from 'aftermine/contract';
import { projectPath } from '../../api/ask.ts';
import type { Look } from '../../map/look.ts';
import type { RasterSpec } from '../../map/raster-view.ts';

export const LAYER_GROUPS = ['index', 'components', 'picture', 'change', 'land'] as const;
export type LayerGroupId = (typeof LAYER_GROUPS)[number];

/** One layer of the list: a band of a kind, or the true colours of a composite. */
export interface LayerEntry {
  /** As it stands in the address: `rsei`, `components.lst`, `composite`. */
  readonly id: string;
  readonly group: LayerGroupId;
  readonly kind: string;
  /** Name of the band. */
  readonly name: string;
  readonly bands: readonly number[];
  readonly years: readonly number[];
  readonly palette: PaletteId | 'true-colour';
  readonly range: readonly [number, number] | null;
  /** Kelvin is told in degrees Celsius. */
  readonly offset: number;
  readonly unit: string;
  readonly digits: number;
  readonly box: readonly [number, number, number, number];
}

/** Bands of the change layers that say something to everybody; the rest are for reading by programs. */
const CHANGE_BANDS = ['greatest-year', 'greatest-magnitude', 'greatest-duration', 'count'];

/** What can be shown of a project, in the order of the list. */
export function layerEntries({ layers }: Pick<ProjectDetail, 'layers'>): LayerEntry[] {
  return layers.flatMap(({ kind, years, palette, bands, box }): LayerEntry[] => {
    if (box === null) return [];
    const common = { kind, years, box };
    if (palette === 'true-colour') {
      const light = ['red', 'green', 'blue'].map((name) => bands.find((band) => band.name === name)!);
      const ranges = light.flatMap(({ range }) => (range === null ? [] : [range]));
      return [
        {
          ...common,
          id: kind,
          group: 'picture',
          name: 'true-colour',
          bands: light.map(({ index }) => index),
          palette: 'true-colour',
          // One stretch for the three, so that grey stays grey.
          range:
            ranges.length === 0
              ? null
              : [Math.min(...ranges.map(([low]) => low)), Math.max(...ranges.map(([, high]) => high))],
          offset: 0,
          unit: '',
          digits: 3,
        },
      ];
    }
    return bands
      .filter(({ name }) => isTold(kind, name))
      .map(({ index, name, range, palette: own, unit }) => {
        const isHeat = unit === 'K';
        return {
          ...common,
          id: bands.length === 1 ? kind : `${kind}.${name}`,
          group: groupOf(kind),
          name,
          bands: [index],
          palette: own in PALETTES ? (own as PaletteId) : 'viridis',
          range,
          offset: isHeat ? -273.15 : 0,
          unit: isHeat ? '°C' : unit === null || unit === '1' ? '' : unit === 'degree' ? '°' : unit,
          digits: isHeat
            ? 1
            : /year|count|duration/.test(name) || kind === 'clear-looks'
              ? 0
              : /slope$/.test(name) && kind === 'trend'
                ? 4
                : 2,
        };
      });
  });
}

function isTold(kind: string, name: string): boolean {
  if (kind === 'disturbance' || kind === 'recovery') return CHANGE_BANDS.includes(name);
  return kind !== 'vertices';
}

function groupOf(kind: string): LayerGroupId {
  if (kind === 'rsei') return 'index';
  if (kind === 'components') return 'components';
  if (kind === 'composite' || kind === 'clear-looks') return 'picture';
  return kind === 'disturbance' || kind === 'recovery' || kind === 'trend' ? 'change' : 'land';
}

/** How the reader wants the colours: from `key` of the address, such as `cividis.own`. */
export function readStyle(key: string | undefined): { palette: PaletteId | null; isOwn: boolean } {
  const [palette = '', own] = (key ?? '').split('.');
  return { palette: palette in PALETTES ? (palette as PaletteId) : null, isOwn: own === 'own' };
}

/** What stands in the address for a wish; undefined for none. */
export function writeStyle(palette: PaletteId | null, isOwn: boolean): string | undefined {
  if (palette === null && !isOwn) return undefined;
  return `${palette ?? ''}${isOwn ? '.own' : ''}`;
}

/**
 * What the map is told to show.
 *
 * @param year null for layers over all years
 * @returns null where the layer does not have the year: nothing stands in for it
 */
export function rasterSpec(
  project: Pick<ProjectDetail, 'id' | 'updated'>,
  entry: LayerEntry,
  year: number | null,
  key: string | undefined,
): RasterSpec | null {
  if (entry.years.length > 0 && (year === null || !entry.years.includes(year))) return null;
  const { palette, isOwn } = readStyle(key);
  const range = isOwn || entry.range === null ? 'own' : entry.range;
  const look: Look =
    entry.palette === 'true-colour'
      ? { type: 'true-colour', range }
      : { type: 'ramp', palette: PALETTES[palette ?? entry.palette], range };
  const when = entry.years.length > 0 ? year : '-';
  return {
    path: projectPath(project.id, `/layers/${encodeURIComponent(entry.kind)}/${when}/values`),
    query: `bands=${entry.bands.join(',')}&made=${encodeURIComponent(project.updated ?? '')}`,
    box: entry.box,
    look,
  };
}

/** RSEI in five classes of equal width, 1 (poor) to 5 (excellent). */
export function indexClass(value: number): 1 | 2 | 3 | 4 | 5 {
  return Math.min(5, Math.max(1, Math.floor(value * 5) + 1)) as 1 | 2 | 3 | 4 | 5;
}
