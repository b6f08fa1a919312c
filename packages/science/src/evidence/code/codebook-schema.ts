import { z } from 'zod';
import { camelKeys, looseObject } from './loose-object.ts';

/** Text in one language (by its script) or in both. */
const HAN = /\p{Script=Han}/u;
export const labelText = z
  .union([z.string().min(1), z.object({ en: z.string().optional(), zh: z.string().optional() })])
  .transform((label) =>
    typeof label === 'string'
      ? HAN.test(label)
        ? { en: null, zh: label }
        : { en: label, zh: null }
      : { en: label.en ?? null, zh: label.zh ?? null },
  );
export const NO_LABEL = { en: null, zh: null } as const;

const origin = z.enum(['P', 'X']);
export const id = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u, 'letters, digits, . _ -');
const textList = z.array(z.string());

/** One code without its parts; a plain text is a code of that id. */
export const codeSchema = z.preprocess(
  (value) => (typeof value === 'string' ? { id: value } : camelKeys(value)),
  z.object({
    id,
    label: labelText.optional(),
    origin: origin.optional(),
    children: z.array(z.unknown()).default([]),
    refs: textList.default([]),
    missingRefs: z.array(z.number().int()).default([]),
    note: z.string().optional(),
    unit: z.string().optional(),
    direction: z.enum(['higher', 'lower', 'target']).optional(),
    target: z.tuple([z.number(), z.number()]).optional(),
    effect: z.enum(['lnRR', 'MD', 'SMD', 'OR', 'RR']).optional(),
    planLink: z.union([z.string().transform((link) => [link]), textList]).default([]),
  }),
);

export const facetSchema = looseObject({
  label: labelText.optional(),
  origin: origin.default('X'),
  codes: z.array(z.unknown()).default([]),
});

export const searchSchema = looseObject({
  origin: origin.default('X'),
  sources: z.array(looseObject({ id, name: z.string() })).default([]),
  sourcesOpenEnded: z.boolean().default(false),
  window: looseObject({ from: z.unknown(), to: z.unknown() }).optional(),
  keywords: z.array(looseObject({ id, term: z.string(), zh: z.string().optional() })).default([]),
  boolean: looseObject({ origin: origin.default('X'), expression: z.string() }).optional(),
  reportedCounts: z.unknown(),
});

export const eligibilitySchema = looseObject({
  id,
  stage: z
    .string()
    .transform((stage) => stage.replaceAll('_', '-'))
    .pipe(z.enum(['title-abstract', 'full-text']))
    .optional(),
  rule: labelText.optional(),
  label: labelText.optional(),
  origin: origin.default('X'),
});

export const agreementSchema = looseObject({
  statistic: z.string().default('krippendorff_alpha_nominal'),
  accept: z.number().min(0).max(1).default(0.8),
  tentative: z.number().min(0).max(1).default(0.667),
  minDoubleCoded: z.number().min(0).max(1).default(0.2),
});

export const appraisalSchema = looseObject({
  id,
  q: labelText.optional(),
  question: labelText.optional(),
  origin: origin.default('X'),
});

export const headingSchema = looseObject({
  id,
  label: labelText,
  origin: origin.default('P'),
  facets: textList.default([]),
});

export const referenceSchema = looseObject({
  id,
  n: z.number().int().positive(),
  title: z.string(),
  year: z.number().int().optional(),
});

export const missingReferenceSchema = looseObject({
  n: z.number().int().positive(),
  topicFromUse: z.string().optional(),
  topic: z.string().optional(),
  searchHint: z.string().optional(),
});

export const metaSchema = looseObject({
  id,
  version: z.union([z.string(), z.number()]).transform(String).default('0'),
  title: labelText.optional(),
  multiCode: z.boolean().default(true),
  agreement: agreementSchema.prefault({}),
});

export const gapMapSchema = looseObject({ rows: z.string(), columns: z.string() });

export const validitySchema = looseObject({
  high: z.number().min(0).max(1),
  moderate: z.number().min(0).max(1),
});
