import { isUnknown, say } from '@aftermine/science/base';
import {
  type Evidence,
  type Finding,
  INDICATORS,
  type IndicatorId,
  tellFinding,
  type UnitDiagnosis,
} from '@aftermine/science/diagnose';
import type { Language } from '../../app/language.ts';
import type { Trace } from '../../parts/evidence-drawer.tsx';
import { numberText } from '../../parts/numbers.ts';
import { diagnosisTexts } from '../../texts/diagnosis.ts';
import { type OwnLimits, rulesOn, ruleText } from './rule-words.ts';

/** What every trace of a diagnosis is told with. */
export interface TraceContext {
  readonly language: Language;
  readonly observedTo: number | null;
  readonly ownLimits: OwnLimits;
}

const listOf = (parts: readonly string[], language: Language): string =>
  parts.join(language === 'zh' ? '；' : '; ');

/** The sentence of a finding without the unit before it. */
export function findingSentence(finding: Finding, language: Language): string {
  const told = tellFinding(finding, language);
  const prefix = `${finding.unitId}${language === 'zh' ? '：' : ': '}`;
  if (!told.startsWith(prefix)) return told;
  const bare = told.slice(prefix.length);
  return bare.slice(0, 1).toUpperCase() + bare.slice(1);
}

export function evidenceText({ kind, source, count }: Evidence, language: Language): string {
  return say(language, `diagnosis-page.evidence.${kind}`, { source, count });
}

/** What stands behind a finding: evidence, limit with its source, how sure, what would change it, what answers it. */
export function findingTrace(finding: Finding, context: TraceContext): Trace {
  const { language } = context;
  const { rule, evidence, limitSource, limitVerified, confidence, wouldChange, measures, verdict } = finding;
  const text = (key: keyof typeof diagnosisTexts): string => diagnosisTexts[key][language];
  return {
    title: say(language, `rule.${rule}`),
    value: findingSentence(finding, language),
    source: evidence.map((one) => evidenceText(one, language)),
    steps: [
      ...new Set(evidence.map(({ kind }) => text(`diagnosis.step.${kind}`))),
      ...(measures.length === 0
        ? []
        : [
            `${text('diagnosis.answered-by')} ${listOf(
              measures.map((id) => say(language, `measure.${id}`)),
              language,
            )}`,
          ]),
    ],
    rule: [
      `${limitText(finding, language)}${say(language, `limit-source.${limitSource}`)}${
        limitVerified ? '' : ` (${say(language, 'diagnosis-page.unverified')})`
      }`,
    ],
    confidence:
      verdict === 'problem' ? say(language, `confidence.${confidence}`) : text('diagnosis.undecided'),
    change: listOf(
      wouldChange.map((key) => say(language, `change.${key}`)),
      language,
    ),
    accepted: acceptedText(context),
  };
}

/** What stands behind an indicator: its value and spread, the cells or samples, and the rules that look at it. */
export function indicatorTrace(
  id: IndicatorId,
  { indicators, target }: Pick<UnitDiagnosis, 'indicators' | 'target'>,
  reference: { readonly median: number; readonly areas: number } | undefined,
  context: TraceContext,
): Trace {
  const { language, ownLimits } = context;
  const text = (key: keyof typeof diagnosisTexts): string => diagnosisTexts[key][language];
  const value = indicators[id];
  const { unit, digits } = INDICATORS[id];
  const number = (one: number): string => `${numberText(one, language, digits)} ${unit}`.trim();
  const rules = rulesOn(id, target, ownLimits);
  const spread =
    isUnknown(value) || value.low === null || value.high === null
      ? []
      : [`${text('diagnosis.spread')} ${number(value.low)} – ${number(value.high)}`];
  return {
    title: say(language, `indicator.${id}`),
    value: isUnknown(value)
      ? say(language, `unknown.${value.reason}`, value.params ?? {})
      : number(value.value),
    source: isUnknown(value) ? [] : [evidenceText(value.evidence, language)],
    steps: [
      ...(isUnknown(value) ? [] : [text(`diagnosis.step.${value.evidence.kind}`)]),
      ...spread,
      ...(reference === undefined
        ? []
        : [`${text('diagnosis.reference-median')} ${number(reference.median)} (n = ${reference.areas})`]),
    ],
    rule: rules.length === 0 ? [text('diagnosis.no-rule')] : rules.map((one) => ruleText(one, id, language)),
    confidence: isUnknown(value)
      ? text('diagnosis.undecided')
      : text(value.evidence.count >= 5 ? 'diagnosis.enough' : 'diagnosis.few').replace(
          '{count}',
          numberText(value.evidence.count, language, 0),
        ),
    change: isUnknown(value)
      ? text('diagnosis.change.measure')
      : text(`diagnosis.change.${value.evidence.kind}`),
    accepted: acceptedText(context),
  };
}

/** The limit that a finding names, before its source; empty where its sentence has none. */
function limitText({ params }: Finding, language: Language): string {
  const { limit, measure } = params;
  if (limit === undefined || limit === null) return '';
  return `${limit} ${measure ?? ''}`.trim() + (language === 'zh' ? '；' : '; ');
}

export function acceptedText({ language, observedTo }: TraceContext): string {
  const text =
    diagnosisTexts[observedTo === null ? 'diagnosis.accepted-ground' : 'diagnosis.accepted'][language];
  return text.replace('{year}', String(observedTo ?? ''));
}
