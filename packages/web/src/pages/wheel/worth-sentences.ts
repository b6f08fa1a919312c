import { isUnknown, say } from '@aftermine/science/base';
import type { Language } from '../../app/language.ts';
import { numberText, percentText } from '../../parts/numbers.ts';
import type { ValueOfControl } from './worth-data.ts';

/** What control is worth in sentences: the first says whether it pays, the rest what that rests on. */
export function worthSentences(
  { summary, currency }: Pick<ValueOfControl, 'summary' | 'currency'>,
  language: Language,
): readonly [verdict: string, ...rest: string[]] {
  const tell = (key: string, params: Readonly<Record<string, string | number>> = {}): string =>
    say(language, `worth.${key}`, params);
  const figure = (value: number): string => numberText(value, language, Math.abs(value) < 10 ? 3 : 0);
  const span = ({ mean, low, high }: typeof summary.uplift) => ({
    mean: figure(mean),
    low: figure(low),
    high: figure(high),
  });
  const percent = (share: number): string => numberText(100 * share, language, 1);
  const { uplift, share, quantiles, overBlind } = summary;
  return [
    tell(summary.verdict),
    tell('uplift', {
      ...span(uplift),
      bootstrapLow: figure(uplift.bootstrapLow),
      bootstrapHigh: figure(uplift.bootstrapHigh),
      percent: summary.relative === null ? '–' : percent(summary.relative),
    }),
    tell('ecology', { ...span(summary.ecology), fixed: figure(summary.ecologyFixed) }),
    tell('cost', { ...span(summary.cost), fixed: figure(summary.costFixed), currency }),
    isUnknown(share)
      ? tell('nothing-to-gain')
      : tell('share', {
          share: percent(share.value),
          low: percent(share.low),
          high: percent(share.high),
          possible: figure(summary.possible.mean),
        }),
    tell('blind', {
      ...span(summary.blind),
      over: figure(overBlind.mean),
      overLow: figure(overBlind.low),
      overHigh: figure(overBlind.high),
    }),
    tell('spread', {
      p5: figure(quantiles.p5),
      p50: figure(quantiles.p50),
      p95: figure(quantiles.p95),
      lost: summary.lost,
      even: summary.even,
      futures: summary.futures,
    }),
    tell('done', {
      changes: figure(summary.changes),
      repairs: figure(summary.repairs),
      alarms: figure(summary.alarms),
    }),
    ...(summary.unpaid > 0 ? [tell('unpaid', { count: summary.unpaid })] : []),
  ];
}

/** Share of what foresight could gain, or an en dash. */
export function shareText({ summary }: Pick<ValueOfControl, 'summary'>, language: Language): string {
  return isUnknown(summary.share) ? '–' : percentText(summary.share.value, language);
}
