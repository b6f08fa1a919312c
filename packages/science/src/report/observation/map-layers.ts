import type { ObservationResult } from '../../observe/index.ts';
import type { PaletteId } from './palettes.ts';
import type { RampRange } from './quantise.ts';
import { leadingIndex } from './zones.ts';

/** A yearly map of a report: where its values come from and how they are shown. */
export interface MapLayer {
  readonly id: string;
  /** Kind of the raster, and the band in it: by name, or by position. */
  readonly raster: string;
  readonly band: string | number;
  /** First is the default; the legend offers the others. */
  readonly palettes: readonly PaletteId[];
  /** Span of the colours; null = taken from the values of all years. */
  readonly range: RampRange | null;
  /** Added to values before they are shown. */
  readonly offset: number;
  readonly unit: string;
  readonly digits: number;
  readonly shrink: 'mean' | 'nearest';
  /** Left out first when a report would grow too large; 0 always stays. */
  readonly priority: number;
}

/** Spans of counts start at nothing. */
const LOOKS_RANGE: RampRange = { lo: 0, hi: 10 };

/** The yearly value maps of a result, most telling first. The true-colour picture is a layer of its own kind. */
export function mapLayers(result: ObservationResult): MapLayer[] {
  const layers: MapLayer[] = [];
  const index = {
    palettes: ['viridis', 'cividis', 'brown-teal'] as const,
    range: null,
    offset: 0,
    unit: '',
    digits: 2,
    shrink: 'mean' as const,
  };
  if (leadingIndex(result) === 'rsei') {
    layers.push({
      ...index,
      id: 'rsei',
      raster: 'rsei',
      band: 0,
      palettes: ['viridis', 'grades', 'cividis'],
      range: { lo: 0, hi: 1 },
      priority: 0,
    });
  }
  result.fit.components.forEach((id, position) => {
    const heat = id === 'lst';
    layers.push({
      ...index,
      id,
      raster: 'components',
      band: id,
      palettes: heat ? ['inferno', 'plasma'] : index.palettes,
      offset: heat ? -273.15 : 0,
      unit: heat ? '°C' : '',
      digits: heat ? 1 : 2,
      priority: id === 'ndvi' ? 0 : heat ? 2 : 3 + position,
    });
  });
  layers.push({
    ...index,
    id: 'clear-looks',
    raster: 'clear-looks',
    band: 0,
    palettes: ['blues', 'cividis'],
    range: LOOKS_RANGE,
    digits: 0,
    shrink: 'nearest',
    priority: 1,
  });
  return layers;
}
