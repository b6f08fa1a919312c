import type { Unknown } from '../../base/index.ts';
import { agreementTable, cohenKappa, gwetAc1 } from '../agreement/index.ts';
import { decisionsInOrder, type ScreenDecision, type ScreenStage } from './screen-decision.ts';

/** How far two screeners agree. */
export interface ScreenerAgreement {
  readonly first: string;
  readonly second: string;
  /** Records on which both said include or exclude. */
  readonly compared: number;
  /** Records both spoke of, where one at least was unsure. */
  readonly unsure: number;
  /** By the first screener, then the second: include, exclude. */
  readonly table: readonly (readonly number[])[];
  readonly kappa: number | Unknown;
  readonly ac1: number | Unknown;
}

/**
 * Agreement of every two screeners on what each said first, before any talk about it. Settling decisions do not count.
 *
 * @returns pairs in the order in which screeners first spoke; those with no record in common are left out
 */
export function screenerAgreement(
  decisions: readonly ScreenDecision[],
  stage: ScreenStage,
): ScreenerAgreement[] {
  const first = new Map<string, Map<string, ScreenDecision['decision']>>();
  for (const { screener, record, decision, settles } of decisionsInOrder(decisions, stage)) {
    if (settles) continue;
    const said = first.get(screener) ?? new Map<string, ScreenDecision['decision']>();
    first.set(screener, said);
    if (!said.has(record)) said.set(record, decision);
  }
  const screeners = [...first.keys()];
  return screeners.flatMap((a, i) =>
    screeners.slice(i + 1).flatMap((b) => {
      const records = [...first.get(a)!.keys()].filter((record) => first.get(b)!.has(record));
      if (records.length === 0) return [];
      const sure = (screener: string): ('include' | 'exclude' | null)[] =>
        records.map((record) => {
          const decision = first.get(screener)!.get(record)!;
          return decision === 'unsure' ? null : decision;
        });
      const table = agreementTable(sure(a), sure(b), ['include', 'exclude']);
      const compared = table.flat().reduce((sum, count) => sum + count, 0);
      return [
        {
          first: a,
          second: b,
          compared,
          unsure: records.length - compared,
          table,
          kappa: cohenKappa(table),
          ac1: gwetAc1(table),
        },
      ];
    }),
  );
}
