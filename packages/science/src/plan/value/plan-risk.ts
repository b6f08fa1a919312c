import { isUnknown } from '../../base/index.ts';
import type { LowLikelyHigh } from '../library/index.ts';
import type { Programme, ProgrammeOption } from '../programme/programme.ts';
import { OBJECTIVES, type OutcomeSpread, type PlanRisk, type RangedOutcome } from '../result.ts';
import { type MonteCarloOutput, monteCarlo, type RiskFactor, sobolIndices, tornado } from '../risk/index.ts';
import { type OutcomeContext, optionOutcome } from './option-outcome.ts';

/** What is uncertain: each moves all figures of its kind together, from their low to their high. */
export const RISK_FACTORS = [
  'cost-earthworks',
  'cost-soil',
  'cost-plants',
  'cost-other',
  'survival',
  'rate',
  'revenue',
] as const;
type FactorName = (typeof RISK_FACTORS)[number];

/** Evaluations of single options that a study may take; larger plans get fewer draws. */
const MOST_EVALUATIONS = 400_000;
const LEAST_DRAWS = 50;
const SOBOL_DRAWS = 512;

/** Carbon has no range: only the plants that survive would move it, not the stocks and the power that make up nearly all of it. */
const RANGED = OBJECTIVES.filter((id) => id !== 'carbon');
const OUTPUTS: readonly RangedOutcome[] = ['cost', ...RANGED];

/**
 * How far the outcomes of a plan may lie from the likely ones: Latin hypercube draws over cost, survival, recovery rate and revenue
 * (every figure of a kind moves together: one dear year is dear for all units), what each factor alone does to the NPV, and its first-
 * order share of the variance (Sobol). A position p in 0..1 takes the quantile p of the triangle (low, likely, high) of each figure.
 *
 * @returns null without draws or without any choice
 */
export function planRisk(
  programme: Programme,
  chosen: readonly ProgrammeOption[],
  context: OutcomeContext,
  options: {
    readonly draws: number;
    readonly seed: number;
    /** Shared works of the plan, which do not vary: what they cost, and as an NPV. */
    readonly works?: { readonly cost: number; readonly npv: number };
  },
): PlanRisk | null {
  if (options.draws === 0 || chosen.length === 0) return null;
  const draws = Math.max(LEAST_DRAWS, Math.min(options.draws, Math.floor(MOST_EVALUATIONS / chosen.length)));
  const { cost: worksCost = 0, npv: worksNpv = 0 } = options.works ?? {};
  const model = (x: Float64Array): Float64Array => {
    const sums = outcomesAt(chosen, context, x);
    sums[0]! += worksCost;
    sums[OUTPUTS.indexOf('npv')]! += worksNpv;
    return sums;
  };
  const factors = RISK_FACTORS.map((name): RiskFactor => ({ name, kind: 'uniform', low: 0, high: 1 }));
  const spreads = monteCarlo(model, factors, {
    draws,
    seed: options.seed,
    thresholds: OUTPUTS.map((id) => (id === 'cost' ? budgetOf(programme) : null)),
  });
  const cost = spreads[0]!;
  const npv = OUTPUTS.indexOf('npv');
  const bars = tornado(model, factors, { output: npv });
  // Shares of the variance take some ten evaluations a draw; a very large plan goes without.
  const sobolDraws = Math.min(SOBOL_DRAWS, Math.floor(MOST_EVALUATIONS / chosen.length / 10));
  const shares =
    sobolDraws < LEAST_DRAWS
      ? null
      : sobolIndices(model, factors, { output: npv, draws: sobolDraws, seed: options.seed });
  return {
    draws,
    outcomes: Object.fromEntries(
      OUTPUTS.map((id, i) => [id, spreadOf(spreads[i]!, model(middle())[i]!)]),
    ) as PlanRisk['outcomes'],
    overBudget: isUnknown(cost) || cost.below === null ? null : 1 - cost.below,
    tornado: isUnknown(bars) ? [] : bars.bars.map(({ factor, low, high }) => ({ factor, low, high })),
    sobol:
      shares === null || isUnknown(shares)
        ? []
        : shares.map(({ factor, first, firstError }) => ({ factor, first, se: firstError })),
  };
}

/** All public money of the programme; null where no budget was stated. */
function budgetOf({ funds }: Programme): number | null {
  if (funds.length === 0) return null;
  let sum = 0;
  for (const { amounts } of funds) for (const amount of amounts.values()) sum += amount;
  return sum;
}

function middle(): Float64Array {
  return new Float64Array(RISK_FACTORS.length).fill(0.5);
}

function outcomesAt(
  chosen: readonly ProgrammeOption[],
  context: OutcomeContext,
  x: Float64Array,
): Float64Array {
  const at = (name: FactorName): number => x[RISK_FACTORS.indexOf(name)]!;
  const costs = new Map<string, number>();
  const drawn: OutcomeContext = {
    ...context,
    brief: true,
    costOf: (item) => {
      const known = costs.get(item.id);
      if (known !== undefined) return known;
      const cost = triangleQuantile(item.cost, at(costFactor(item.id, item.topsoilM3PerUnit)));
      costs.set(item.id, cost);
      return cost;
    },
    revenueOf: (spread) => triangleQuantile(spread, at('revenue')),
    draw: (spread, factor) => triangleQuantile(spread, at(factor)),
  };
  const sums = new Float64Array(OUTPUTS.length);
  for (const { candidate, year } of chosen) {
    const { unit, one, bill, tasks } = candidate;
    const { publicCost, objectives } = optionOutcome(unit, one, bill, tasks, year, drawn);
    sums[0]! += publicCost;
    RANGED.forEach((id, i) => {
      sums[i + 1]! += objectives[id];
    });
  }
  return sums;
}

const SOIL = /^haul$|\bsoil\b|\bsoil-|lime|gypsum|biochar|stabiliser|fertiliser|stone-removal|deep-ripping/;
const EARTHWORKS =
  /earth|fill-|rock|regrad|backfill|terrac|drain|haul|demolition|hardstanding|active-net|gravel|shore/;
/** Not `plant` alone: a solar or treatment plant is none. */
const PLANTS = /seed|planting|sapling|orchard|tending|fence|patrol|hydro|mulch|crop|straw|phyto/;

/** Which market a cost item is bought on, by the words of its id. */
export function costFactor(id: string, topsoil: number): FactorName {
  if (topsoil > 0 || SOIL.test(id)) return 'cost-soil';
  if (EARTHWORKS.test(id)) return 'cost-earthworks';
  return PLANTS.test(id) ? 'cost-plants' : 'cost-other';
}

/** Value below which a share p of a triangle (low, likely, high) lies; the likely value where the triangle has no width. */
export function triangleQuantile([low, likely, high]: LowLikelyHigh | readonly number[], p: number): number {
  const [a, m, b] = [low!, likely!, high!];
  if (!(b > a)) return m;
  const turn = (m - a) / (b - a);
  return p < turn ? a + Math.sqrt(p * (b - a) * (m - a)) : b - Math.sqrt((1 - p) * (b - a) * (b - m));
}

function spreadOf(output: MonteCarloOutput | { readonly kind: 'unknown' }, alike: number): OutcomeSpread {
  if ('kind' in output)
    return { mean: alike, sd: 0, p5: alike, p25: alike, p50: alike, p75: alike, p95: alike };
  const { mean, sd, p5, p25, p50, p75, p95 } = output;
  return { mean, sd, p5, p25, p50, p75, p95 };
}
