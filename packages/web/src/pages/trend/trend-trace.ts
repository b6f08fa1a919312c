import type { ObservationResult, WetnessSet, ZoneTrend } from '@aftermine/science/observe';
import { indexInSentence, pText } from '@aftermine/science/report/observation';
import type { Language } from '../../app/language.ts';
import type { Trace } from '../../parts/evidence-drawer.tsx';
import { trendTexts } from '../../texts/trend.ts';
import { methodOf } from '../map/method-of.ts';

const TEST = [
  'Sen 1968, doi:10.1080/01621459.1968.10480934 (docs/methods/theil-sen.md)',
  'Mann 1945, doi:10.2307/1907187; Hamed and Rao 1998, doi:10.1016/S0022-1694(97)00125-X (docs/methods/mann-kendall.md)',
];
const TURN = [
  'Kennedy, Yang and Cohen 2010, doi:10.1016/j.rse.2010.07.008 (docs/methods/segment-trajectory.md)',
  'Bai 1997, doi:10.1162/003465397557132 (docs/methods/breakpoint-interval.md)',
];
const RECOVERY = [
  'PEOPLE-ER/spectral-recovery; Kennedy et al. 2012, doi:10.1016/j.rse.2011.09.024 (docs/methods/recovery-metrics.md)',
];

/** Fills a text of the page. */
export function trendText(
  key: keyof typeof trendTexts,
  language: Language,
  params: Readonly<Record<string, string | number>> = {},
): string {
  return Object.entries(params).reduce(
    (line, [name, value]) => line.replaceAll(`{${name}}`, String(value)),
    trendTexts[key][language],
  );
}

interface Told {
  readonly title: string;
  readonly value: string;
}

/** What stands behind a figure of the test of a trend. */
export function testTrace(
  record: ObservationResult,
  index: string,
  trend: Pick<ZoneTrend, 'n' | 'p'> & { readonly method?: string },
  [from, to]: readonly [number, number],
  told: Told,
  language: Language,
  wetness: WetnessSet | null,
): Trace {
  return {
    ...told,
    source: [
      trendText('trend.trace.source', language, {
        index: indexInSentence(record, index, language),
        n: trend.n,
        from,
        to,
      }),
    ],
    steps: [trendText('trend.method.series', language), trendText('trend.trace.step', language)],
    rule: [...TEST, ...methodOf(index, wetness)],
    confidence: trendText('trend.trace.confidence', language, {
      p: pText(language, trend.p),
      n: trend.n,
      method: trend.method ?? 'original',
    }),
    change: trendText('trend.trace.change', language),
    accepted: acceptedOf(record, language),
  };
}

/** What stands behind a turn, a gap or a metric of recovery. */
export function intervalTrace(
  record: ObservationResult,
  kind: 'turn' | 'gap' | 'recovery',
  index: string,
  told: Told,
  interval: { readonly low: string; readonly high: string } | null,
  language: Language,
): Trace {
  return {
    ...told,
    source: [
      trendText('trend.trace.source', language, {
        index: indexInSentence(record, index, language),
        n: record.years.length,
        from: record.years[0] ?? '',
        to: record.years.at(-1) ?? '',
      }),
    ],
    steps: [
      trendText('trend.method.series', language),
      trendText(kind === 'turn' ? 'trend.trace.turn-step' : 'trend.trace.step', language),
    ],
    rule: kind === 'turn' ? TURN : kind === 'recovery' ? RECOVERY : ['docs/methods/reference-band.md'],
    confidence: interval === null ? '–' : trendText('trend.trace.interval', language, interval),
    change: trendText('trend.trace.change', language),
    accepted: acceptedOf(record, language),
  };
}

export function acceptedOf(record: ObservationResult, language: Language): string {
  return trendText('trend.trace.accepted', language, { year: record.years.at(-1) ?? '' });
}
