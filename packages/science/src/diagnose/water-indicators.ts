import { isUnknown, unknown } from '../base/index.ts';
import type { TargetLand } from '../site/index.ts';
import { budykoFu } from './budyko-fu.ts';
import type { IndicatorId } from './declare.ts';
import { irrigationNeed } from './irrigation-need.ts';
import type { DiagnoseSettings } from './settings.ts';
import type { Evidence, IndicatorValue } from './types.ts';

export type WaterIndicator = Extract<IndicatorId, 'precipitation' | 'water-deficit' | 'water-yield'>;

/**
 * What the climate of the settings says of one unit: precipitation of the year, what of it plants leave as runoff and recharge
 * (`budykoFu`), and the water its target land needs less the water that can be brought to it (never below 0). A land without a crop coefficient is not irrigated.
 *
 * @param waterM3HaYr water that can be brought, m3/(ha a); null counts as none, since nobody said there was any
 */
export function waterIndicators(
  settings: Pick<DiagnoseSettings, 'climate' | 'crop'>,
  target: TargetLand,
  waterM3HaYr: number | null,
): Readonly<Record<WaterIndicator, IndicatorValue>> {
  const { climate, crop } = settings;
  if (climate === undefined) {
    const none = unknown('no-climate');
    return { precipitation: none, 'water-deficit': none, 'water-yield': none };
  }
  const evidence = (source: string): Evidence => ({ kind: 'settings', source, count: 1 });
  const cropCoefficient = crop[target];
  const { precipitationMm, petMm, effectiveShare, fuShape } = climate;
  const balance = budykoFu(precipitationMm, petMm, fuShape);
  return {
    precipitation: {
      kind: 'known',
      value: precipitationMm,
      low: null,
      high: null,
      evidence: evidence('diagnose.climate.precipitationMm'),
    },
    'water-yield': isUnknown(balance)
      ? balance
      : {
          kind: 'known',
          value: balance.waterYieldMm,
          low: null,
          high: null,
          evidence: evidence('diagnose.climate'),
        },
    'water-deficit':
      cropCoefficient === undefined
        ? unknown('not-irrigated')
        : {
            kind: 'known',
            value: Math.max(
              0,
              irrigationNeed({
                cropCoefficient,
                referenceEvapotranspirationMm: petMm,
                effectiveRainMm: effectiveShare * precipitationMm,
              }) - (waterM3HaYr ?? 0),
            ),
            low: null,
            high: null,
            evidence: evidence('diagnose.climate, diagnose.crop'),
          },
  };
}
