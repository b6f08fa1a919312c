import { z } from 'zod';

const share = z.number().min(0).max(1);

/** What futures are drawn with, beside the priors of the library. Unverified defaults of control. */
export const worthSettingsSchema = z.strictObject({
  droughts: share.default(0.12).describe('Probability that a year is a drought'),
  droughtSurvival: share
    .default(0.5)
    .describe('Survival of what is planted into a drought, as a share of what it would have been'),
  dieOffs: share
    .default(0.03)
    .describe('Probability that a planted unit loses much of what has grown, each year'),
  dieOffShare: z
    .tuple([share, share])
    .default([0.3, 0.8])
    .describe('Share of what has grown that such a year takes, from and to'),
  seasonsAfter: z
    .number()
    .int()
    .min(0)
    .max(50)
    .default(5)
    .describe('Seasons that are looked at after the last year in which works may begin'),
});
export type WorthSettings = z.infer<typeof worthSettingsSchema>;
