import { z } from 'zod';
import type { EvidenceComplaint } from './complaint.ts';
import { DEFAULT_GRADE_RULE, type GradeRule } from './grade-rule.ts';
import { dashed, firstFault, looseObject } from './loose-object.ts';

const condition = z.object({ if: z.string(), add: z.number().int() });
const schema = looseObject({
  start: z.record(z.string(), z.number().min(0).max(4)),
  up: z.array(condition).default([]),
  down: z.array(condition).default([]),
  clamp: z.tuple([z.number(), z.number()]).default([0, 4]),
});

type Conditions = Omit<GradeRule, 'start' | 'lowest' | 'highest'>;
const NUMBER = '(\\d+(?:\\.\\d+)?)';

/** The conditions as a codebook writes them, and what each means. Spaces and case do not matter. */
const CONDITIONS: readonly {
  readonly pattern: RegExp;
  readonly read: (numbers: readonly number[], add: number) => Partial<Conditions>;
}[] = [
  {
    pattern: phrase(`abs(lnRR) >= ${NUMBER} and prediction interval excludes 0`),
    read: ([atLeast], add) => ({ largeEffect: { atLeast: atLeast!, add } }),
  },
  {
    pattern: phrase(`k_studies >= ${NUMBER} and I2 < ${NUMBER}`),
    read: ([studies, i2Below], add) => ({
      manyConsistent: { studies: studies!, i2Below: i2Below!, add },
    }),
  },
  {
    pattern: phrase(`k_studies < ${NUMBER}`),
    read: ([below], add) => ({ fewStudies: { below: below!, add } }),
  },
  {
    pattern: phrase(`I2 >= ${NUMBER} or sign disagreement > ${NUMBER} %`),
    read: ([i2AtLeast, share], add) => ({
      inconsistent: { i2AtLeast: i2AtLeast!, disagreementAbovePercent: share!, add },
    }),
  },
  { pattern: phrase('median validity low'), read: (_, add) => ({ lowValidity: { add } }) },
  {
    pattern: phrase("no study in the site's climate class or commodity"),
    read: (_, add) => ({ noSiteMatch: { add } }),
  },
  { pattern: phrase('95 % CI includes 0'), read: (_, add) => ({ intervalIncludesZero: { add } }) },
  {
    pattern: phrase(`Egger p < ${NUMBER} with k >= ${NUMBER}`),
    read: ([pBelow, studies], add) => ({ asymmetry: { pBelow: pBelow!, studies: studies!, add } }),
  },
];

/**
 * The grade rule of a codebook: `start` by design, `up` and `down` as lists of `{if, add}` in the words of `CONDITIONS` with
 * numbers of one's own, `clamp`. A condition in other words is not applied, and complained of.
 *
 * @param value undefined: the default rule
 */
export function readGradeRule(
  value: unknown,
  where: string,
): { readonly rule: GradeRule; readonly complaints: readonly EvidenceComplaint[] } {
  if (value === undefined) return { rule: DEFAULT_GRADE_RULE, complaints: [] };
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    const { path, fault } = firstFault(parsed.error);
    return {
      rule: DEFAULT_GRADE_RULE,
      complaints: [{ where: `${where}.${path}`, kind: 'malformed', params: fault }],
    };
  }
  const { start, up, down, clamp } = parsed.data;
  const complaints: EvidenceComplaint[] = [];
  let conditions: Conditions = {
    largeEffect: null,
    manyConsistent: null,
    fewStudies: null,
    inconsistent: null,
    lowValidity: null,
    noSiteMatch: null,
    intervalIncludesZero: null,
    asymmetry: null,
  };
  for (const [list, entries] of Object.entries({ up, down }))
    entries.forEach(({ if: text, add }, i) => {
      for (const { pattern, read } of CONDITIONS) {
        const found = pattern.exec(text.trim());
        if (found === null) continue;
        conditions = { ...conditions, ...read(found.slice(1).map(Number), add) };
        return;
      }
      complaints.push({ where: `${where}.${list}.${i}`, kind: 'unknown-condition', params: { got: text } });
    });
  return {
    rule: {
      start: Object.fromEntries(Object.entries(start).map(([design, points]) => [dashed(design), points])),
      ...conditions,
      lowest: clamp[0],
      highest: clamp[1],
    },
    complaints,
  };
}

/** A pattern for the whole of a phrase; spaces count as any space or none. */
function phrase(text: string): RegExp {
  const literal = text
    .split(NUMBER)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s*'))
    .join(NUMBER);
  return new RegExp(`^${literal}$`, 'i');
}
