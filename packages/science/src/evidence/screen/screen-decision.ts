import { z } from 'zod';
import { AftermineError } from '../../base/index.ts';

export const SCREEN_STAGES = ['title-abstract', 'full-text'] as const;
export type ScreenStage = (typeof SCREEN_STAGES)[number];

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/;

/**
 * One thing one screener said of one record. Decisions are only ever added: a later one of the same screener, record and stage
 * stands in place of the earlier, which is kept.
 */
export const screenDecisionSchema = z
  .object({
    /** Key of the record. */
    record: z.string().min(1),
    screener: z.string().min(1),
    stage: z.enum(SCREEN_STAGES),
    decision: z.enum(['include', 'exclude', 'unsure']),
    /** Id of an exclusion reason; an exclusion on the full text needs one. */
    reason: z.string().min(1).nullable().default(null),
    /** When, in UTC: `2026-03-01T09:30:00Z`. */
    at: z.string().regex(INSTANT),
    /** Ends a conflict: said by whoever was asked to, or by the screeners together. It stands above single decisions. */
    settles: z.boolean().default(false),
  })
  .refine(
    ({ stage, decision, reason }) => stage !== 'full-text' || decision !== 'exclude' || reason !== null,
    {
      path: ['reason'],
    },
  );

export type ScreenDecision = z.output<typeof screenDecisionSchema>;

/**
 * Reads decisions as they were kept.
 *
 * @throws InvalidInput `E-SCR-004` for the first that does not fit, with the place and the field
 */
export function readScreenDecisions(rows: readonly unknown[]): ScreenDecision[] {
  return rows.map((row, i) => {
    const parsed = screenDecisionSchema.safeParse(row);
    if (parsed.success) return parsed.data;
    const path = parsed.error.issues[0]?.path.join('.') ?? '';
    throw new AftermineError('InvalidInput', 'E-SCR-004', {
      where: path === '' ? `decisions[${i}]` : `decisions[${i}].${path}`,
    });
  });
}

/** Decisions of one stage by time and, at the same time, by their place in the list. */
export function decisionsInOrder(decisions: readonly ScreenDecision[], stage: ScreenStage): ScreenDecision[] {
  // sort keeps the order of equals; without the mark of the zone `00Z` comes before `00.5Z`
  const instant = ({ at }: ScreenDecision): string => at.slice(0, -1);
  return decisions
    .filter((decision) => decision.stage === stage)
    .sort((a, b) => (instant(a) < instant(b) ? -1 : instant(a) > instant(b) ? 1 : 0));
}
