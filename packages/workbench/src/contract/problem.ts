import { z } from 'zod';

/** An error as every endpoint answers it: the same words as the command line. */
export const problem = z.object({
  ok: z.literal(false),
  error: z.object({
    code: z.string(),
    tag: z.string(),
    message: z.string(),
    hint: z.string(),
    where: z.string().optional(),
    expected: z.union([z.string(), z.number(), z.boolean(), z.null()]).optional(),
    got: z.union([z.string(), z.number(), z.boolean(), z.null()]).optional(),
  }),
});
export type Problem = z.infer<typeof problem>;
