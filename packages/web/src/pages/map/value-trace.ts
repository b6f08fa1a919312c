import type { ObservationResult, WetnessSet, ZoneYear } from '@aftermine/science/observe';
import type { Language } from '../../app/language.ts';
import type { Trace } from '../../parts/evidence-drawer.tsx';
import { percentText } from '../../parts/numbers.ts';
import { sensorNames } from '../../parts/sensor-names.ts';
import { mapTexts } from '../../texts/map.ts';
import { methodOf } from './method-of.ts';

/** What stands behind one value of one zone in one year. */
export function valueTrace(
  record: ObservationResult,
  index: string,
  year: ZoneYear,
  told: { readonly title: string; readonly value: string },
  language: Language,
  wetness: WetnessSet | null,
): Trace {
  const text = (key: keyof typeof mapTexts, params: Readonly<Record<string, string | number>> = {}): string =>
    Object.entries(params).reduce(
      (line, [name, value]) => line.replace(`{${name}}`, String(value)),
      mapTexts[key][language],
    );
  const kind = index === 'rsei' ? 'rsei' : 'components';
  const summary = record.yearSummaries.find((one) => one.year === year.year);
  const layer = record.layers.find((one) => one.kind === kind && one.year === year.year);
  return {
    ...told,
    source: [
      ...(layer === undefined
        ? []
        : [text('map.trace.source', { kind, year: year.year, hash: layer.sha256.slice(0, 12) })]),
      ...(summary === undefined
        ? []
        : [
            text('map.trace.scenes', {
              count: summary.sceneCount,
              sensors: sensorNames(summary.sensors, language),
            }),
          ]),
    ],
    steps: [text('map.trace.steps.composite'), text('map.trace.steps.median')],
    rule: methodOf(index, wetness),
    confidence: text('map.trace.confidence', {
      valid: year.validCount,
      all: year.pixelCount,
      share: percentText(year.validShare, language, 1),
    }),
    change: text('map.trace.change'),
    accepted: text('map.trace.accepted', { year: record.years.at(-1) ?? '' }),
  };
}
