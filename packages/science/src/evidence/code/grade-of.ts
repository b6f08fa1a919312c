import type { EffectMeasure } from '../pool/index.ts';
import { DEFAULT_GRADE_RULE, type GradeRule } from './grade-rule.ts';

/** How far a study can be trusted, from its appraisal. */
export type Validity = 'high' | 'moderate' | 'low';

/** From strong to narrative or unresolved. */
export type EvidenceGrade = 'A' | 'B' | 'C' | 'D' | 'E';

/** A study as the grade sees it. */
export interface GradedStudy {
  readonly study: string;
  /** Id of a design of the rule; one that the rule does not know starts at the lowest grade. */
  readonly design: string;
  /** Share in the answer, >= 0; any scale. */
  readonly weight: number;
  /** Null where nobody appraised it: counted as low. */
  readonly validity: Validity | null;
  /** Sign of its effect; null where it has none. */
  readonly sign: -1 | 0 | 1 | null;
  /** True where it stands in the climate class or is of the commodity of the site; null where no site is in question. */
  readonly matchesSite: boolean | null;
}

/** What all studies together say. */
export interface GradedEffect {
  readonly measure: EffectMeasure;
  readonly estimate: number;
  readonly ciLow: number;
  readonly ciHigh: number;
  /** Null where there is none (a single study). */
  readonly predictionLow: number | null;
  readonly predictionHigh: number | null;
  readonly i2Percent: number | null;
}

/** A body of evidence for one answer. */
export interface EvidenceBody {
  /** Studies with a finding that has numbers and a locator; others cannot be cited and do not count. */
  readonly studies: readonly GradedStudy[];
  /** Null where no effect could be computed. */
  readonly effect: GradedEffect | null;
  /** p of Egger's test; null where it was not made. */
  readonly eggerP: number | null;
}

/** Why a grade is what it is: one step of the rule. */
export interface GradeReason {
  /** Catalogue key without `evidence.grade.`. */
  readonly rule: string;
  /** Points: the start, or what was added to it. */
  readonly add: number;
  readonly params: Readonly<Record<string, string | number>>;
}

/** A grade, and every step that led to it. */
export interface GradeResult {
  readonly grade: EvidenceGrade;
  readonly score: number;
  readonly reasons: readonly GradeReason[];
}

const LETTERS: readonly EvidenceGrade[] = ['E', 'D', 'C', 'B', 'A'];

/**
 * Grades a body of evidence by a rule: it starts at the best design among the studies that make up half of the weight, goes up
 * for a large effect and for many consistent studies, and down once for each weakness; held between `lowest` and `highest`.
 * Half of the weight: the heaviest studies until half is reached, of equally heavy ones the weaker design first. The median of
 * an even number of validities is the lower of the two in the middle.
 *
 * @returns grade E where no study has a finding with numbers and locator
 */
export function gradeOf(body: EvidenceBody, rule: GradeRule = DEFAULT_GRADE_RULE): GradeResult {
  const { studies, effect, eggerP } = body;
  if (studies.length === 0)
    return { grade: 'E', score: 0, reasons: [{ rule: 'no-located-finding', add: 0, params: {} }] };
  const reasons: GradeReason[] = [startOf(studies, rule)];
  const step = (
    part: { readonly add: number } | null,
    applies: boolean,
    id: string,
    params: GradeReason['params'] = {},
  ): void => {
    if (part !== null && applies) reasons.push({ rule: id, add: part.add, params });
  };
  const k = studies.length;
  const i2 = effect?.i2Percent ?? null;
  const {
    largeEffect,
    manyConsistent,
    fewStudies,
    inconsistent,
    lowValidity,
    noSiteMatch,
    intervalIncludesZero,
    asymmetry,
  } = rule;
  step(largeEffect, largeEffect !== null && isLarge(effect, largeEffect.atLeast), 'large-effect', {
    atLeast: largeEffect?.atLeast ?? 0,
  });
  step(
    manyConsistent,
    manyConsistent !== null && k >= manyConsistent.studies && i2 !== null && i2 < manyConsistent.i2Below,
    'many-consistent',
    { k, i2: rounded(i2 ?? 0) },
  );
  step(fewStudies, fewStudies !== null && k < fewStudies.below, 'few-studies', {
    k,
    need: fewStudies?.below ?? 0,
  });
  const disagreement = disagreementPercent(studies, effect);
  step(
    inconsistent,
    inconsistent !== null &&
      ((i2 !== null && i2 >= inconsistent.i2AtLeast) || disagreement > inconsistent.disagreementAbovePercent),
    'inconsistent',
    { i2: rounded(i2 ?? 0), disagreement: rounded(disagreement) },
  );
  const appraised = studies.filter(({ validity }) => validity !== null).length;
  step(lowValidity, medianValidity(studies) === 'low', appraised === 0 ? 'not-appraised' : 'low-validity', {
    appraised,
    k,
  });
  const judged = studies.filter(({ matchesSite }) => matchesSite !== null);
  step(noSiteMatch, judged.length > 0 && !judged.some(({ matchesSite }) => matchesSite), 'no-site-match');
  if (effect === null) step(intervalIncludesZero, true, 'no-interval');
  else step(intervalIncludesZero, effect.ciLow <= 0 && effect.ciHigh >= 0, 'interval-includes-zero');
  step(
    asymmetry,
    asymmetry !== null && eggerP !== null && k >= asymmetry.studies && eggerP < asymmetry.pBelow,
    'asymmetry',
    { p: Number((eggerP ?? 1).toPrecision(2)) },
  );
  const sum = reasons.reduce((total, { add }) => total + add, 0);
  const score = Math.round(Math.min(rule.highest, 4, Math.max(rule.lowest, 0, sum)));
  return { grade: LETTERS[score]!, score, reasons };
}

function startOf(studies: readonly GradedStudy[], rule: GradeRule): GradeReason {
  const points = (design: string): number => rule.start[design] ?? rule.lowest;
  const sorted = [...studies].sort((a, b) => b.weight - a.weight || points(a.design) - points(b.design));
  // Without any weight (no effect could be computed) all studies weigh the same.
  const total = studies.reduce((sum, { weight }) => sum + weight, 0);
  const half = (total > 0 ? total : studies.length) / 2;
  let best = sorted[0]!;
  let reached = 0;
  for (const study of sorted) {
    if (points(study.design) > points(best.design)) best = study;
    reached += total > 0 ? study.weight : 1;
    if (reached >= half * (1 - 1e-12)) break;
  }
  return { rule: 'start', add: points(best.design), params: { design: best.design } };
}

/** True for a log ratio of means or risks that is large and would be on the same side in a further study. */
function isLarge(effect: GradedEffect | null, atLeast: number): boolean {
  if (effect === null || (effect.measure !== 'lnRR' && effect.measure !== 'logRR')) return false;
  const { estimate, predictionLow, predictionHigh } = effect;
  if (predictionLow === null || predictionHigh === null) return false;
  return Math.abs(estimate) >= atLeast && (predictionLow > 0 || predictionHigh < 0);
}

/** Share of the studies with an effect whose sign is against the pooled one, per cent. */
function disagreementPercent(studies: readonly GradedStudy[], effect: GradedEffect | null): number {
  const signs = studies.flatMap(({ sign }) => (sign === null ? [] : [sign]));
  if (signs.length === 0) return 0;
  const sum = signs.reduce((total: number, sign) => total + sign, 0);
  const way = Math.sign(effect?.estimate ?? sum);
  return (100 * signs.filter((sign) => sign !== 0 && way !== 0 && sign !== way).length) / signs.length;
}

function medianValidity(studies: readonly GradedStudy[]): Validity {
  const order: readonly Validity[] = ['low', 'moderate', 'high'];
  const ranks = studies.map(({ validity }) => order.indexOf(validity ?? 'low')).sort((a, b) => a - b);
  return order[ranks[Math.floor((ranks.length - 1) / 2)]!]!;
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
