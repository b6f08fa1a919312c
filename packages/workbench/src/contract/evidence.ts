import { z } from 'zod';

const verdict = z.enum(['include', 'exclude', 'unsure', 'conflict', 'waiting', 'unscreened']);
const author = z.object({ family: z.string(), given: z.string(), literal: z.string() });

/** One work of a review in one line. */
export const evidenceRow = z.object({
  /** First key of the work, and keys of all its records. */
  key: z.string(),
  keys: z.array(z.string()),
  title: z.string().nullable(),
  authors: z.array(z.string()),
  year: z.number().nullable(),
  journal: z.string().nullable(),
  doi: z.string().nullable(),
  /** Where it stands at each stage of screening. */
  titleAbstract: verdict,
  fullText: verdict,
  /** True where somebody coded it, and how many findings in force cite it. */
  coded: z.boolean(),
  findings: z.number(),
});
export type EvidenceRow = z.infer<typeof evidenceRow>;

export const evidencePage = z.object({
  total: z.number(),
  offset: z.number(),
  rows: z.array(evidenceRow),
  /** Works by where they stand at title and abstract. */
  counts: z.record(z.string(), z.number()),
  revision: z.string(),
});

/** A record as it was read. Fields that no export gave are null. */
export const evidenceReference = z.looseObject({
  key: z.string(),
  title: z.string().nullable(),
  authors: z.array(author),
  year: z.number().nullable(),
  abstract: z.string().nullable(),
});

export const evidenceWork = z.object({
  row: evidenceRow,
  /** The record whose fields were taken, with what the others add. */
  reference: evidenceReference,
  screening: z.array(z.looseObject({ record: z.string(), decision: z.string() })),
  codings: z.array(z.looseObject({ study: z.string(), code: z.string() })),
  findings: z.array(z.looseObject({ id: z.string() })),
});

export const evidenceSources = z.object({
  sources: z.array(z.looseObject({ sha256: z.string(), file: z.string() })),
});

export const evidenceDuplicates = z.object({
  counts: z.looseObject({}),
  /** Keys of the records of each work of two or more. */
  groups: z.array(z.array(z.string())),
  /** Pairs a person should look at, with both records as far as they are there. */
  manual: z.array(
    z.looseObject({
      a: z.string(),
      b: z.string(),
      rule: z.string(),
      first: evidenceReference.nullable(),
      second: evidenceReference.nullable(),
    }),
  ),
  links: z.array(z.looseObject({ a: z.string(), b: z.string() })),
  conflicts: z.array(z.unknown()),
});

export const evidenceStudies = z.object({
  studies: z.array(z.object({ study: z.string(), codes: z.array(z.string()) })),
  disputed: z.array(z.unknown()),
  themes: z.array(z.unknown()),
  agreement: z.looseObject({ coders: z.array(z.string()) }),
});

export const evidenceFindings = z.object({
  findings: z.array(z.looseObject({ id: z.string() })),
  withdrawn: z.array(z.looseObject({ finding: z.string() })),
  complaints: z.array(z.unknown()),
});
