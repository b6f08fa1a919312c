import { z } from 'zod';
import { policySettingsSchema } from './policy/panel/policy-settings.ts';

const role = z.enum(['officer', 'engineer', 'field', 'viewer']);

/** Settings of the control step: everything here is part of the lineage of a season. What each means stands in `base/settings-texts`. */
export const controlSettingsSchema = z.strictObject({
  target: z.number().min(0.1).max(1.2).default(0.8),
  acceptanceYears: z.number().int().min(1).max(50).default(10),
  filter: z
    .strictObject({
      curve: z.enum(['saturating', 'logistic']).default('saturating'),
      seasonNoise: z.number().positive().max(0.5).default(0.015),
      looksNoise: z.number().min(0).max(0.5).default(0.02),
      pixelsPerLook: z.number().min(1).max(1000).default(9),
      drift: z.number().min(0).max(1).default(0.05),
    })
    .prefault({}),
  alarms: z
    .strictObject({
      innovation: z.number().positive().default(3),
      slack: z.number().min(0).default(0.75),
      limit: z.number().positive().default(1.6),
      relapseDrop: z.number().min(0).max(1).default(0.15),
      stallSeasons: z.number().int().min(1).default(3),
      behind: z.number().min(0).max(1).default(0.1),
      minDisturbanceHa: z.number().min(0).default(0.5),
      perSeason: z.number().int().min(1).default(5),
    })
    .prefault({}),
  permitted: z.string().optional(),
  works: z.string().optional(),
  replan: z
    .strictObject({
      riskMargin: z.number().min(0).max(3).default(0.5),
      churn: z.number().min(0).default(0.1),
      replant: z
        .strictObject({
          closeness: z.number().min(0).max(1).default(0.5),
          years: z.number().int().min(1).max(30).default(5),
          probability: z.number().min(0).max(1).default(0.6),
          share: z.number().min(0).max(1).default(0.4),
          gaps: z.boolean().default(true),
        })
        .prefault({}),
    })
    .prefault({}),
  policy: policySettingsSchema.prefault({}),
  people: z.array(z.strictObject({ id: z.string().min(1), name: z.string().min(1), role })).default([]),
});
export type ControlSettings = z.infer<typeof controlSettingsSchema>;
export type ControlRole = z.infer<typeof role>;
