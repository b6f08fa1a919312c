import { z } from 'zod';

/** One unit in one line: what table, map and chart share. Numbers are null where nothing is known, never zero. */
export const unitRow = z.object({
  id: z.string(),
  name: z.string().nullable(),
  damage: z.string().nullable(),
  areaHa: z.number().nullable(),
  /** Last known median of the ecological index, and its year. */
  lastMedian: z.number().nullable(),
  lastYear: z.number().nullable(),
  slopePerYear: z.number().nullable(),
  slopeP: z.number().nullable(),
  greatestLoss: z.number().nullable(),
  greatestLossEnd: z.number().nullable(),
  /** Diagnosis. */
  problems: z.number().nullable(),
  priority: z.number().nullable(),
  class: z.string().nullable(),
  /** Plan or programme in force. */
  package: z.string().nullable(),
  planYear: z.number().nullable(),
  cost: z.number().nullable(),
  /** Last season. */
  state: z.string().nullable(),
  reach: z.number().nullable(),
  openAlerts: z.number(),
});
export type UnitRow = z.infer<typeof unitRow>;

export const unitPage = z.object({
  total: z.number(),
  offset: z.number(),
  rows: z.array(unitRow),
  /** Changes when anything below changes; sent back with a change, it shows that somebody else was faster. */
  revision: z.string(),
});
export type UnitPage = z.infer<typeof unitPage>;

/** One index of all units in one year, column by column; null where a unit was not seen. */
export const unitValues = z.object({
  index: z.string(),
  year: z.number(),
  /** Ids, in the order of the site; the other columns go with them. */
  units: z.array(z.string()),
  median: z.array(z.number().nullable()),
  p25: z.array(z.number().nullable()),
  p75: z.array(z.number().nullable()),
  validCount: z.array(z.number()),
  pixelCount: z.array(z.number()),
});
export type UnitValues = z.infer<typeof unitValues>;
