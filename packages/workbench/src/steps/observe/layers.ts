import { COMPOSITE_ENCODING, type ObservationPlan } from '@aftermine/science/observe';
import type { Samples, SampleType, Window } from '@aftermine/science/raster';
import type { LayerSpec } from '../../ports/index.ts';

/** No data of every int16 layer. */
export const INT16_NODATA = -32768;
/** Indices are kept in steps of 0.0001. */
export const INDEX_SCALE = 1e-4;
/** Heat is kept in steps of 0.01 degrees Celsius, so that int16 holds it; offset brings it back to kelvin. */
export const LST_SCALE = 0.01;
export const LST_OFFSET = 273.15;

type LayerPlan = Pick<ObservationPlan, 'grid' | 'tileSize' | 'bands'>;

function layer(
  plan: LayerPlan,
  type: SampleType,
  nodata: number | null,
  bands: LayerSpec['bands'],
  overviews: LayerSpec['overviews'],
): LayerSpec {
  return { grid: plan.grid, tileSize: plan.tileSize, type, nodata, bands, overviews };
}

/** `composite/<year>.tif`: reflectance and heat of one growing season. */
export function compositeLayer(plan: LayerPlan): LayerSpec {
  const bands = plan.bands.map((name) =>
    name === 'lst'
      ? { name, unit: 'K', scale: COMPOSITE_ENCODING.lst.scale, offset: COMPOSITE_ENCODING.lst.offset }
      : { name, scale: COMPOSITE_ENCODING.reflectance.scale, offset: COMPOSITE_ENCODING.reflectance.offset },
  );
  return layer(plan, 'uint16', 0, bands, 'average');
}

/** `clear-looks/<year>.tif`: how often each pixel was seen. 0 is a count, so there is no no-data value. */
export function looksLayer(plan: LayerPlan): LayerSpec {
  return layer(plan, 'uint8', null, [{ name: 'clear-looks', unit: 'looks' }], 'nearest');
}

/** `rsei/<year>.tif`. */
export function rseiLayer(plan: LayerPlan): LayerSpec {
  return layer(plan, 'int16', INT16_NODATA, [{ name: 'rsei', scale: INDEX_SCALE }], 'average');
}

/** `components/<year>.tif`: the components beside the index, in the order given. */
export function componentsLayer(plan: LayerPlan, components: readonly string[]): LayerSpec {
  const bands = components.map((name) =>
    name === 'lst' ? { name, unit: 'K', scale: LST_SCALE, offset: LST_OFFSET } : { name, scale: INDEX_SCALE },
  );
  return layer(plan, 'int16', INT16_NODATA, bands, 'average');
}

/** Changes kept per pixel in the layers over all years; more than this many separate losses do not fit six segments. */
export const CHANGES_PER_PIXEL = 3;

/** `disturbance/<first>-<last>.tif` and `recovery/...`: the greatest change, how many there were, and each in order of time. */
export function changeLayer(plan: LayerPlan): LayerSpec {
  const bands: { name: string; unit?: string; scale?: number }[] = [
    { name: 'greatest-year' },
    { name: 'greatest-magnitude', scale: INDEX_SCALE },
    { name: 'greatest-duration', unit: 'years' },
    { name: 'count' },
  ];
  for (let i = 1; i <= CHANGES_PER_PIXEL; i += 1) {
    bands.push(
      { name: `year-${i}` },
      { name: `magnitude-${i}`, scale: INDEX_SCALE },
      { name: `duration-${i}`, unit: 'years' },
    );
  }
  return layer(plan, 'int16', INT16_NODATA, bands, 'nearest');
}

/** `vertices/<first>-<last>.tif`: years and fitted values of the vertices, 0 where there are fewer. */
export function vertexLayer(plan: LayerPlan, maxVertices: number): LayerSpec {
  const bands: { name: string; scale?: number }[] = [];
  for (let i = 1; i <= maxVertices; i += 1) bands.push({ name: `vertex-year-${i}` });
  for (let i = 1; i <= maxVertices; i += 1) bands.push({ name: `vertex-value-${i}`, scale: INDEX_SCALE });
  return layer(plan, 'int16', INT16_NODATA, bands, 'nearest');
}

/** `trend/<first>-<last>.tif`: Theil-Sen slope per year and Mann-Kendall p of the index. */
export function trendLayer(plan: LayerPlan, index: string): LayerSpec {
  return layer(
    plan,
    'float32',
    Number.NaN,
    [{ name: `${index}-slope`, unit: 'per year' }, { name: `${index}-p` }],
    'nearest',
  );
}

/**
 * Planes of one block, pixel-interleaved and padded to a whole tile with `fill`.
 *
 * @param like an empty array of the sample type wanted
 */
export function padToTile(
  planes: readonly Samples[],
  window: Window,
  tileSize: number,
  like: Samples,
  fill = 0,
): Samples {
  const count = planes.length;
  const out = new (like.constructor as new (length: number) => Samples)(tileSize * tileSize * count);
  if (fill !== 0) out.fill(fill);
  for (let b = 0; b < count; b += 1) {
    const plane = planes[b]!;
    for (let row = 0; row < window.height; row += 1) {
      let at = row * tileSize * count + b;
      const start = row * window.width;
      for (let col = 0; col < window.width; col += 1, at += count) out[at] = plane[start + col]!;
    }
  }
  return out;
}

/** The inverse of `padToTile` for one plane. */
export function planeOfTile<T extends Samples>(
  tile: T,
  band: number,
  bandCount: number,
  window: Window,
  tileSize: number,
  out: T,
): T {
  for (let row = 0; row < window.height; row += 1) {
    let at = row * tileSize * bandCount + band;
    const start = row * window.width;
    for (let col = 0; col < window.width; col += 1, at += bandCount) out[start + col] = tile[at]!;
  }
  return out;
}
