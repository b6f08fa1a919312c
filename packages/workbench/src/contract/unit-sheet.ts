import { z } from 'zod';
import { unitRow } from './unit-row.ts';

const maybe = z.number().nullable();

/** One index of one unit in one year; numbers are null together, and then `reason` says why (words: `unknown.<reason>`). */
export const unitYear = z.object({
  zone: z.enum(['boundary', 'unit', 'reference']),
  unitId: z.string(),
  index: z.string(),
  year: z.number(),
  mean: maybe,
  median: maybe,
  p25: maybe,
  p75: maybe,
  validShare: z.number(),
  pixelCount: z.number(),
  validCount: z.number(),
  reason: z.unknown().nullable(),
});

export const unitChange = z.object({
  zone: z.enum(['boundary', 'unit', 'reference']),
  unitId: z.string(),
  index: z.string(),
  kind: z.enum(['disturbance', 'recovery']),
  startYear: z.number(),
  endYear: z.number(),
  preValue: z.number(),
  magnitude: z.number(),
  duration: z.number(),
  rate: z.number(),
  dsnr: maybe,
});

/** Everything known of one unit. What a step has not made yet is null; records are those of the command line. */
export const unitSheet = z.object({
  row: unitRow,
  /** Words of the user's file, and of registers. */
  facts: z.object({
    yearDamaged: maybe,
    yearReclaimed: maybe,
    register: z.unknown().nullable(),
    properties: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  }),
  /** On the ellipsoid, hectares. */
  geometryArea: z.number(),
  /** West, south, east, north in the CRS of the project. */
  extent: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  /** Index that charts begin with. */
  leadingIndex: z.string().nullable(),
  series: z.array(unitYear),
  changes: z.array(unitChange),
  /** `ZoneTrend | Unknown` by index. */
  trends: z.record(z.string(), z.unknown()),
  /** `RecoveryRecord | Unknown`. */
  recovery: z.unknown().nullable(),
  /** Segmentation: vertices with the years either side, and what lies between them year by year. */
  trajectory: z
    .object({
      index: z.string(),
      status: z.enum(['fitted', 'flat', 'unknown']),
      reason: z.unknown().nullable(),
      vertices: z.array(
        z.object({ year: z.number(), value: z.number(), yearLow: z.number(), yearHigh: z.number() }),
      ),
      fitted: z.array(z.object({ year: z.number(), value: z.number() })),
    })
    .nullable(),
  /** Unit minus reference, by index. */
  gapToReference: z.record(
    z.string(),
    z.array(z.object({ year: z.number(), gap: z.number(), low: z.number(), high: z.number() })).readonly(),
  ),
  /** Median over the reference areas, by index. */
  reference: z.record(z.string(), z.array(z.object({ year: z.number(), median: z.number() }))),
  /** `Finding`s. */
  findings: z.array(z.unknown()),
  /** `UnitDiagnosis`. */
  diagnosis: z.unknown().nullable(),
  /** `PlannedUnit` of the programme in force, or of the plan. */
  plan: z.unknown().nullable(),
  /** Names the plan knows its ids by, in both languages. */
  names: z.unknown().nullable(),
  /** Year of the last season and the `UnitSeason` of it. */
  season: z.object({ year: z.number(), target: z.number(), unit: z.unknown() }).nullable(),
  /** `{alarm, case, history}`, open ones first. */
  alarms: z.array(z.object({ alarm: z.unknown(), case: z.unknown(), history: z.array(z.unknown()) })),
  /** What was done, from register, programme and history: for markers on a time axis. */
  events: z.array(z.object({ year: z.number(), kind: z.string(), detail: z.string().nullable() })),
});
export type UnitSheet = z.infer<typeof unitSheet>;
