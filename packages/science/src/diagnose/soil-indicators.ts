import { isUnknown, type Unknown, unknown } from '../base/index.ts';
import type { AnalyteId, FieldSample, Reading } from '../site/index.ts';
import type { IndicatorId } from './declare.ts';
import type { IndicatorValue, KnownIndicator } from './types.ts';

export type SoilIndicator = Extract<
  IndicatorId,
  'soil-depth' | 'ph' | 'organic-matter' | 'soil-carbon' | 'bulk-density' | 'gravel' | 'salinity'
>;

const ANALYTES: Readonly<Record<Exclude<SoilIndicator, 'organic-matter' | 'soil-carbon'>, AnalyteId>> = {
  'soil-depth': 'soilDepth',
  ph: 'pH',
  'bulk-density': 'bulkDensity',
  gravel: 'gravel',
  salinity: 'ec',
};

/** Samples that begin deeper say nothing of the topsoil, cm. */
const TOPSOIL_CM = 20;

/** Organic matter over organic carbon, by the convention of van Bemmelen. */
const MATTER_PER_CARBON = 1.724;

/** Carbon is counted to this depth, as inventories do, cm. */
const CARBON_DEPTH_CM = 30;

/**
 * What soil samples say of one unit: the median of each property of the topsoil, with the least and greatest reading.
 * Readings below detection take their place at the lower end; where the median is one of them, the value is unknown
 * `median-below-detection`. A sample from below 20 cm is left out.
 *
 * Organic matter that was not measured is 1.724 times the organic carbon. Carbon of the soil, t C/ha, is
 * SOC (g/kg) x bulk density (g/cm3) x depth (cm) x (1 - gravel / 100) / 10, to 30 cm or as deep as the soil is; soil without
 * a reading of gravel or depth counts as free of stones and deep enough.
 *
 * @param samples those that speak for the unit, see `samplingSupport`
 * @param unsupported why none does; null where some do
 */
export function soilIndicators(
  samples: readonly FieldSample[],
  unsupported: Unknown | null,
): Readonly<Record<SoilIndicator, IndicatorValue>> {
  const median = (analyte: AnalyteId): IndicatorValue => unsupported ?? topsoilMedian(samples, analyte);
  const matter = median('som');
  const carbon = median('soc');
  const out = {
    'organic-matter': isUnknown(matter) && !isUnknown(carbon) ? scaled(carbon, MATTER_PER_CARBON) : matter,
  } as Record<SoilIndicator, IndicatorValue>;
  for (const indicator of Object.keys(ANALYTES) as (keyof typeof ANALYTES)[])
    out[indicator] = median(ANALYTES[indicator]);
  out['soil-carbon'] = carbonStockOf(
    isUnknown(carbon) && !isUnknown(matter) ? scaled(matter, 1 / MATTER_PER_CARBON) : carbon,
    out,
  );
  return out;
}

function carbonStockOf(
  carbon: IndicatorValue,
  soil: Readonly<Record<'bulk-density' | 'gravel' | 'soil-depth', IndicatorValue>>,
): IndicatorValue {
  const { 'bulk-density': density, gravel, 'soil-depth': depth } = soil;
  if (isUnknown(carbon)) return carbon;
  if (isUnknown(density)) return density;
  const depthCm = isUnknown(depth) ? CARBON_DEPTH_CM : Math.min(CARBON_DEPTH_CM, depth.value);
  const fine = isUnknown(gravel) ? 1 : 1 - gravel.value / 100;
  return scaled(carbon, (density.value * depthCm * fine) / 10);
}

function scaled({ kind, value, low, high, evidence }: KnownIndicator, by: number): KnownIndicator {
  return {
    kind,
    value: value * by,
    low: low === null ? null : low * by,
    high: high === null ? null : high * by,
    evidence,
  };
}

/** The median of one analyte over the topsoil samples, as `soilIndicators` tells. */
export function topsoilMedian(samples: readonly FieldSample[], analyte: AnalyteId): IndicatorValue {
  const tested = samples.flatMap(({ id, kind, depthFromCm, values }) => {
    const reading = values[analyte];
    if (kind !== 'soil' || (depthFromCm ?? 0) >= TOPSOIL_CM || reading === undefined) return [];
    return [{ id, at: placeOf(reading) }];
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
