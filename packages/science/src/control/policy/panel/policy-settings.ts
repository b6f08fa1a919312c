import { z } from 'zod';

const amount = z.number().min(0);
const share = z.number().min(0).max(1);
const speed = z.number().positive().max(20);

const tracker = (effect: number, missCost: number, effortCost: number, target: number) =>
  z
    .strictObject({
      effect: z.number().positive().default(effect),
      missCost: z.number().positive().default(missCost),
      effortCost: z.number().positive().default(effortCost),
      target: z.number().default(target),
    })
    .prefault({});

/** Money by state of a unit, a hectare. */
const byState = (bare: number, sparse: number, established: number, failed: number, selfSustaining: number) =>
  z
    .strictObject({
      bare: z.number().default(bare),
      sparse: z.number().default(sparse),
      established: z.number().default(established),
      failed: z.number().default(failed),
      'self-sustaining': z.number().default(selfSustaining),
    })
    .prefault({});

/**
 * Figures of the games and decision processes beyond `plan.games`. All defaults are illustrative: nobody measured them,
 * the panel marks each one that is still in use, and no schedule depends on any.
 */
export const policySettingsSchema = z.strictObject({
  altruism: z.strictObject({ government: share.default(0.3), enterprise: share.default(0.3) }).prefault({}),
  outcomeIncentive: z
    .strictObject({ government: amount.default(0), enterprise: amount.default(0.5) })
    .prefault({}),
  processSubsidy: z.number().min(0).max(0.95).default(0.2),
  public: z
    .strictObject({
      effect: amount.default(0.2),
      benefit: amount.default(0.3),
      cost: z.number().positive().default(1),
    })
    .prefault({}),
  concession: z
    .strictObject({
      years: z.array(z.number().int().min(1).max(100)).min(2).max(8).default([5, 10, 15, 20, 30]),
      industry: z
        .strictObject({
          effect: amount.default(0.5),
          cost: z.number().positive().default(2),
          income: amount.default(0.5),
          publicIncome: amount.default(0.2),
          decay: speed.default(0.15),
          fromRestoration: amount.default(0.1),
          startQuality: z.number().default(0),
        })
        .prefault({}),
    })
    .prefault({}),
  holding: z
    .strictObject({
      decay: z.number().min(0).max(20).default(0.1),
      startQuality: z.number().default(0.1),
      government: tracker(0.8, 1, 0.5, 0.8),
      enterprise: tracker(0.6, 0.6, 0.4, 0.8),
    })
    .prefault({}),
  threshold: z
    .strictObject({
      rate: speed.default(0.3),
      capacity: z.number().positive().default(1),
      tippingPoint: z.number().positive().nullable().default(0.3),
      benefit: amount.default(1),
      effect: z.number().positive().default(0.1),
      effortCost: z.number().positive().default(30),
      effortHigh: amount.max(1000).default(1),
    })
    .refine(({ tippingPoint, capacity }) => tippingPoint === null || tippingPoint < capacity, {
      error: 'the tipping point lies below the capacity',
      path: ['tippingPoint'],
    })
    .prefault({}),
  upkeep: z
    .strictObject({
      recovery: z
        .strictObject({
          rate: speed.default(0.15),
          lnRateSd: z.number().min(0).max(5).default(0.3),
          asymptote: z.number().positive().max(1.5).default(0.9),
          survival: share.default(0.8),
        })
        .prefault({}),
      bands: z
        .strictObject({
          sparse: z.number().positive().max(1).default(0.15),
          established: z.number().positive().max(1).default(0.45),
          selfSustaining: z.number().positive().max(1).default(0.75),
        })
        .refine((bands) => bands.sparse < bands.established && bands.established < bands.selfSustaining, {
          error: 'sparse < established < selfSustaining',
        })
        .prefault({}),
      shares: z
        .strictObject({
          naturalRate: amount.default(0.15),
          relapse: z
            .strictObject({
              sparse: share.default(0.25),
              established: share.default(0.06),
              selfSustaining: share.default(0.01),
            })
            .prefault({}),
          secondPlanting: share.default(0.85),
          irrigation: z
            .strictObject({ protects: share.default(0.6), speeds: amount.default(0.3) })
            .prefault({}),
        })
        .prefault({}),
      benefitPerHa: byState(0, 600, 2000, 0, 3500),
      costPerHa: z
        .strictObject({
          wait: amount.default(150),
          replant: amount.default(9000),
          irrigate: amount.default(1500),
          close: amount.default(300),
        })
        .prefault({}),
      releasePerHa: byState(0, 0, 3000, 0, 12_000),
    })
    .prefault({}),
  citizens: z
    .strictObject({
      reportCost: amount.default(0.3),
      reportReward: amount.default(1),
      exposure: amount.default(2),
      disrepute: amount.default(2),
      harm: amount.default(1.5),
    })
    .prefault({}),
});
export type PolicySettings = z.infer<typeof policySettingsSchema>;
