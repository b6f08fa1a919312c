import { isUnknown } from '../base/index.ts';
import type { TargetLand } from '../site/index.ts';
import type { IndicatorId } from './declare.ts';
import type { RuleChange } from './evaluate-rules.ts';
import { type FindingRule, limitFor } from './rules.ts';
import type { Factor, IndicatorValue } from './types.ts';

/** What a target land tolerates of one factor; ends belong to the range. */
export interface Tolerance {
  /** Null where it has no lower or no upper end. */
  readonly low: number | null;
  readonly high: number | null;
  /** Every end was read in its document, or stated by the project. */
  readonly verified: boolean;
}

export type Tolerances = Readonly<Partial<Record<IndicatorId, Tolerance>>>;

export interface FactorTolerance {
  readonly indicator: IndicatorId;
  readonly state: 'within' | 'outside' | 'unknown';
  /** How far outside, in steps of the factor (see `STEPS`); 0 within, null where unknown. */
  readonly excess: number | null;
  readonly tolerance: Tolerance;
}

export interface ShelfordGate {
  /** `limited`: something lies outside; `tolerated`: all is known, within, and verified; else `insufficient`. */
  readonly verdict: 'limited' | 'tolerated' | 'insufficient';
  /** The factor farthest outside what the land tolerates: it limits whatever the weights. */
  readonly limiting: IndicatorId | null;
  /** In the order of the tolerances. */
  readonly factors: readonly FactorTolerance[];
}

/**
 * What the site offers plants, against what shows how plants fare: only the first can be beyond tolerance. Soil loss shows
 * it too: it falls as cover closes.
 */
const SITE_FACTORS: readonly Factor[] = ['slope', 'stability', 'water', 'soil-depth', 'soil-quality'];

/** What counts as one step outside, so that centimetres and pH can be ranked; our own, by field judgement. */
const STEPS: Readonly<Partial<Record<IndicatorId, number>>> = {
  'slope-mean': 10,
  'slope-p90': 10,
  'steep-share': 0.25,
  relief: 50,
  'stability-factor': 0.3,
  'water-deficit': 1500,
  precipitation: 100,
  'soil-depth': 20,
  ph: 1,
  'organic-matter': 5,
  'bulk-density': 0.15,
  gravel: 15,
  salinity: 4,
};

/**
 * Tolerance ranges of a target land, from the rules in force: the strictest lower and the strictest upper limit of
 * each site factor. Rules with a condition and rules on how plants fare are left out.
 *
 * @param changes limits and switches of the project, by rule id; a limit it states counts as verified
 */
export function tolerancesOf(
  target: TargetLand,
  rules: readonly FindingRule[],
  changes: Readonly<Record<string, RuleChange>> = {},
): Tolerances {
  const ranges: Partial<Record<IndicatorId, Tolerance>> = {};
  for (const rule of rules) {
    const change = changes[rule.id];
    if (change?.off === true || rule.onlyWhere !== undefined || !SITE_FACTORS.includes(rule.factor)) continue;
    const limit = limitFor(change?.limit ?? rule.limit, target);
    if (limit === null) continue;
    const { low, high, verified } = ranges[rule.indicator] ?? { low: null, high: null, verified: true };
    const read =
      change?.limit !== undefined ||
      (typeof rule.verified === 'boolean' ? rule.verified : rule.verified.includes(target));
    ranges[rule.indicator] = {
      low: rule.beyond === 'below' ? Math.max(limit, low ?? limit) : low,
      high: rule.beyond === 'above' ? Math.min(limit, high ?? limit) : high,
      verified: verified && read,
    };
  }
  return ranges;
}

/**
 * Shelford's law of tolerance as a gate: a factor outside what the target land tolerates limits the unit, however
 * good all others are and whatever weights say. Of several the one most steps outside is the limiting factor.
 *
 * @param values of one unit; a tolerance whose indicator is absent counts as unknown
 * @source Shelford 1913, Animal communities in temperate America
 */
export function shelfordGate(
  values: Readonly<Partial<Record<IndicatorId, IndicatorValue>>>,
  tolerances: Tolerances,
): ShelfordGate {
  const factors = (Object.keys(tolerances) as IndicatorId[]).map((indicator): FactorTolerance => {
    const tolerance = tolerances[indicator]!;
    const value = values[indicator];
    if (value === undefined || isUnknown(value))
      return { indicator, state: 'unknown', excess: null, tolerance };
    const outside = Math.max(
      tolerance.low === null ? 0 : tolerance.low - value.value,
      tolerance.high === null ? 0 : value.value - tolerance.high,
      0,
    );
    return {
      indicator,
      state: outside > 0 ? 'outside' : 'within',
      excess: outside / (STEPS[indicator] ?? 1),
      tolerance,
    };
  });
  let limiting: FactorTolerance | null = null;
  for (const factor of factors)
    if (factor.state === 'outside' && (limiting === null || factor.excess! > limiting.excess!))
      limiting = factor;
  const sure =
    factors.length > 0 && factors.every(({ state, tolerance }) => state === 'within' && tolerance.verified);
  return {
    verdict: limiting !== null ? 'limited' : sure ? 'tolerated' : 'insufficient',
    limiting: limiting?.indicator ?? null,
    factors,
  };
}
