import { z } from 'zod';

/** Status words of OGC API Processes. */
export const jobStatus = z.enum(['accepted', 'running', 'successful', 'failed', 'dismissed']);
export type JobStatus = z.infer<typeof jobStatus>;

/** Long work: one command line in a process of its own. Survives a restart of the server. */
export const job = z.object({
  id: z.string(),
  project: z.string(),
  verb: z.string(),
  /** The command line a person would type. */
  line: z.string(),
  status: jobStatus,
  /** 0..100, never decreases. */
  progress: z.number(),
  /** Stage k of n, as the command tells it; `step` is a catalogue key under `step.`. */
  stage: z.object({ step: z.string(), index: z.number(), count: z.number() }).nullable(),
  done: z.number().nullable(),
  total: z.number().nullable(),
  etaS: z.number().nullable(),
  created: z.string(),
  started: z.string().nullable(),
  finished: z.string().nullable(),
  /** How often it was begun: 2 and more after a restart of the server. */
  attempts: z.number(),
  /** The envelope the command printed; null until it ended. */
  result: z.unknown().nullable(),
  /** Last lines it wrote, newest last. */
  log: z.array(z.string()),
});
export type Job = z.infer<typeof job>;
