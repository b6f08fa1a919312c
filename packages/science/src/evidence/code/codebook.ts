import type { GradeRule } from './grade-rule.ts';

/** Text of a document in both languages; null where it gives only one. */
export interface LabelText {
  readonly en: string | null;
  readonly zh: string | null;
}

/** Whether a code stands in the paper the codebook was drawn from (`P`) or was added so that it can be used (`X`). */
export type Origin = 'P' | 'X';

/** One thing that can be true of a study. */
export interface Code {
  readonly id: string;
  readonly facet: string;
  /** Code it is a part of. */
  readonly parent: string | null;
  /** No other code is a part of it: only such codes are given to studies. */
  readonly isLeaf: boolean;
  readonly label: LabelText;
  readonly origin: Origin;
  /** Ids of the references that the paper gives for it. */
  readonly references: readonly string[];
  /** Numbers that the paper cites for it and does not list. */
  readonly missingReferences: readonly number[];
  readonly note: string | null;
  /** Of an indicator: unit of its values. */
  readonly unit: string | null;
  /** Of an indicator: which way is better; `target` within `target`. */
  readonly direction: 'higher' | 'lower' | 'target' | null;
  readonly target: readonly [low: number, high: number] | null;
  /** Of an indicator: the only measure of effect that its scale allows. */
  readonly effect: 'lnRR' | 'MD' | 'SMD' | 'OR' | 'RR' | null;
  /** Of an indicator or technology: what it is called in the plan (measures of the library, indicators of the diagnosis). */
  readonly planLinks: readonly string[];
}

/** One question asked of every study. */
export interface Facet {
  readonly id: string;
  readonly label: LabelText;
  readonly origin: Origin;
  /** In the order of the document, parents before their parts. */
  readonly codes: readonly Code[];
}

/** A word the search is made of. */
export interface Keyword {
  readonly id: string;
  readonly term: LabelText;
}

/** How the literature is searched. */
export interface SearchProtocol {
  readonly origin: Origin;
  readonly sources: readonly { readonly id: string; readonly name: string }[];
  /** The protocol says that there may be more sources. */
  readonly isOpenEnded: boolean;
  readonly from: string | null;
  readonly to: string | null;
  readonly keywords: readonly Keyword[];
  readonly expression: string | null;
  readonly expressionOrigin: Origin;
  /** True where the document reports how many records each source gave. */
  readonly reportsCounts: boolean;
}

/** A rule that admits studies, or a reason to leave one out; in the order in which they are applied. */
export interface EligibilityRule {
  readonly id: string;
  readonly stage: 'title-abstract' | 'full-text' | null;
  readonly rule: LabelText;
  readonly origin: Origin;
}

/** How well coders must agree. */
export interface AgreementRule {
  readonly statistic: string;
  readonly accept: number;
  readonly tentative: number;
  /** Share of the studies that two people code. */
  readonly minDoubleCoded: number;
}

/** A question about the quality of a study, answered yes, partly or no. */
export interface AppraisalItem {
  readonly id: string;
  readonly question: LabelText;
  readonly origin: Origin;
}

/** A heading under which a review tells what it found, and the facets it draws on. */
export interface Heading {
  readonly id: string;
  readonly label: LabelText;
  readonly origin: Origin;
  readonly facets: readonly string[];
}

/** A reference of the document a codebook was drawn from. */
export interface CitedReference {
  readonly id: string;
  /** Number it is cited by. */
  readonly number: number;
  readonly title: string;
  readonly year: number | null;
}

/** A number that is cited and not listed. */
export interface MissingReference {
  readonly number: number;
  /** What it must be about, from where it is cited. */
  readonly topic: string | null;
  readonly searchHint: string | null;
}

/** What is asked of studies, how it is answered and how the answers are graded: data, so that a review can bring its own. */
export interface Codebook {
  readonly id: string;
  readonly version: string;
  readonly title: LabelText;
  /** A study may carry several codes of one facet. */
  readonly allowsSeveralCodes: boolean;
  readonly agreement: AgreementRule;
  readonly search: SearchProtocol | null;
  readonly eligibility: readonly EligibilityRule[];
  /** Mutually exclusive: the first that applies counts. */
  readonly exclusionReasons: readonly EligibilityRule[];
  readonly facets: readonly Facet[];
  readonly comparators: readonly string[];
  readonly designs: readonly string[];
  readonly appraisal: readonly AppraisalItem[];
  /** Least mean answer (yes 1, partly 0.5, no 0) for high and for moderate validity. */
  readonly validity: { readonly high: number; readonly moderate: number };
  readonly gradeRule: GradeRule;
  readonly headings: readonly Heading[];
  readonly gapMap: { readonly rows: string; readonly columns: string };
  readonly references: readonly CitedReference[];
  readonly missingReferences: readonly MissingReference[];
}

/** The code of an id, or undefined. */
export function codeOf(codebook: Codebook, id: string): Code | undefined {
  for (const facet of codebook.facets) {
    const code = facet.codes.find((one) => one.id === id);
    if (code !== undefined) return code;
  }
  return undefined;
}

/** Codes that are given to studies, of one facet or of all. */
export function leafCodes(codebook: Codebook, facet?: string): readonly Code[] {
  return codebook.facets
    .filter((one) => facet === undefined || one.id === facet)
    .flatMap((one) => one.codes.filter(({ isLeaf }) => isLeaf));
}

/** A code's label in a language, or in the other one, or its id. */
export function labelIn(language: 'en' | 'zh', label: LabelText, fallback: string): string {
  const [own, other] = language === 'en' ? [label.en, label.zh] : [label.zh, label.en];
  return own ?? other ?? fallback;
}
