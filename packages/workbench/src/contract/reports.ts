import { z } from 'zod';

/** A document that was written. */
export const reportFile = z.object({
  /** Name in the folder `reports`, the last part of its address. */
  file: z.string(),
  /** Null for a file that no template of ours wrote. */
  template: z.string().nullable(),
  language: z.enum(['zh', 'en']).nullable(),
  /** Of a season report. */
  year: z.number().nullable(),
  bytes: z.number(),
  sha256: z.string(),
  /** When it was written, ISO 8601, UTC. */
  made: z.string(),
  /** What it tells was made anew since, or is stale itself. */
  stale: z.boolean(),
});

export const reportList = z.object({
  /** Newest first. */
  reports: z.array(reportFile),
  templates: z.array(
    z.object({
      id: z.string(),
      languages: z.array(z.enum(['zh', 'en'])),
      /** Endings of what it writes. */
      formats: z.array(z.string()),
      ready: z.boolean(),
      /** How many things it needs. */
      needs: z.number().int(),
      /** What has to be there first, as catalogue keys `report-needs.*`. */
      missing: z.array(z.string()),
    }),
  ),
});
export type ReportList = z.infer<typeof reportList>;
