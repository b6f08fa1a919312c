import { isUnknown, type Unknown } from '../base/index.ts';
import type { TargetLand } from '../site/index.ts';
import { INDICATORS, type IndicatorId } from './declare.ts';
import { type FindingRule, limitFor, type RuleLimit } from './rules.ts';
import type { Finding, IndicatorValue, KnownIndicator } from './types.ts';

/** What a project changes about one rule. */
export interface RuleChange {
  readonly limit?: RuleLimit | undefined;
  readonly off?: boolean | undefined;
}

/** Fewer samples than this do not make a confident statement. */
const ENOUGH = 5;

/**
 * Applies rules to the indicators of one unit.
 *
 * A rule finds a problem where its indicator lies beyond its limit: value > limit (`above`) or value < limit
 * (`below`); a value at the limit is no problem. Where the indicator is unknown the rule is undecided: a finding
 * `insufficient` is returned once per factor, and only where no other rule of that factor found a problem.
 *
 * Confidence is high when at least five samples (or pixels, or years) stand behind the value, the limit was read
 * in its document, and the whole spread of the value lies beyond the limit; medium when one of these fails, low
 * when two or more do. A limit the project states itself counts as read.
 *
 * @param indicators every indicator of the unit, known or not
 * @param changes limits and switches of the project, by rule id
 * @returns problems first, in the order of the rules
 */
export function evaluateRules(
  unitId: string,
  target: TargetLand,
  indicators: Readonly<Record<IndicatorId, IndicatorValue>>,
  rules: readonly FindingRule[],
  changes: Readonly<Record<string, RuleChange>> = {},
): readonly Finding[] {
  const found: Finding[] = [];
  const undecided = new Map<string, Finding>();
  for (const rule of rules) {
    const change = changes[rule.id];
    if (change?.off === true) continue;
    const limit = limitFor(change?.limit ?? rule.limit, target);
    if (limit === null) continue;
    const condition = rule.onlyWhere;
    if (condition !== undefined) {
      const other = indicators[condition.indicator];
      if (isUnknown(other) || !lies(other.value, condition.beyond, condition.limit)) continue;
    }
    const value = indicators[rule.indicator];
    if (isUnknown(value)) {
      if (!undecided.has(rule.factor)) undecided.set(rule.factor, insufficient(unitId, rule, value));
      continue;
    }
    if (!lies(value.value, rule.beyond, limit)) continue;
    const stated = change?.limit !== undefined;
    found.push(problem(unitId, target, rule, value, limit, stated));
  }
  const factors = new Set(found.map(({ factor }) => factor));
  return [...found, ...[...undecided.values()].filter(({ factor }) => !factors.has(factor))];
}

function lies(value: number, beyond: 'above' | 'below', limit: number): boolean {
  return beyond === 'above' ? value > limit : value < limit;
}

function problem(
  unitId: string,
  target: TargetLand,
  rule: FindingRule,
  value: KnownIndicator,
  limit: number,
  stated: boolean,
): Finding {
  const { digits, unit } = INDICATORS[rule.indicator];
  const graver = rule.graver === undefined ? null : limitFor(rule.graver.limit, target);
  const verified =
    stated || (typeof rule.verified === 'boolean' ? rule.verified : rule.verified.includes(target));
  const near = rule.beyond === 'above' ? value.low : value.high;
  const doubts = [
    value.evidence.count < ENOUGH,
    !verified,
    near !== null && !lies(near, rule.beyond, limit),
  ].filter(Boolean).length;
  return {
    id: `${unitId}:${rule.id}`,
    unitId,
    rule: rule.id,
    factor: rule.factor,
    severity:
      graver !== null && lies(value.value, rule.beyond, graver) ? rule.graver!.severity : rule.severity,
    verdict: 'problem',
    reason: null,
    params: {
      unit: unitId,
      value: value.value.toFixed(digits),
      limit: String(Number(limit.toFixed(digits))),
      measure: unit,
      count: value.evidence.count,
    },
    evidence: [value.evidence],
    limitSource: stated ? 'project-settings' : rule.source,
    limitVerified: verified,
    confidence: doubts === 0 ? 'high' : doubts === 1 ? 'medium' : 'low',
    wouldChange: rule.wouldChange,
    measures: rule.measures,
  };
}

function insufficient(unitId: string, rule: FindingRule, why: Unknown): Finding {
  return {
    id: `${unitId}:${rule.id}`,
    unitId,
    rule: rule.id,
    factor: rule.factor,
    severity: 'info',
    verdict: 'insufficient',
    reason: why,
    params: { unit: unitId },
    evidence: [],
    limitSource: rule.source,
    limitVerified: rule.verified === true,
    confidence: 'low',
    wouldChange: rule.wouldChange,
    measures: [],
  };
}
