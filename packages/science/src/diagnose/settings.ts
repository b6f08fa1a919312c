import { z } from 'zod';
import { TARGET_LANDS, type TargetLand } from '../site/index.ts';
import type { ToxicElement } from './contamination.ts';
import { INDICATOR_IDS, type IndicatorId } from './declare.ts';
import { EROSION_REGIONS, type ErosionRegion } from './erosion-classes.ts';
import { TOXIC_ELEMENTS } from './soil-pollution.ts';

const targetLand = z.enum(TARGET_LANDS as readonly [TargetLand, ...TargetLand[]]);

const ruleLimit = z.union([z.number(), z.partialRecord(targetLand, z.number())]);

/** Settings of the diagnose step: everything here is part of its lineage. */
export const diagnoseSettingsSchema = z.strictObject({
  dem: z.string().optional().describe('Terrain model, relative to the project; heights in metres'),
  samples: z.array(z.string()).default([]).describe('Tables of field samples (CSV, XLSX)'),
  target: targetLand.default('grassland').describe('Target land of units that state none'),
  climate: z
    .strictObject({
      precipitationMm: z.number().min(0).max(20_000).describe('Mean of a year'),
      petMm: z.number().min(0).max(5000).describe('Reference evapotranspiration of a year, FAO-56'),
      monthlyPrecipitationMm: z.array(z.number().min(0)).length(12).optional(),
      effectiveShare: z
        .number()
        .min(0)
        .max(1)
        .default(0.7)
        .describe('Share of precipitation that plants can use'),
      fuShape: z
        .number()
        .gt(1)
        .max(10)
        .default(2.6)
        .describe('w of the water balance (Fu): about 2.55 under grass, 2.84 under forest; not verified'),
    })
    .optional(),
  erosion: z
    .strictObject({
      erosivity: z
        .number()
        .positive()
        .optional()
        .describe('R, MJ mm/(ha h a); default: from the precipitation of the climate'),
      erodibility: z
        .number()
        .positive()
        .max(0.2)
        .default(0.035)
        .describe('K, t ha h/(ha MJ mm); default: loamy overburden'),
      streamHa: z
        .number()
        .positive()
        .default(100)
        .describe('Land that drains through a cell from which it counts as a stream, ha'),
      practice: z.number().min(0).max(1).default(1).describe('P, 1 without measures'),
      ndviBare: z.number().min(-1).max(1).default(0.05).describe('NDVI of bare ground, cover 0'),
      ndviFull: z.number().min(-1).max(1).default(0.8).describe('NDVI of closed vegetation, cover 1'),
      region: z
        .enum(Object.keys(EROSION_REGIONS) as [ErosionRegion, ...ErosionRegion[]])
        .optional()
        .describe('Region of water erosion (SL 190), for classes'),
    })
    .prefault({}),
  stability: z
    .strictObject({
      cohesionKPa: z.number().min(0).default(5),
      frictionDegrees: z.number().min(1).max(60).default(30),
      unitWeightKNm3: z.number().min(10).max(30).default(18),
      depthM: z.number().positive().max(50).default(2),
      waterDepthShare: z
        .number()
        .min(0)
        .max(1)
        .default(0)
        .describe('Height of water in the slice over its depth'),
    })
    .prefault({}),
  crop: z
    .partialRecord(targetLand, z.number().min(0).max(2))
    .default({ 'irrigated-cropland': 0.85, orchard: 0.75 })
    .describe('Mean crop coefficient of irrigated lands; a land without one is not irrigated'),
  background: z
    .partialRecord(
      z.enum(TOXIC_ELEMENTS as readonly [ToxicElement, ...ToxicElement[]]),
      z.number().positive(),
    )
    .default({})
    .describe('Natural content of the soil, mg/kg; default: the median of the reference areas'),
  supportM: z
    .number()
    .positive()
    .default(500)
    .describe('A unit without a sample within this distance cannot be judged by samples'),
  goals: z
    .record(
      z.string(),
      z.strictObject({
        kind: z.literal('novel-ecosystem'),
        statement: z.string().min(1).describe('Who accepted another ecosystem than the reference, and why'),
        floors: z
          .partialRecord(
            z.enum(INDICATOR_IDS as readonly [IndicatorId, ...IndicatorId[]]),
            z.strictObject({ min: z.number().optional(), max: z.number().optional() }),
          )
          .default({}),
      }),
    )
    .default({})
    .describe('Units, by id, whose goal is not the reference: the gap is told, not judged'),
  rules: z
    .record(z.string(), z.strictObject({ limit: ruleLimit.optional(), off: z.boolean().optional() }))
    .default({})
    .describe('Limits of the project, by rule'),
});
export type DiagnoseSettings = z.infer<typeof diagnoseSettingsSchema>;
