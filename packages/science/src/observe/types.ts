import type { Box, Grid } from '../raster/index.ts';

/** Bands by their common names; `lst` is land surface temperature in kelvin, the others reflectance 0..1. */
export type BandName = 'blue' | 'green' | 'red' | 'nir' | 'swir1' | 'swir2' | 'lst';

export const REFLECTANCE_BANDS = ['blue', 'green', 'red', 'nir', 'swir1', 'swir2'] as const;
export const ALL_BANDS = [...REFLECTANCE_BANDS, 'lst'] as const satisfies readonly BandName[];

export type SensorFamily = 'landsat' | 'sentinel-2' | 'hls' | 'own';

/** Where one band's samples are and how to turn them into physical values: value = sample * scale + offset. */
export interface BandSource {
  /** Path of the file, absolute or relative to where the scene was found. */
  readonly href: string;
  /** Which band of that file, from 0. */
  readonly index: number;
  readonly scale: number;
  readonly offset: number;
  /** Sample that means "no observation", beside NaN; null where there is none. */
  readonly nodata: number | null;
}

export type MaskKind = 'qa-pixel' | 'qa-radsat' | 'scl' | 'fmask';

export interface MaskSource {
  readonly kind: MaskKind;
  readonly href: string;
  readonly index: number;
}

/**
 * One satellite acquisition, the working view of its STAC 1.1 item. Everything the pipeline reads goes
 * through this record, whatever delivered it.
 */
export interface Scene {
  readonly id: string;
  readonly family: SensorFamily;
  /** `landsat-5`, `landsat-8`, `sentinel-2a`, `own` ... */
  readonly platform: string;
  /** ISO 8601, UTC. A yearly composite of the user's own carries its mid-season date. */
  readonly datetime: string;
  /** Grid of the reflectance bands. */
  readonly grid: Grid;
  /** WGS84 box. */
  readonly bbox: Box;
  readonly bands: Readonly<Partial<Record<BandName, BandSource>>>;
  readonly masks: readonly MaskSource[];
  /** Bands a delivery of this kind should hold but this one does not. */
  readonly missing: readonly BandName[];
  /** Facts for lineage: collection, processing baseline, whether the provider had applied the offset, sun angles. */
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
}
