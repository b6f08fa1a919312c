import { isUnknown, type Language, say } from '../../base/index.ts';
import type { ScorecardLine, SeasonResult } from '../../control/index.ts';
import { numberText, percentText } from '../observation/number-text.ts';
import { reasonText } from '../observation/trend-sentences.ts';
import { lineStart, toldText } from './season-words.ts';

/** How a figure stands to what was planned by now. */
export type ScoreStanding = 'kept' | 'below' | 'above' | 'open';

export interface ScoreRow {
  readonly id: string;
  readonly dimension: ScorecardLine['dimension'];
  readonly name: string;
  readonly value: string;
  readonly planned: string;
  /** Value over planned; null where either is not known or nothing was planned. */
  readonly ratio: number | null;
  readonly standing: ScoreStanding;
  readonly evidence: readonly string[];
}

/** Figures of which more than was planned is no gain. */
const COSTS: ReadonlySet<string> = new Set(['spent', 'paid']);
/** A tenth below the plan counts as kept; principles judge by the same tenth. */
const TENTH = 0.1;

/**
 * The scorecard in words.
 *
 * @param money an amount in the manner of the language
 */
export function scorecardTable(
  { scorecard, currency }: Pick<SeasonResult, 'scorecard' | 'currency'>,
  language: Language,
  money: (amount: number) => string,
): readonly ScoreRow[] {
  return scorecard.map(({ id, dimension, value, planned, unit, evidence }) => {
    const text = (one: ScorecardLine['value']): string =>
      isUnknown(one) ? reasonText(language, one) : amount(one, unit, currency, language, money);
    const ratio = isUnknown(value) || isUnknown(planned) || planned === 0 ? null : value / planned;
    return {
      id,
      dimension,
      name: lineStart(say(language, `score.${id}`)),
      value: text(value),
      planned: text(planned),
      ratio,
      standing: standingOf(id, ratio),
      evidence: evidence.map((one) => toldText(language, one)),
    };
  });
}

function standingOf(id: string, ratio: number | null): ScoreStanding {
  if (ratio === null) return 'open';
  if (COSTS.has(id)) return ratio > 1 + TENTH ? 'above' : 'kept';
  return ratio < 1 - TENTH ? 'below' : 'kept';
}

function amount(
  value: number,
  unit: string,
  currency: string,
  language: Language,
  money: (amount: number) => string,
): string {
  if (unit === currency) return money(value);
  if (unit === '1') return chanceText(language, value);
  return `${numberText(language, value, value === 0 ? 0 : 1)} ${say(language, `plan-unit.${unit}`)}`;
}

/** A share as a per cent that never rounds something to nothing: "< 0.1 %". */
export function chanceText(language: Language, share: number): string {
  if (share > 0 && share < 0.001) return `< ${numberText(language, 0.1, 1)} %`;
  if (share < 1 && share > 0.999) return `> ${numberText(language, 99.9, 1)} %`;
  return `${percentText(language, share, share > 0 && share < 0.0995 ? 1 : 0)} %`;
}

/** Lines of the scorecard that each principle is judged by. */
export const PRINCIPLE_LINES: Readonly<Record<string, readonly string[]>> = {
  harmony: ['closeness', 'on-course'],
  green: ['begun'],
  resource: [],
  people: ['labour', 'answered'],
};
