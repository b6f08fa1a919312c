import { z } from 'zod';

const record = z.string().min(1);
const kind = z.enum(['database', 'register', 'website', 'organisation', 'citation', 'other']);

/**
 * One thing that happened to one record in a review. Events are only ever added; the latest of a kind counts, so a decision is
 * changed by another one, and taken back by `undecided`.
 *
 * `found` a source gave the record; `unreported` a source gave records and nobody says how many; `removed` before screening;
 * `restored` a removal was a mistake; `screened` by title and abstract (for other ways of finding: worth seeking or not);
 * `retrieved` whether the report could be had; `assessed` on reading it; `belongs` the report tells of this study.
 */
export const flowEventSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('found'), record, source: z.string().min(1), from: kind }),
  z.object({ kind: z.literal('unreported'), source: z.string().min(1), from: kind }),
  z.object({ kind: z.literal('removed'), record, why: z.enum(['duplicate', 'automation', 'other']) }),
  z.object({ kind: z.literal('restored'), record }),
  z.object({ kind: z.literal('screened'), record, verdict: z.enum(['include', 'exclude', 'undecided']) }),
  z.object({ kind: z.literal('retrieved'), record, verdict: z.enum(['yes', 'no', 'undecided']) }),
  z.object({
    kind: z.literal('assessed'),
    record,
    verdict: z.enum(['include', 'exclude', 'undecided']),
    /** Id of an exclusion reason; of an exclusion. */
    reason: z.string().min(1).optional(),
  }),
  z.object({ kind: z.literal('belongs'), record, study: z.string().min(1) }),
]);

export type FlowEvent = z.output<typeof flowEventSchema>;
