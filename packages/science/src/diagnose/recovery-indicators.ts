import { type Unknown, unknown } from '../base/index.ts';
import type { ObservationResult } from '../observe/index.ts';
import { kendallScore, theilSen } from '../series/index.ts';
import type { IndicatorId } from './declare.ts';
import type { IndicatorValue } from './types.ts';

/** A unit whose fitted course rose by less than this since reclamation had nothing to lose, in index units. */
const LEAST_GAIN = 0.05;
/** Id under which a site without units is judged as one. */
export const WHOLE_SITE = 'boundary';
/** Years a growth rate needs at least. */
const LEAST_YEARS = 4;

export type RecoveryIndicator = Extract<
  IndicatorId,
  'index-gap' | 'years-since-reclaimed' | 'growth-since-reclaimed' | 'relapse-share'
>;

/**
 * What an observation says of the recovery of one unit.
 *
 * - index-gap: median of the ecological index of the unit less that of the reference areas, in the last year in
 *   which both were seen; the spread is that of the unit against the quartiles of the references
 * - years-since-reclaimed: last year of the observation less the year of reclamation
 * - growth-since-reclaimed: Theil-Sen slope per year of the median of the ecological index (of the segmented index where
 *   that was refused) from the year of reclamation on, over at least four years
 * - relapse-share: (peak - last) / (peak - start) of the fitted course since reclamation, 0 = nothing lost,
 *   1 = back to where it began, or below; unknown where the course never rose by 0.05
 *
 * @param result null where nothing was observed yet
 * @param yearReclaimed null where nobody reclaimed the unit: the last three are then unknown
 */
export function recoveryIndicators(
  result: ObservationResult | null,
  unitId: string,
  yearReclaimed: number | null,
): Readonly<Record<RecoveryIndicator, IndicatorValue>> {
  const trajectory =
    unitId === WHOLE_SITE ? result?.trajectories.boundary : result?.trajectories.units[unitId];
  if (result === null || trajectory === undefined) {
    return noRecovery(unknown('no-observation'));
  }
  const lead = result.fit.gate === 'refused' ? trajectory.index : 'rsei';
  const gap = trajectory.gapToReference[lead]?.at(-1);
  const indexGap: IndicatorValue =
    gap === undefined
      ? unknown('no-reference-value')
      : {
          kind: 'known',
          value: gap.gap,
          low: gap.low,
          high: gap.high,
          evidence: {
            kind: 'observation',
            source: `${lead} ${gap.year}`,
            count: gapCount(result, unitId, gap.year),
          },
        };
  const lastYear = result.years.at(-1);
  if (yearReclaimed === null || lastYear === undefined) {
    const none = unknown('not-reclaimed');
    return {
      'index-gap': indexGap,
      'years-since-reclaimed': none,
      'growth-since-reclaimed': none,
      'relapse-share': none,
    };
  }
  const { index } = trajectory;
  const yearly = lead === 'rsei' ? result.rsei : result.components[index];
  const since = (yearly?.units[unitId] ?? []).flatMap(({ year, median }) =>
    median === null || year < yearReclaimed ? [] : [{ year, median }],
  );
  const evidence = { kind: 'observation', source: index, count: since.length } as const;
  return {
    'index-gap': indexGap,
    'years-since-reclaimed': {
      kind: 'known',
      value: lastYear - yearReclaimed,
      low: null,
      high: null,
      evidence: { kind: 'register', source: 'year_reclaimed', count: since.length },
    },
    'growth-since-reclaimed': growth(since, { ...evidence, source: lead }),
    'relapse-share': relapse(trajectory.vertices, yearReclaimed, evidence),
  };
}

/** The same answer to every question: land that was never observed, or that is itself the reference. */
export function noRecovery(reason: Unknown): Readonly<Record<RecoveryIndicator, IndicatorValue>> {
  return {
    'index-gap': reason,
    'years-since-reclaimed': reason,
    'growth-since-reclaimed': reason,
    'relapse-share': reason,
  };
}

type KnownEvidence = { readonly kind: 'observation'; readonly source: string; readonly count: number };

/** Pixels behind the value of the unit in that year. */
function gapCount(result: ObservationResult, unitId: string, year: number): number {
  const years = unitId === WHOLE_SITE ? result.rsei.boundary : result.rsei.units[unitId];
  return years?.find((one) => one.year === year)?.validCount ?? 0;
}

function growth(since: readonly { year: number; median: number }[], evidence: KnownEvidence): IndicatorValue {
  if (since.length < LEAST_YEARS) return unknown('too-few-years-since', { years: since.length });
  const values = since.map(({ median }) => median);
  const { slopePerYear, slopeLow, slopeHigh } = theilSen(
    since.map(({ year }) => year),
    values,
    kendallScore(values).varS,
  );
  return { kind: 'known', value: slopePerYear, low: slopeLow, high: slopeHigh, evidence };
}

/** The fitted course is piecewise straight: its peak since a year is at that year or at a later vertex. */
function relapse(
  vertices: readonly { readonly year: number; readonly value: number }[],
  from: number,
  evidence: KnownEvidence,
): IndicatorValue {
  const start = valueAt(vertices, from);
  const later = vertices.filter(({ year }) => year > from);
  const last = later.at(-1);
  if (start === null || last === undefined) return unknown('no-observation');
  const peak = Math.max(start, ...later.map(({ value }) => value));
  if (peak - start < LEAST_GAIN) return unknown('nothing-grew');
  return {
    kind: 'known',
    value: Math.min(1, (peak - last.value) / (peak - start)),
    low: null,
    high: null,
    evidence,
  };
}

function valueAt(
  vertices: readonly { readonly year: number; readonly value: number }[],
  year: number,
): number | null {
  const first = vertices[0];
  if (first === undefined) return null;
  if (year <= first.year) return first.value;
  for (let i = 1; i < vertices.length; i += 1) {
    const [a, b] = [vertices[i - 1]!, vertices[i]!];
    if (year <= b.year) return a.value + ((b.value - a.value) * (year - a.year)) / (b.year - a.year);
  }
  return vertices.at(-1)!.value;
}
