import { z } from 'zod';

const monthDay = z
  .string()
  .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
  .describe('MM-DD');

/** Bands of the user's own GeoTIFFs, counted from 1 as `gdalinfo` counts them. */
export const ownScenesSchema = z.strictObject({
  files: z
    .string()
    .describe(
      'Pattern relative to the project: `{year}` is required, `{month}` `{day}` `{band}` optional, `*` matches a name',
    ),
  bands: z
    .partialRecord(z.enum(['blue', 'green', 'red', 'nir', 'swir1', 'swir2', 'lst']), z.int().min(1))
    .describe('Band number in the file, from 1; with {band} in the pattern, the order of names is free'),
  scale: z.number().default(1).describe('value = sample * scale + offset'),
  offset: z.number().default(0),
  lstScale: z.number().default(1).describe('kelvin = sample * lstScale + lstOffset'),
  lstOffset: z.number().default(0),
  nodata: z.number().nullable().default(null).describe('Overrides what the file declares'),
  date: monthDay.default('07-15').describe('Date within the year when the pattern has no month and day'),
  composited: z
    .boolean()
    .default(true)
    .describe('True when each file is already a seasonal composite: the season window is not applied'),
});
export type OwnScenes = z.infer<typeof ownScenesSchema>;

/** Settings of the observe step: everything here is part of every lineage record. */
export const observeSettingsSchema = z.strictObject({
  scenes: z.array(z.string()).default(['inputs/scenes']).describe('Folders of deliveries or STAC files'),
  own: z.array(ownScenesSchema).default([]),
  season: z
    .strictObject({ from: monthDay, to: monthDay })
    .default({ from: '06-01', to: '09-30' })
    .describe('A window across New Year is labelled by the year its season begins in'),
  years: z.strictObject({ from: z.int().min(1972).max(2200), to: z.int().min(1972).max(2200) }).optional(),
  sensors: z
    .array(z.enum(['landsat', 'sentinel-2', 'hls', 'own']))
    .default(['landsat', 'sentinel-2', 'hls', 'own']),
  sentinel2Offset: z
    .number()
    .optional()
    .describe(
      'Reflectance offset of Sentinel-2 scenes that do not say their processing baseline: 0 before 04.00, -0.1 from it on',
    ),
  composite: z.enum(['medoid', 'median', 'best-available']).default('medoid'),
  harmonise: z.enum(['none', 'roy-2016']).default('none'),
  resampling: z
    .enum(['bilinear', 'cubic', 'nearest'])
    .default('bilinear')
    .describe('Of reflectance; masks are always nearest'),
  grid: z
    .strictObject({
      crs: z.string().optional().describe('EPSG code; default: that of most scenes'),
      resolutionM: z
        .number()
        .positive()
        .max(1000)
        .optional()
        .describe('Pixel size in the units of the CRS; default: that of most scenes'),
      bufferM: z
        .number()
        .min(0)
        .max(50_000)
        .default(300)
        .describe('Land around the boundary that is observed too'),
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
    .default({ index: 'mndwi', threshold: 0 })
    .describe('Left out of the index fit and of its means'),
  rsei: z
    .strictObject({
      mode: z.enum(['pooled', 'per-scene']).default('pooled'),
      clip: z.tuple([z.number().min(0).max(49), z.number().min(51).max(100)]).default([2, 98]),
      gate: z.boolean().default(true),
      fitTo: z
        .int()
        .min(1972)
        .max(2200)
        .optional()
        .describe(
          'Last year that takes part in the pooled fit; later years are measured on its scale. Set by the first season, so that no later picture moves what was promised',
        ),
      components: z
        .array(z.string())
        .min(2)
        .optional()
        .describe('Default: ndvi, wetness, ndbsi and, where heat is observed, lst'),
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
      minMagnitude: z
        .number()
        .min(0)
        .default(0.1)
        .describe('A loss smaller than this (in the index) is not mapped as a disturbance'),
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
      minValidShare: z
        .number()
        .min(0)
        .max(1)
        .default(0.3)
        .describe('Below this share of seen land a zone-year is unknown'),
    })
    .default({ minValidShare: 0.3 }),
  tileSize: z.union([z.literal(128), z.literal(256), z.literal(512)]).default(256),
});
export type ObserveSettings = z.infer<typeof observeSettingsSchema>;
