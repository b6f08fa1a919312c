import { z } from 'zod';
import { damageClass } from './library/library-schema.ts';
import { OBJECTIVES, type Objective } from './result.ts';

const year = z.number().int().min(1990).max(2200);
const byYear = z.record(z.string().regex(/^\d{4}$/, 'a year'), z.number().min(0));
const objective = z.enum(OBJECTIVES as readonly [Objective, ...Objective[]]);

/** Settings of the plan step: everything here is part of its lineage. What each means stands in `base/settings-texts`. */
export const planSettingsSchema = z.strictObject({
  start: year.optional(),
  years: z.number().int().min(1).max(40).default(5),
  horizon: z.number().int().min(1).max(100).default(20),
  discountRate: z.number().min(0).max(0.5).default(0.05),
  costs: z.string().default('cn-2024'),
  costOverride: z.string().optional(),
  site: z
    .strictObject({
      climate: z.string().optional(),
      commodity: z.string().optional(),
      landform: z.string().optional(),
    })
    .optional(),
  budget: z.union([z.number().min(0), byYear]).optional(),
  funds: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z][a-z0-9-]*$/),
        name: z.string().min(1),
        amounts: byYear,
        for: z
          .strictObject({
            families: z.array(z.string()).optional(),
            endUses: z.array(z.string()).optional(),
            damage: z.array(damageClass).optional(),
            units: z.array(z.string()).optional(),
          })
          .optional(),
      }),
    )
    .max(6)
    .default([]),
  carryOver: z.boolean().default(true),
  water: z
    .array(
      z.strictObject({
        id: z.string().min(1),
        m3PerYear: z.number().min(0),
        units: z.array(z.string()).optional(),
      }),
    )
    .default([]),
  topsoil: z.strictObject({ stockM3: z.number().min(0), haulKm: z.number().min(0).default(2) }).optional(),
  crewsHaPerYear: z.number().positive().optional(),
  farmlandFloorHa: z.number().min(0).optional(),
  jobsFloor: z
    .array(
      z.strictObject({
        village: z.string().optional(),
        personYears: z.number().min(0),
        years: z.array(year).optional(),
      }),
    )
    .default([]),
  demand: z.record(z.string(), z.number().min(0)).default({}),
  endUses: z.array(z.string()).optional(),
  basicFarmland: z.enum(['as-registered', 'unknown']).default('unknown'),
  doNoHarm: z.boolean().default(true),
  requires: z.record(z.string(), z.array(z.string())).default({}),
  mandatory: z.array(z.string()).default([]),
  mandatoryHazards: z.boolean().default(true),
  locks: z
    .array(
      z.strictObject({
        unit: z.string(),
        mode: z.enum(['treat', 'leave']),
        endUse: z.string().optional(),
        year: year.optional(),
      }),
    )
    .default([]),
  exclusive: z
    .array(z.array(z.strictObject({ unit: z.string(), endUse: z.string().optional() })).min(2))
    .default([]),
  works: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z][a-z0-9-]*$/),
        name: z.string().min(1),
        cost: z.number().min(0),
        units: z.array(z.string()).optional(),
        endUses: z.array(z.string()).optional(),
        measures: z.array(z.string()).optional(),
      }),
    )
    .default([]),
  compartments: z
    .strictObject({
      withinM: z.number().min(0).default(100),
      maxHa: z.number().positive().default(100),
      penalty: z.number().min(0).default(0),
      least: z.number().int().min(1).default(1),
    })
    .optional(),
  weights: z
    .partialRecord(objective, z.number().min(0))
    .default({ ecology: 0.5, carbon: 0.1, livelihood: 0.2, npv: 0.2 }),
  judgements: z.array(z.array(z.number().positive())).optional(),
  front: z.strictObject({ levels: z.number().int().min(2).max(6).default(3) }).prefault({}),
  risk: z.strictObject({ draws: z.number().int().min(0).max(20_000).default(1000) }).prefault({}),
  games: z
    .strictObject({
      decay: z.number().positive().default(0.1),
      startQuality: z.number().default(1),
      effectGovernment: z.number().min(0).default(0.6),
      effectEnterprise: z.number().min(0).default(0.8),
      benefitGovernment: z.number().min(0).default(1.2),
      benefitEnterprise: z.number().min(0).default(0.7),
      costGovernment: z.number().positive().default(2),
      costEnterprise: z.number().positive().default(3),
      supervisionCost: z.number().min(0).default(3),
      fine: z.number().min(0).default(4),
      reward: z.number().min(0).default(1),
      loss: z.number().min(0).default(5),
      qualityCost: z.number().min(0).default(2.5),
      qualityBenefit: z.number().min(0).default(1.5),
    })
    .prefault({}),
  localShare: z.number().min(0).max(1).default(0.6),
  benchHeightM: z.number().positive().max(100).default(10),
  packagesPerUnit: z.number().int().min(1).max(60).default(12),
  gap: z.number().min(0).max(0.2).default(0),
  timeLimitS: z.number().positive().max(36_000).default(60),
});
export type PlanSettings = z.infer<typeof planSettingsSchema>;
