import { z } from 'zod';
import { TARGET_LANDS, type TargetLand } from '../site/index.ts';
import type { ToxicElement } from './contamination.ts';
import { INDICATOR_IDS, type IndicatorId } from './declare.ts';
import { EROSION_REGIONS, type ErosionRegion } from './erosion-classes.ts';
import { TOXIC_ELEMENTS } from './soil-pollution.ts';

const targetLand = z.enum(TARGET_LANDS as readonly [TargetLand, ...TargetLand[]]);

const ruleLimit = z.union([z.number(), z.partialRecord(targetLand, z.number())]);

/** Settings of the diagnose step: everything here is part of its lineage. What each means stands in `base/settings-texts`. */
export const diagnoseSettingsSchema = z.strictObject({
  dem: z.string().optional(),
  samples: z.array(z.string()).default([]),
  target: targetLand.default('grassland'),
  climate: z
    .strictObject({
      precipitationMm: z.number().min(0).max(20_000),
      petMm: z.number().min(0).max(5000),
      monthlyPrecipitationMm: z.array(z.number().min(0)).length(12).optional(),
      effectiveShare: z.number().min(0).max(1).default(0.7),
      fuShape: z.number().gt(1).max(10).default(2.6),
    })
    .optional(),
  erosion: z
    .strictObject({
      erosivity: z.number().positive().optional(),
      erodibility: z.number().positive().max(0.2).default(0.035),
      streamHa: z.number().positive().default(100),
      practice: z.number().min(0).max(1).default(1),
      ndviBare: z.number().min(-1).max(1).default(0.05),
      ndviFull: z.number().min(-1).max(1).default(0.8),
      region: z.enum(Object.keys(EROSION_REGIONS) as [ErosionRegion, ...ErosionRegion[]]).optional(),
    })
    .prefault({}),
  stability: z
    .strictObject({
      cohesionKPa: z.number().min(0).default(5),
      frictionDegrees: z.number().min(1).max(60).default(30),
      unitWeightKNm3: z.number().min(10).max(30).default(18),
      depthM: z.number().positive().max(50).default(2),
      waterDepthShare: z.number().min(0).max(1).default(0),
    })
    .prefault({}),
  crop: z
    .partialRecord(targetLand, z.number().min(0).max(2))
    .default({ 'irrigated-cropland': 0.85, orchard: 0.75 }),
  background: z
    .partialRecord(
      z.enum(TOXIC_ELEMENTS as readonly [ToxicElement, ...ToxicElement[]]),
      z.number().positive(),
    )
    .default({}),
  supportM: z.number().positive().default(500),
  goals: z
    .record(
      z.string(),
      z.strictObject({
        kind: z.literal('novel-ecosystem'),
        statement: z.string().min(1),
        floors: z
          .partialRecord(
            z.enum(INDICATOR_IDS as readonly [IndicatorId, ...IndicatorId[]]),
            z.strictObject({ min: z.number().optional(), max: z.number().optional() }),
          )
          .default({}),
      }),
    )
    .default({}),
  rules: z
    .record(z.string(), z.strictObject({ limit: ruleLimit.optional(), off: z.boolean().optional() }))
    .default({}),
});
export type DiagnoseSettings = z.infer<typeof diagnoseSettingsSchema>;
