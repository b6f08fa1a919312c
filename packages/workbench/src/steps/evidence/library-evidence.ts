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
import {
  amountFigure,
  findingsInUnit,
  isEstimateByArea,
  type MeasureFigure,
  practiceFigure,
  recoveryFigure,
} from './measure-figure.ts';

/** Source word of a figure that comes from findings of the project. */
const FROM_FINDINGS = 'evidence';

/** Figures of recovery that findings can give. */
const RECOVERY = ['rate', 'reach', 'survival'] as const;

/** A library in which figures rest on findings where there are any, and what each of them rests on. */
export interface SupportedLibrary {
  readonly library: Library;
  readonly supported: readonly SupportedFigure[];
}

/**
 * Puts figures from findings in the place of the library's own, from the findings of the technologies that the codebook links to a
 * measure: for measures that bring plants `rate` (per year), `reach` and `survival` (shares); for those that hold back soil the factor
 * `practice` (a share); for amounts that are estimates the id of the cost item (`lime`), in its unit per hectare. The likely value is the suggested
 * one; low and high of rate and survival are its quartiles, or, where there is a single value, the spread of the library, relative to
 * its likely value. A figure of survival stands for every class of dryness: all units of a project share one climate. Values that no
 * such figure can have (a rate of 0, a share above 1) do not count. Every figure keeps its own source.
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
  const items = new Map(library.costs.items.map((item) => [item.id, item]));
  const supported: SupportedFigure[] = [];
  const inputs: string[] = [];
  const measures = library.measures.map((measure): Measure => {
    const codes = technologies
      .filter(({ planLinks }) => planLinks.includes(measure.id))
      .map((code) => code.id);
    const own = findings.filter((finding) => codes.includes(finding.measure));
    if (own.length === 0) return measure;
    const suggest = (figure: MeasureFigure): MeasureParameter | null => {
      const name = figure.item?.id ?? figure.what;
      const inUnit = findingsInUnit(own, measure.id, name, figure);
      const suggestion = suggestParameter(measure.id, name, figure.unit, inUnit, site, codebook);
      return isUnknown(suggestion.value) || suggestion.papers === 0 ? null : suggestion;
    };
    const use = (figure: MeasureFigure, suggestion: MeasureParameter, triangle: LowLikelyHigh): void => {
      supported.push(figureOf(measure, figure, triangle, suggestion));
      inputs.push(suggestion.inputs);
    };
    return {
      ...measure,
      ...recoveryOf(measure, suggest, use),
      ...erosionOf(measure, suggest, use),
      quantities: measure.quantities.map((quantity) => {
        const item = items.get(quantity.item);
        const isAlone = measure.quantities.filter((one) => one.item === quantity.item).length === 1;
        if (item === undefined || !isAlone || !isEstimateByArea(quantity)) return quantity;
        const figure = amountFigure(item, quantity.amount);
        const suggestion = suggest(figure);
        if (suggestion === null) return quantity;
        const amount = suggestion.value as number;
        use(figure, suggestion, [amount, amount, amount]);
        return { ...quantity, amount, source: FROM_FINDINGS };
      }),
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

type Suggest = (figure: MeasureFigure) => MeasureParameter | null;
type Use = (figure: MeasureFigure, suggestion: MeasureParameter, triangle: LowLikelyHigh) => void;

function recoveryOf(
  { establishes }: Measure,
  suggest: Suggest,
  use: Use,
): Pick<Measure, 'establishes'> | undefined {
  if (establishes === undefined) return undefined;
  let figures = establishes;
  const told: Partial<Record<(typeof RECOVERY)[number], string>> = {};
  for (const what of RECOVERY) {
    const figure = recoveryFigure(what, establishes);
    const suggestion = suggest(figure);
    if (suggestion === null) continue;
    const triangle = triangleOf(suggestion, suggestion.value as number, figure.before, figure.most);
    use(figure, suggestion, triangle);
    told[what] = FROM_FINDINGS;
    figures =
      what === 'reach'
        ? { ...figures, reach: triangle[1] }
        : what === 'rate'
          ? { ...figures, rate: triangle }
          : { ...figures, survival: { arid: triangle, 'semi-arid': triangle, humid: triangle } };
  }
  if (Object.keys(told).length === 0) return undefined;
  return { establishes: { ...figures, figureSources: { ...establishes.figureSources, ...told } } };
}

function erosionOf({ erosion }: Measure, suggest: Suggest, use: Use): Pick<Measure, 'erosion'> | undefined {
  // One source stands for both factors: a measure that has both keeps its own.
  if (erosion?.practice === undefined || erosion.cover !== undefined) return undefined;
  const figure = practiceFigure(erosion.practice);
  const suggestion = suggest(figure);
  if (suggestion === null) return undefined;
  const practice = suggestion.value as number;
  use(figure, suggestion, [practice, practice, practice]);
  return { erosion: { practice, source: FROM_FINDINGS } };
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
  { what, unit, before, item, isDrawn }: MeasureFigure,
  [low, value, high]: LowLikelyHigh,
  { grade, papers, basis, matched, widening, findings }: MeasureParameter,
): SupportedFigure {
  return {
    of: `measure:${id}`,
    name,
    what,
    ...(item === null ? {} : { item: item.name }),
    value,
    unit,
    range: isDrawn ? [low, high] : null,
    librarySays: before[1],
    grade: grade.grade,
    papers,
    basis,
    matched,
    widened: widening.length - 1,
    findings,
  };
}
