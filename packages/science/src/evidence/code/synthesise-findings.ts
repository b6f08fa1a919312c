import { canonicalJson, isUnknown, type Unknown, unknown } from '../../base/index.ts';
import {
  type AggregatedEffect,
  aggregateByPaper,
  type EffectMeasure,
  type EggerTest,
  eggerTest,
  type PooledEffect,
  poolEffects,
} from '../pool/index.ts';
import { type Codebook, codeOf } from './codebook.ts';
import { effectsOfFindings } from './effects-of-findings.ts';
import { type EvidenceFinding, isCitable } from './finding.ts';
import { type GradedStudy, type GradeResult, gradeOf } from './grade-of.ts';
import type { GradeRule } from './grade-rule.ts';
import { matchesSite, type SiteOfPlan } from './site-match.ts';

/** Comparisons that tell what a measure does where nothing else is done. */
export const AGAINST_NOTHING: readonly string[] = ['untreated-mined', 'before'];

/** What the findings of one measure and one indicator say together. */
export interface Synthesis {
  readonly measure: string;
  readonly indicator: string;
  /** Papers, and findings in them, that can be cited and compare with what was asked for. */
  readonly papers: number;
  readonly findings: readonly string[];
  readonly effectMeasure: EffectMeasure;
  /** One effect per paper, in the order of the pooled weights. */
  readonly effects: readonly AggregatedEffect[];
  readonly pooled: PooledEffect | Unknown;
  readonly egger: EggerTest | Unknown;
  readonly grade: GradeResult;
  /** Findings that were not used, and why. */
  readonly leftOut: readonly { readonly finding: string; readonly reason: Unknown }[];
  /** Canonical text of all it was made from: a hash of it tells whether the synthesis is stale. */
  readonly inputs: string;
}

/**
 * Pools what papers found of one measure and one indicator, and grades it: citable findings of the asked comparators, one effect
 * per paper, REML, Egger, grade rule of the codebook.
 *
 * @param findings of any measure and indicator; those of others are passed over
 * @param site the land in question; null where there is none: the grade then does not judge the match
 * @param comparators `AGAINST_NOTHING` where absent: undisturbed land is another question than untreated spoil
 */
export function synthesiseFindings(
  measure: string,
  indicator: string,
  findings: readonly EvidenceFinding[],
  codebook: Codebook,
  site: SiteOfPlan | null = null,
  comparators: readonly string[] = AGAINST_NOTHING,
): Synthesis {
  const asked = findings.filter((one) => one.measure === measure && one.indicator === indicator);
  const leftOut: { finding: string; reason: Unknown }[] = [];
  const usable = asked.filter((finding) => {
    const reason = !isCitable(finding)
      ? unknown('not-citable')
      : !comparators.includes(finding.comparator)
        ? unknown('other-comparator', { got: finding.comparator })
        : null;
    if (reason !== null) leftOut.push({ finding: finding.id, reason });
    return reason === null;
  });
  const measured = effectsOfFindings(usable, codeOf(codebook, indicator) ?? { effect: null });
  leftOut.push(...measured.leftOut);
  const effects = aggregateByPaper(
    measured.effects.map(({ finding, estimate, variance }) => ({ paper: finding.paper, estimate, variance })),
  );
  const pooled = poolEffects(effects);
  const egger = eggerTest(effects);
  return {
    measure,
    indicator,
    papers: new Set(usable.map(({ paper }) => paper)).size,
    findings: usable.map(({ id }) => id),
    effectMeasure: measured.measure,
    effects,
    pooled,
    egger,
    grade: gradeOf(
      {
        studies: gradedStudies(usable, effects, pooled, site, codebook.gradeRule),
        effect: gradedEffect(measured.measure, pooled),
        eggerP: isUnknown(egger) ? null : egger.mixed.p,
      },
      codebook.gradeRule,
    ),
    leftOut,
    inputs: canonicalJson({
      measure,
      indicator,
      comparators,
      site,
      rule: codebook.gradeRule,
      findings: [...asked].sort((a, b) => (a.id < b.id ? -1 : 1)),
    }),
  };
}

/** The papers of findings as the grade sees them, with the weakest design and validity among the findings of one. */
export function gradedStudies(
  findings: readonly EvidenceFinding[],
  effects: readonly AggregatedEffect[],
  pooled: PooledEffect | Unknown,
  site: SiteOfPlan | null,
  rule: GradeRule,
): readonly GradedStudy[] {
  const order = ['low', null, 'moderate', 'high'] as const;
  const points = (design: string): number => rule.start[design] ?? rule.lowest;
  const papers = new Map<string, EvidenceFinding[]>();
  for (const finding of findings) papers.set(finding.paper, [...(papers.get(finding.paper) ?? []), finding]);
  return [...papers].map(([study, own]) => {
    const at = effects.findIndex((effect) => effect.study === study);
    const effect = effects[at];
    return {
      study,
      design: own.map(({ design }) => design).sort((a, b) => points(a) - points(b))[0]!,
      weight: effect === undefined || isUnknown(pooled) ? 0 : pooled.weightsPercent[at]!,
      validity: own.map(({ validity }) => validity).sort((a, b) => order.indexOf(a) - order.indexOf(b))[0]!,
      sign: effect === undefined ? null : (Math.sign(effect.estimate) as -1 | 0 | 1),
      matchesSite: site === null ? null : own.some((finding) => matchesSite(finding.site, site)),
    };
  });
}

/** The pooled effect as the grade sees it; null where there is none. */
export function gradedEffect(measure: EffectMeasure, pooled: PooledEffect | Unknown) {
  if (isUnknown(pooled)) return null;
  const { estimate, ciLow, ciHigh, prediction, heterogeneity } = pooled;
  return {
    measure,
    estimate,
    ciLow,
    ciHigh,
    predictionLow: isUnknown(prediction) ? null : prediction.low,
    predictionHigh: isUnknown(prediction) ? null : prediction.high,
    i2Percent: isUnknown(heterogeneity) ? null : heterogeneity.i2Percent,
  };
}
