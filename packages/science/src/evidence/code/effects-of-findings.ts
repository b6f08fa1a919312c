import { isUnknown, type Unknown, unknown } from '../../base/index.ts';
import {
  type Arm,
  type EffectMeasure,
  type EffectSize,
  hedgesG,
  isPoolable,
  logOddsRatio,
  logResponseRatio,
  logRiskRatio,
  meanDifference,
} from '../pool/index.ts';
import { studentQuantile } from '../pool/student-t.ts';
import type { Code } from './codebook.ts';
import type { EvidenceFinding, ReportedArm, SpreadKind } from './finding.ts';

/** The effects of findings on one scale, and those that could not be brought to it. */
export interface EffectsOfFindings {
  readonly measure: EffectMeasure;
  readonly effects: readonly {
    readonly finding: EvidenceFinding;
    readonly estimate: number;
    readonly variance: number;
  }[];
  readonly leftOut: readonly { readonly finding: string; readonly reason: Unknown }[];
}

/**
 * The effects of findings of one indicator, all in the same measure: what the indicator prescribes (pH: `MD`, survival: `OR`);
 * otherwise events as odds ratios, and means as response ratios where every mean is above 0, else as mean differences. Effects that
 * papers report ready made count where they are of that measure.
 */
export function effectsOfFindings(
  findings: readonly EvidenceFinding[],
  indicator: Pick<Code, 'effect'>,
): EffectsOfFindings {
  const measure = measureFor(findings, indicator);
  const effects: EffectsOfFindings['effects'][number][] = [];
  const leftOut: EffectsOfFindings['leftOut'][number][] = [];
  for (const finding of findings) {
    const effect = effectOf(finding, measure);
    if (isUnknown(effect)) leftOut.push({ finding: finding.id, reason: effect });
    else effects.push({ finding, estimate: effect.estimate, variance: effect.variance });
  }
  return { measure, effects, leftOut };
}

const PRESCRIBED = { lnRR: 'lnRR', MD: 'MD', SMD: 'SMD', OR: 'logOR', RR: 'logRR' } as const;

function measureFor(findings: readonly EvidenceFinding[], { effect }: Pick<Code, 'effect'>): EffectMeasure {
  if (effect !== null) return PRESCRIBED[effect];
  const numbers = findings.flatMap((finding) => (finding.numbers === null ? [] : [finding.numbers]));
  const means = numbers.filter((one) => one.kind === 'means');
  if (means.length > 0)
    return means.every(({ treated, comparator }) => treated.mean > 0 && comparator.mean > 0) ? 'lnRR' : 'MD';
  if (numbers.some(({ kind }) => kind === 'events')) return 'logOR';
  const given = numbers.find((one) => one.kind === 'effect');
  return given?.measure ?? 'lnRR';
}

function effectOf(
  { numbers }: EvidenceFinding,
  measure: EffectMeasure,
): Pick<EffectSize, 'estimate' | 'variance'> | Unknown {
  if (numbers === null) return unknown('no-numbers');
  if (numbers.kind === 'effect')
    return numbers.measure === measure && isPoolable(numbers)
      ? numbers
      : unknown('other-measure', { got: numbers.measure, expected: measure });
  if (numbers.kind === 'events') {
    if (measure === 'logOR') return logOddsRatio(numbers.treated, numbers.comparator);
    if (measure === 'logRR') return logRiskRatio(numbers.treated, numbers.comparator);
    return unknown('other-measure', { got: 'events', expected: measure });
  }
  if (measure === 'logOR' || measure === 'logRR') {
    const [treated, comparator] = [shareAsEvents(numbers.treated), shareAsEvents(numbers.comparator)];
    if (treated === null || comparator === null)
      return unknown('other-measure', { got: 'means', expected: measure });
    return (measure === 'logOR' ? logOddsRatio : logRiskRatio)(treated, comparator);
  }
  if (numbers.spread === 'unknown') return unknown('spread-kind-unknown');
  const [treated, comparator] = [
    armOf(numbers.treated, numbers.spread),
    armOf(numbers.comparator, numbers.spread),
  ];
  const effect = { lnRR: logResponseRatio, MD: meanDifference, SMD: hedgesG }[measure](treated, comparator);
  return isUnknown(effect) || isPoolable(effect) ? effect : unknown('no-effect-spread');
}

/** Range between the quartiles of a normal distribution, in standard deviations. */
const QUARTILE_RANGE = 1.3489795003921634;

/** A printed spread as a standard deviation. */
function armOf({ mean, spread, n }: ReportedArm, kind: Exclude<SpreadKind, 'unknown'>): Arm {
  const sd = {
    sd: () => spread,
    se: () => spread * Math.sqrt(n),
    ci95: () => (spread * Math.sqrt(n)) / studentQuantile(0.975, n - 1),
    iqr: () => spread / QUARTILE_RANGE,
  }[kind]();
  return { mean, sd, n };
}

/** A share of n as whole numbers with and without; null where the mean is no share. */
function shareAsEvents({ mean, n }: ReportedArm): { events: number; without: number } | null {
  if (mean < 0 || mean > 1) return null;
  const events = Math.round(mean * n);
  return { events, without: n - events };
}
