import { type Unknown, unknown } from '../base/index.ts';
import type { AnalyteId, FieldSample, Reading } from '../site/index.ts';
import type { IndicatorId } from './declare.ts';
import type { IndicatorValue } from './types.ts';

export type SoilIndicator = Extract<
  IndicatorId,
  'soil-depth' | 'ph' | 'organic-matter' | 'bulk-density' | 'gravel' | 'salinity'
>;

const ANALYTES: Readonly<Record<SoilIndicator, AnalyteId>> = {
  'soil-depth': 'soilDepth',
  ph: 'pH',
  'organic-matter': 'som',
  'bulk-density': 'bulkDensity',
  gravel: 'gravel',
  salinity: 'ec',
};

/** Samples that begin deeper say nothing of the topsoil, cm. */
const TOPSOIL_CM = 20;

/**
 * What soil samples say of one unit: the median of each property of the topsoil, with the least and greatest reading.
 * Readings below detection take their place at the lower end; where the median is one of them, the value is unknown
 * `median-below-detection`. A sample from below 20 cm is left out.
 *
 * @param samples those that speak for the unit, see `samplingSupport`
 * @param unsupported why none does; null where some do
 */
export function soilIndicators(
  samples: readonly FieldSample[],
  unsupported: Unknown | null,
): Readonly<Record<SoilIndicator, IndicatorValue>> {
  const topsoil = samples.filter(
    ({ kind, depthFromCm }) => kind === 'soil' && (depthFromCm ?? 0) < TOPSOIL_CM,
  );
  const out = {} as Record<SoilIndicator, IndicatorValue>;
  for (const indicator of Object.keys(ANALYTES) as SoilIndicator[])
    out[indicator] = unsupported ?? medianOf(topsoil, ANALYTES[indicator]);
  return out;
}

function medianOf(samples: readonly FieldSample[], analyte: AnalyteId): IndicatorValue {
  const tested = samples.flatMap(({ id, values }) => {
    const reading = values[analyte];
    return reading === undefined ? [] : [{ id, at: placeOf(reading) }];
  });
  if (tested.length === 0) return unknown('indicator-not-sampled');
  const sorted = tested.map(({ at }) => at).sort((a, b) => a - b);
  const [lower, upper] = [sorted[(sorted.length - 1) >> 1]!, sorted[sorted.length >> 1]!];
  if (lower === BELOW) return unknown('median-below-detection');
  const least = sorted[0]!;
  return {
    kind: 'known',
    value: (lower + upper) / 2,
    low: least === BELOW ? null : least,
    high: sorted.at(-1)!,
    evidence: { kind: 'samples', source: tested.map(({ id }) => id).join(', '), count: tested.length },
  };
}

/** Below every value: how far below nobody knows. */
const BELOW = Number.NEGATIVE_INFINITY;

function placeOf(reading: Reading): number {
  return 'value' in reading ? reading.value : BELOW;
}
