import { z } from 'zod';
import { policySettingsSchema } from './policy/panel/policy-settings.ts';

const role = z.enum(['officer', 'engineer', 'field', 'viewer']);

/** Settings of the control step: everything here is part of the lineage of a season. */
export const controlSettingsSchema = z.strictObject({
  target: z
    .number()
    .min(0.1)
    .max(1.2)
    .default(0.8)
    .describe('Closeness to the reference that counts as recovered'),
  acceptanceYears: z
    .number()
    .int()
    .min(1)
    .max(50)
    .default(10)
    .describe('Years after the works stand at which recovery is accepted or not'),
  filter: z
    .strictObject({
      curve: z.enum(['saturating', 'logistic']).default('saturating'),
      seasonNoise: z
        .number()
        .positive()
        .max(0.5)
        .default(0.015)
        .describe('Standard deviation of closeness from one season to the next that is no recovery'),
      looksNoise: z
        .number()
        .min(0)
        .max(0.5)
        .default(0.02)
        .describe('Error of a yearly closeness however many pixels it was made from, as standard deviation'),
      pixelsPerLook: z
        .number()
        .min(1)
        .max(1000)
        .default(9)
        .describe('Neighbouring pixels that count as one independent look'),
      drift: z
        .number()
        .min(0)
        .max(1)
        .default(0.05)
        .describe('Yearly drift of rate and asymptote (standard deviation of ln rate and logit asymptote)'),
    })
    .prefault({}),
  alarms: z
    .strictObject({
      innovation: z
        .number()
        .positive()
        .default(3)
        .describe('Standardised departure that is an alarm by itself'),
      slack: z.number().min(0).default(0.75).describe('Slack of the cumulative sum, standard deviations'),
      limit: z.number().positive().default(1.6).describe('Limit of the cumulative sum, standard deviations'),
      relapseDrop: z.number().min(0).max(1).default(0.15).describe('Loss of closeness that is a relapse'),
      stallSeasons: z.number().int().min(1).default(3).describe('Seasons without progress that are a stall'),
      behind: z
        .number()
        .min(0)
        .max(1)
        .default(0.1)
        .describe('Probability of reaching the target in time below which a unit is behind'),
      minDisturbanceHa: z.number().min(0).default(0.5),
      perSeason: z.number().int().min(1).default(5).describe('Alerts shown; the rest is folded'),
    })
    .prefault({}),
  permitted: z.string().optional().describe('Areas where disturbance is permitted, relative to the project'),
  works: z
    .string()
    .optional()
    .describe(
      'Table of field notes (works, survival), relative to the project; inputs/field-notes.csv if there',
    ),
  replan: z
    .strictObject({
      riskMargin: z
        .number()
        .min(0)
        .max(3)
        .default(0.5)
        .describe('Standard deviations taken off what was learned before it is planned with'),
      churn: z
        .number()
        .min(0)
        .default(0.1)
        .describe('Share of the weighted value of what was planned by which a change must beat it'),
      replant: z
        .strictObject({
          closeness: z.number().min(0).max(1).default(0.5),
          years: z.number().int().min(1).max(30).default(5),
          probability: z.number().min(0).max(1).default(0.6),
          share: z.number().min(0).max(1).default(0.4).describe('Cost of replanting as a share of the works'),
          gaps: z
            .boolean()
            .default(true)
            .describe('Gaps are planted once more where that is worth money the plan leaves over'),
        })
        .prefault({})
        .describe(
          'Replanting is proposed where closeness stays below this in so many years, with this probability',
        ),
    })
    .prefault({}),
  policy: policySettingsSchema
    .prefault({})
    .describe(
      'Figures of the games that explain incentives and upkeep; no schedule, budget or alert reads them',
    ),
  people: z
    .array(z.strictObject({ id: z.string().min(1), name: z.string().min(1), role }))
    .default([])
    .describe(
      'Who may do what: officers close and override; engineers and field staff rectify; without people anybody may',
    ),
});
export type ControlSettings = z.infer<typeof controlSettingsSchema>;
export type ControlRole = z.infer<typeof role>;
