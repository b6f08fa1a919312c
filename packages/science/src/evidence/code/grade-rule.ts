/**
 * How a body of evidence is graded, as data. Each part that is null is not applied. `add` is what the grade gains (up) or
 * loses (down, negative).
 */
export interface GradeRule {
  /** Points a study starts with, by design. */
  readonly start: Readonly<Record<string, number>>;
  /** |lnRR| at least this, and the prediction interval on one side of 0. */
  readonly largeEffect: { readonly atLeast: number; readonly add: number } | null;
  readonly manyConsistent: {
    readonly studies: number;
    readonly i2Below: number;
    readonly add: number;
  } | null;
  readonly fewStudies: { readonly below: number; readonly add: number } | null;
  readonly inconsistent: {
    readonly i2AtLeast: number;
    /** Share of studies whose sign differs from that of the pooled effect. */
    readonly disagreementAbovePercent: number;
    readonly add: number;
  } | null;
  /** Median validity of the studies is low. */
  readonly lowValidity: { readonly add: number } | null;
  /** No study in the climate class or of the commodity of the site. */
  readonly noSiteMatch: { readonly add: number } | null;
  readonly intervalIncludesZero: { readonly add: number } | null;
  readonly asymmetry: { readonly pBelow: number; readonly studies: number; readonly add: number } | null;
  readonly lowest: number;
  readonly highest: number;
}

/** The rule used where a codebook brings none. */
export const DEFAULT_GRADE_RULE: GradeRule = {
  start: {
    randomised: 4,
    baci: 3,
    'controlled-nonrandom': 3,
    chronosequence: 2,
    'before-after': 2,
    uncontrolled: 1,
    modelled: 1,
    review: 1,
    expert: 1,
  },
  largeEffect: { atLeast: 0.69, add: 1 },
  manyConsistent: { studies: 10, i2Below: 50, add: 1 },
  fewStudies: { below: 3, add: -1 },
  inconsistent: { i2AtLeast: 75, disagreementAbovePercent: 30, add: -1 },
  lowValidity: { add: -1 },
  noSiteMatch: { add: -1 },
  intervalIncludesZero: { add: -1 },
  asymmetry: { pBelow: 0.1, studies: 10, add: -1 },
  lowest: 0,
  highest: 4,
};
