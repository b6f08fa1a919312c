import { canonicalJson, isUnknown, type Unknown, unknown } from '../../base/index.ts';
import { aggregateByPaper, eggerTest, poolEffects } from '../pool/index.ts';
import { type Codebook, codeOf } from './codebook.ts';
import { effectsOfFindings } from './effects-of-findings.ts';
import type { EvidenceFinding } from './finding.ts';
import { type GradeResult, gradeOf } from './grade-of.ts';
import { matchesIn, type SiteAttribute, type SiteOfPlan, WIDENING } from './site-match.ts';
import { AGAINST_NOTHING, gradedEffect, gradedStudies } from './synthesise-findings.ts';
import { weightedQuantile } from './weighted-quantile.ts';

/** What a suggested figure rests on: several papers, one paper, a standard or handbook, or the memory of an expert. */
export type ParameterBasis = 'pooled' | 'single' | 'standard' | 'expert';

/** One step of widening: what had to match, and how much did. */
export interface WideningStep {
  readonly matched: readonly SiteAttribute[];
  readonly papers: number;
  readonly findings: number;
}

/** A figure for a measure, with all that a reader needs to believe it or not. */
export interface MeasureParameter {
  readonly measure: string;
  readonly parameter: string;
  readonly unit: string;
  /** Weighted median; unknown `no-finding` where no paper and no fallback gives one. */
  readonly value: number | Unknown;
  /** Quartiles; null where the value rests on one finding or on none. */
  readonly range: readonly [low: number, high: number] | null;
  readonly basis: ParameterBasis;
  readonly grade: GradeResult;
  /** Findings it rests on, by id. */
  readonly findings: readonly string[];
  readonly papers: number;
  /** Attributes of the site that those findings share. */
  readonly matched: readonly SiteAttribute[];
  /** From the narrowest step to the one that was taken. */
  readonly widening: readonly WideningStep[];
  /** Findings of the parameter that were not used: no locator, or another unit. */
  readonly leftOut: readonly { readonly finding: string; readonly reason: Unknown }[];
  /** Canonical text of all it was made from; what is stored is a hash of it. */
  readonly inputs: string;
}

export interface SuggestOptions {
  /** Papers that a step of widening must find; 1 where absent. */
  readonly enoughPapers?: number;
  /** What stands where no paper gives a figure. */
  readonly fallback?: { readonly value: number; readonly basis: 'standard' | 'expert' };
}

/**
 * Suggests a figure for a measure from what papers report: the weighted median over the findings whose site matches, widened step
 * by step until enough papers are found, with the quartiles as its range. A finding weighs the points that its design starts with
 * in the grade rule, shared among the findings of its paper. Findings without locator, or in another unit, do not count.
 *
 * Where the grade needs an effect, it is that of the indicator that most of the papers used report.
 *
 * @param measure code of a technology
 * @param parameter name, as findings write it; spaces and case do not matter
 * @param unit of the figure
 */
export function suggestParameter(
  measure: string,
  parameter: string,
  unit: string,
  findings: readonly EvidenceFinding[],
  site: SiteOfPlan,
  codebook: Codebook,
  options: SuggestOptions = {},
): MeasureParameter {
  const { enoughPapers = 1, fallback } = options;
  const candidates = valuesOf(measure, parameter, findings);
  const leftOut: { finding: string; reason: Unknown }[] = [];
  const usable = candidates.filter(({ finding, unit: own }) => {
    const reason =
      finding.locator === null
        ? unknown('not-citable')
        : plain(own) !== plain(unit)
          ? unknown('other-unit', { got: own, expected: unit })
          : null;
    if (reason !== null) leftOut.push({ finding: finding.id, reason });
    return reason === null;
  });
  const widening: WideningStep[] = [];
  let used: readonly ParameterValue[] = [];
  for (const matched of WIDENING) {
    used = usable.filter(({ finding }) =>
      matched.every((attribute) => matchesIn(attribute, finding.site, site)),
    );
    const papers = papersOf(used);
    widening.push({ matched, papers, findings: used.length });
    if (papers >= enoughPapers) break;
  }
  const inputs = parameterInputs(measure, parameter, unit, findings, site, codebook, options);
  const shared = { measure, parameter, unit, leftOut, widening, inputs };
  if (used.length === 0)
    return {
      ...shared,
      value: fallback?.value ?? unknown('no-finding', { measure, parameter }),
      range: null,
      basis: fallback?.basis ?? 'expert',
      grade: gradeOf({ studies: [], effect: null, eggerP: null }, codebook.gradeRule),
      findings: [],
      papers: 0,
      matched: [],
    };
  const perPaper = new Map<string, number>();
  for (const { finding } of used) perPaper.set(finding.paper, (perPaper.get(finding.paper) ?? 0) + 1);
  const points = (design: string): number => Math.max(codebook.gradeRule.start[design] ?? 0, 0.5);
  const weights = used.map(({ finding }) => points(finding.design) / perPaper.get(finding.paper)!);
  const values = used.map(({ value }) => value);
  const papers = perPaper.size;
  return {
    ...shared,
    value: weightedQuantile(values, weights, 0.5),
    range:
      used.length === 1
        ? null
        : [weightedQuantile(values, weights, 0.25), weightedQuantile(values, weights, 0.75)],
    basis: papers === 1 ? 'single' : 'pooled',
    grade: gradeOfUsed(used, weights, site, codebook),
    findings: used.map(({ finding }) => finding.id),
    papers,
    matched: widening.at(-1)!.matched,
  };
}

/**
 * The canonical text of all that a suggestion is made from. A stored suggestion is stale where it, or its hash, is no longer that of
 * today: findings were added, changed or withdrawn, the site is another, or the rule is.
 */
export function parameterInputs(
  measure: string,
  parameter: string,
  unit: string,
  findings: readonly EvidenceFinding[],
  site: SiteOfPlan,
  codebook: Codebook,
  options: SuggestOptions = {},
): string {
  const own = new Set(valuesOf(measure, parameter, findings).map(({ finding }) => finding));
  return canonicalJson({
    measure,
    parameter: plain(parameter),
    unit: plain(unit),
    site,
    rule: codebook.gradeRule,
    options,
    findings: [...own].sort((a, b) => (a.id < b.id ? -1 : 1)),
  });
}

/** True where a stored suggestion no longer follows from its inputs. */
export function isStale(stored: Pick<MeasureParameter, 'inputs'>, inputsToday: string): boolean {
  return stored.inputs !== inputsToday;
}

interface ParameterValue {
  readonly finding: EvidenceFinding;
  readonly value: number;
  readonly unit: string;
}

function valuesOf(
  measure: string,
  parameter: string,
  findings: readonly EvidenceFinding[],
): readonly ParameterValue[] {
  return findings
    .filter((finding) => finding.measure === measure)
    .flatMap((finding) =>
      finding.parameters
        .filter(({ name }) => plain(name) === plain(parameter))
        .map(({ value, unit }) => ({ finding, value, unit })),
    );
}

function papersOf(used: readonly ParameterValue[]): number {
  return new Set(used.map(({ finding }) => finding.paper)).size;
}

function gradeOfUsed(
  used: readonly ParameterValue[],
  weights: readonly number[],
  site: SiteOfPlan,
  codebook: Codebook,
): GradeResult {
  const findings = [...new Set(used.map(({ finding }) => finding))];
  const papersBy = new Map<string, Set<string>>();
  for (const { indicator, paper, numbers, comparator } of findings)
    if (numbers !== null && AGAINST_NOTHING.includes(comparator))
      papersBy.set(indicator, (papersBy.get(indicator) ?? new Set()).add(paper));
  const [indicator] = [...papersBy].sort((a, b) => b[1].size - a[1].size || (a[0] < b[0] ? -1 : 1))[0] ?? [];
  const measured = effectsOfFindings(
    findings.filter((one) => one.indicator === indicator && AGAINST_NOTHING.includes(one.comparator)),
    codeOf(codebook, indicator ?? '') ?? { effect: null },
  );
  const effects = aggregateByPaper(
    measured.effects.map(({ finding, estimate, variance }) => ({ paper: finding.paper, estimate, variance })),
  );
  const pooled = poolEffects(effects);
  const egger = eggerTest(effects);
  const weightOf = (paper: string): number =>
    used.reduce((sum, { finding }, i) => (finding.paper === paper ? sum + weights[i]! : sum), 0);
  return gradeOf(
    {
      studies: gradedStudies(findings, effects, pooled, site, codebook.gradeRule).map((study) => ({
        ...study,
        weight: weightOf(study.study),
      })),
      effect: gradedEffect(measured.measure, pooled),
      eggerP: isUnknown(egger) ? null : egger.mixed.p,
    },
    codebook.gradeRule,
  );
}

function plain(text: string): string {
  return text.trim().toLowerCase().replace(/\s+/g, ' ');
}
