import { say } from '@aftermine/science/base';
import { FINDING_RULES, INDICATORS, type IndicatorId } from '@aftermine/science/diagnose';
import type { TargetLand } from '@aftermine/science/site';
import type { Language } from '../../app/language.ts';
import { numberText } from '../../parts/numbers.ts';

type Limit = number | Readonly<Partial<Record<TargetLand, number>>>;

/** Limits that a project set for itself: `diagnose.rules.<id>.limit`. */
export type OwnLimits = Readonly<Record<string, { readonly limit?: Limit; readonly off?: boolean }>>;

/** One rule that looks at an indicator, as it holds for a target land. */
export interface RuleInForce {
  readonly id: string;
  readonly beyond: 'above' | 'below';
  readonly limit: number;
  readonly source: string;
  readonly isVerified: boolean;
}

/** Rules in force on an indicator for a target land; those switched off, or without a limit for the land, are left out. */
export function rulesOn(
  indicator: IndicatorId,
  target: TargetLand,
  own: OwnLimits = {},
): readonly RuleInForce[] {
  return FINDING_RULES.flatMap((rule): RuleInForce[] => {
    const set = own[rule.id];
    if (rule.indicator !== indicator || set?.off === true) return [];
    const isOwn = set?.limit !== undefined;
    const given: Limit = set?.limit ?? rule.limit;
    const limit = typeof given === 'number' ? given : given[target];
    if (limit === undefined) return [];
    const isVerified =
      isOwn || (typeof rule.verified === 'boolean' ? rule.verified : rule.verified.includes(target));
    return [
      {
        id: rule.id,
        beyond: rule.beyond,
        limit,
        source: isOwn ? 'project-settings' : rule.source,
        isVerified,
      },
    ];
  });
}

/** `Is the slope too steep? ≤ 25 °; trial standard 1995`, with a word where the limit was not read in its document. */
export function ruleText(
  { id, beyond, limit, source, isVerified }: RuleInForce,
  indicator: IndicatorId,
  language: Language,
): string {
  const { unit, digits } = INDICATORS[indicator];
  const sign = beyond === 'above' ? '≤' : '≥';
  const parts = [
    `${sign} ${numberText(limit, language, digits)} ${unit}`.trim(),
    say(language, `limit-source.${source}`),
    ...(isVerified ? [] : [say(language, 'diagnosis-page.unverified')]),
  ];
  return `${say(language, `rule.${id}`)} ${parts.join(language === 'zh' ? '；' : '; ')}`;
}
