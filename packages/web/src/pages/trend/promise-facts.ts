import type { UnitSeason } from '@aftermine/science/control';
import type { ObservationResult } from '@aftermine/science/observe';
import { numberText } from '@aftermine/science/report/observation';
import type { UnitSheet } from 'aftermine/contract';
import type { Language } from '../../app/language.ts';
import { percentText } from '../../parts/numbers.ts';
import type { Fact } from './fact-table.tsx';
import { promiseOnIndex } from './promise-on-index.ts';
import { acceptedOf, trendText } from './trend-trace.ts';

/** Target, promise and expectation of the last year they reach, as values of the index, each with its evidence. */
export function promiseFacts(sheet: UnitSheet, record: ObservationResult, language: Language): Fact[] {
  const lines = promiseOnIndex(sheet);
  if (lines === null || sheet.season === null) return [];
  const { year: season, unit } = sheet.season;
  const { promise } = unit as UnitSeason;
  const fact = (
    key: 'target-at' | 'promised-at' | 'expected-at',
    year: number,
    value: string,
    sure: string,
  ): Fact => {
    const name = trendText(`trend.${key}`, language, { year });
    return {
      name,
      value,
      trace: () => ({
        title: name,
        value,
        source: [
          trendText('trend.trace.promise', language, {
            year: season,
            package: promise.package ?? '–',
            acceptance: promise.acceptanceYear ?? '–',
          }),
        ],
        steps: [
          trendText('trend.method.promise', language),
          trendText('trend.promise-note', language, { year: lines.referenceTo }),
        ],
        rule: [
          'docs/methods/recovery-course.md',
          'docs/methods/recovery-filter.md',
          'docs/methods/forecast-fan.md',
        ],
        confidence: sure,
        change: trendText('trend.trace.change', language),
        accepted: acceptedOf(record, language),
      }),
    };
  };
  const number = (value: number): string => numberText(language, value, 2);
  const [target, promised, expected] = [lines.target.at(-1), lines.promised.at(-1), lines.fan.at(-1)];
  return [
    ...(target === undefined
      ? []
      : [fact('target-at', target.year, number(target.value), percentText(lines.share, language))]),
    ...(promised === undefined ? [] : [fact('promised-at', promised.year, number(promised.value), '–')]),
    ...(expected === undefined
      ? []
      : [
          fact(
            'expected-at',
            expected.year,
            trendText('trend.gap-value', language, {
              gap: number(expected.p50),
              low: number(expected.p10),
              high: number(expected.p90),
            }),
            trendText('trend.trace.interval', language, {
              low: number(expected.p10),
              high: number(expected.p90),
            }),
          ),
        ]),
  ];
}
