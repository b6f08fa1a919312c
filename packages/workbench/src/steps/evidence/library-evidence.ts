import { canonicalJson, isUnknown } from '@aftermine/science/base';
import {
  type Codebook,
  type EvidenceFinding,
  leafCodes,
  type MeasureParameter,
  type SiteOfPlan,
  suggestParameter,
} from '@aftermine/science/evidence';
import type { Library, LowLikelyHigh, Measure, SupportedFigure } from '@aftermine/science/plan';
import type { Hasher } from '../../ports/index.ts';

/** Source word of a measure all of whose figures of recovery come from findings of the project. */
const FROM_FINDINGS = 'evidence';

/** Figures of a measure that findings can give: unit, what is no such figure, and how units are written. */
const FIGURES = {
  rate: { unit: 'a-1', most: Number.POSITIVE_INFINITY, asShare: false },
  reach: { unit: '1', most: 1.2, asShare: true },
  survival: { unit: '1', most: 1, asShare: true },
} as const;
export type FigureName = keyof typeof FIGURES;

const PER_YEAR = /^(a-1|a\^-1|\/a|1\/a|yr-1|year-1|\/yr|1\/yr|\/year|per year|a⁻¹)$/i;
const SHARE = /^(|1|-|share|fraction)$/i;

/** A library in which figures rest on findings where there are any, and what each of them rests on. */
export interface SupportedLibrary {
  readonly library: Library;
  readonly supported: readonly SupportedFigure[];
}

/**
 * Puts figures from findings in the place of the library's own: for each measure that brings plants, `rate` (per year), `reach` and
 * `survival` (shares) from the findings of the technologies that the codebook links to it. The likely value is the suggested one,
 * low and high are its quartiles; where there is a single value, the spread is that of the library, relative to its likely value.
 * A figure of survival stands for every class of dryness: all units of a project share one climate. Values that no such figure can
 * have (a rate of 0, a share above 1) do not count.
 *
 * Without such findings the library, hash and all, is the one that was given; else its hash changes with every figure and with all
 * that the figures were made from.
 */
export function supportLibrary(
  library: Library,
  findings: readonly EvidenceFinding[],
  codebook: Codebook,
  site: SiteOfPlan,
  hash: Hasher,
): SupportedLibrary {
  const technologies = leafCodes(codebook, codebook.gapMap.rows);
  const supported: SupportedFigure[] = [];
  const inputs: string[] = [];
  const measures = library.measures.map((measure): Measure => {
    const { id, establishes } = measure;
    const codes = technologies.filter(({ planLinks }) => planLinks.includes(id)).map((code) => code.id);
    if (establishes === undefined || codes.length === 0) return measure;
    const own = findings.filter((finding) => codes.includes(finding.measure));
    let figures = establishes;
    for (const name of Object.keys(FIGURES) as FigureName[]) {
      const suggestion = suggestParameter(
        id,
        name,
        FIGURES[name].unit,
        inUnit(own, id, name),
        site,
        codebook,
      );
      if (isUnknown(suggestion.value) || suggestion.papers === 0) continue;
      const before: LowLikelyHigh =
        name === 'rate'
          ? establishes.rate
          : name === 'reach'
            ? [establishes.reach, establishes.reach, establishes.reach]
            : establishes.survival['semi-arid'];
      const triangle = triangleOf(suggestion, suggestion.value, before, FIGURES[name].most);
      supported.push(figureOf(measure, name, triangle, before, suggestion));
      inputs.push(suggestion.inputs);
      figures =
        name === 'reach'
          ? { ...figures, reach: triangle[1] }
          : name === 'rate'
            ? { ...figures, rate: triangle }
            : { ...figures, survival: { arid: triangle, 'semi-arid': triangle, humid: triangle } };
    }
    const all = supported.filter(({ of }) => of === `measure:${id}`).length === Object.keys(FIGURES).length;
    return {
      ...measure,
      establishes: all ? { ...figures, source: FROM_FINDINGS } : figures,
    };
  });
  if (supported.length === 0) return { library, supported };
  return {
    library: {
      ...library,
      measures,
      hash: hash(canonicalJson({ library: library.hash, supported: supported as never, inputs })),
    },
    supported,
  };
}

/** The site of a plan as settings tell it; what they do not say matches nothing. */
export function siteOfSettings(
  said: { readonly [Key in keyof SiteOfPlan]?: string | undefined } | undefined,
): SiteOfPlan {
  return {
    climate: said?.climate ?? null,
    commodity: said?.commodity ?? null,
    landform: said?.landform ?? null,
  };
}

/** Findings as if they were of the measure, the named figure in its unit; values that it cannot have are left out. */
function inUnit(
  findings: readonly EvidenceFinding[],
  measure: string,
  name: FigureName,
): readonly EvidenceFinding[] {
  const { unit, most, asShare } = FIGURES[name];
  return findings.map((finding) => ({
    ...finding,
    measure,
    parameters: finding.parameters
      .filter((one) => one.name.trim().toLowerCase() === name)
      .map((one) => {
        const percent = asShare && /^(%|percent)$/i.test(one.unit.trim());
        const known = percent || (asShare ? SHARE : PER_YEAR).test(one.unit.trim());
        return { ...one, value: percent ? one.value / 100 : one.value, unit: known ? unit : one.unit };
      })
      .filter(({ value, unit: own }) => own !== unit || (value > 0 && value <= most)),
  }));
}

function triangleOf(
  { range }: MeasureParameter,
  likely: number,
  [low, middle, high]: LowLikelyHigh,
  most: number,
): [number, number, number] {
  const [from, to] =
    range !== null && range[0] < range[1] ? range : [(likely * low) / middle, (likely * high) / middle];
  return [Math.min(from, likely), likely, Math.min(most, Math.max(to, likely))];
}

function figureOf(
  { id, name }: Measure,
  what: FigureName,
  [low, value, high]: LowLikelyHigh,
  before: LowLikelyHigh,
  { grade, papers, basis, matched, widening, findings }: MeasureParameter,
): SupportedFigure {
  return {
    of: `measure:${id}`,
    name,
    what,
    value,
    unit: FIGURES[what].unit,
    range: what === 'reach' ? null : [low, high],
    librarySays: before[1],
    grade: grade.grade,
    papers,
    basis,
    matched,
    widened: widening.length - 1,
    findings,
  };
}
