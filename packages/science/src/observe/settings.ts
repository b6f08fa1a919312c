import { z } from 'zod';

const monthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);

/** Bands of the user's own GeoTIFFs, counted from 1 as `gdalinfo` counts them. */
export const ownScenesSchema = z.strictObject({
  files: z.string(),
  bands: z.partialRecord(z.enum(['blue', 'green', 'red', 'nir', 'swir1', 'swir2', 'lst']), z.int().min(1)),
  scale: z.number().default(1),
  offset: z.number().default(0),
  lstScale: z.number().default(1),
  lstOffset: z.number().default(0),
  nodata: z.number().nullable().default(null),
  date: monthDay.default('07-15'),
  composited: z.boolean().default(true),
});
export type OwnScenes = z.infer<typeof ownScenesSchema>;

/** Settings of the observe step: everything here is part of every lineage record. What each means stands in `base/settings-texts`. */
export const observeSettingsSchema = z.strictObject({
  scenes: z.array(z.string()).default(['inputs/scenes']),
  own: z.array(ownScenesSchema).default([]),
  season: z.strictObject({ from: monthDay, to: monthDay }).default({ from: '06-01', to: '09-30' }),
  years: z.strictObject({ from: z.int().min(1972).max(2200), to: z.int().min(1972).max(2200) }).optional(),
  sensors: z
    .array(z.enum(['landsat', 'sentinel-2', 'hls', 'own']))
    .default(['landsat', 'sentinel-2', 'hls', 'own']),
  sentinel2Offset: z.number().optional(),
  composite: z.enum(['medoid', 'median', 'best-available']).default('medoid'),
  harmonise: z.enum(['none', 'roy-2016']).default('none'),
  resampling: z.enum(['bilinear', 'cubic', 'nearest']).default('bilinear'),
  grid: z
    .strictObject({
      crs: z.string().optional(),
      resolutionM: z.number().positive().max(1000).optional(),
      bufferM: z.number().min(0).max(50_000).default(300),
    })
    .default({ bufferM: 300 }),
  mask: z
    .strictObject({
      drop: z
        .array(z.enum(['dilated-cloud', 'cirrus', 'cloud', 'shadow', 'snow']))
        .default(['dilated-cloud', 'cirrus', 'cloud', 'shadow', 'snow']),
    })
    .default({ drop: ['dilated-cloud', 'cirrus', 'cloud', 'shadow', 'snow'] }),
  wetness: z.enum(['crist-1985', 'huang-2002', 'baig-2014', 'zhai-2022']).default('crist-1985'),
  water: z
    .strictObject({
      index: z.literal('mndwi').default('mndwi'),
      threshold: z.number().min(-1).max(1).default(0),
    })
    .default({ index: 'mndwi', threshold: 0 }),
  rsei: z
    .strictObject({
      mode: z.enum(['pooled', 'per-scene']).default('pooled'),
      clip: z.tuple([z.number().min(0).max(49), z.number().min(51).max(100)]).default([2, 98]),
      gate: z.boolean().default(true),
      fitTo: z.int().min(1972).max(2200).optional(),
      components: z.array(z.string()).min(2).optional(),
    })
    .default({ mode: 'pooled', clip: [2, 98], gate: true }),
  segment: z
    .strictObject({
      preset: z.enum(['landtrendr', 'mined-land']).default('mined-land'),
      index: z.enum(['nbr', 'ndvi', 'ndmi', 'rsei']).default('nbr'),
      maxSegments: z.int().min(1).max(20).optional(),
      spikeThreshold: z.number().min(0).max(1).optional(),
      vertexCountOvershoot: z.int().min(0).max(10).optional(),
      preventOneYearRecovery: z.boolean().optional(),
      recoveryThreshold: z.number().min(0).max(10).optional(),
      pValue: z.number().min(0).max(1).optional(),
      bestModelProportion: z.number().min(0).max(2).optional(),
      minObservations: z.int().min(3).max(100).optional(),
      minMagnitude: z.number().min(0).default(0.1),
    })
    .default({ preset: 'mined-land', index: 'nbr', minMagnitude: 0.1 }),
  recovery: z
    .strictObject({
      index: z.enum(['nbr', 'ndvi', 'rsei']).default('nbr'),
      target: z.enum(['historic', 'windowed', 'reference']).default('reference'),
      percent: z.number().positive().max(200).default(80),
      years: z.int().min(1).max(50).default(5),
    })
    .default({ index: 'nbr', target: 'reference', percent: 80, years: 5 }),
  zones: z
    .strictObject({
      minValidShare: z.number().min(0).max(1).default(0.3),
    })
    .default({ minValidShare: 0.3 }),
  tileSize: z.union([z.literal(128), z.literal(256), z.literal(512)]).default(256),
});
export type ObserveSettings = z.infer<typeof observeSettingsSchema>;
