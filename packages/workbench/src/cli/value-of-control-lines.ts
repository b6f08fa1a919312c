import { isUnknown, type Language, say } from '@aftermine/science/base';
import type { ValueOfControlRun } from '../steps/control/value-of-control.ts';
import { amount } from './plan-texts.ts';

/** What control is worth, in a dozen lines: first whether it pays at all. */
export function valueOfControlLines(
  { result, path, computed }: ValueOfControlRun,
  language: Language,
): readonly string[] {
  const { summary, currency } = result;
  const tell = (key: string, params: Readonly<Record<string, string | number>> = {}): string =>
    say(language, `worth.${key}`, params);
  const figure = (value: number): string => amount(value, language);
  const span = ({ mean, low, high }: typeof summary.uplift): { mean: string; low: string; high: string } => ({
    mean: figure(mean),
    low: figure(low),
    high: figure(high),
  });
  const percent = (share: number): string => figure(Math.round(1000 * share) / 10);
  const { uplift, share, quantiles, blind, overBlind } = summary;
  return [
    tell('title', { futures: summary.futures, computed }),
    tell(summary.verdict),
    `  ${tell('uplift', {
      ...span(uplift),
      bootstrapLow: figure(uplift.bootstrapLow),
      bootstrapHigh: figure(uplift.bootstrapHigh),
      percent: summary.relative === null ? '-' : percent(summary.relative),
    })}`,
    `  ${tell('ecology', { ...span(summary.ecology), fixed: figure(summary.ecologyFixed) })}`,
    `  ${tell('cost', { ...span(summary.cost), fixed: figure(summary.costFixed), currency })}`,
    `  ${
      isUnknown(share)
        ? tell('nothing-to-gain')
        : tell('share', {
            share: percent(share.value),
            low: percent(share.low),
            high: percent(share.high),
            possible: figure(summary.possible.mean),
          })
    }`,
    `  ${tell('blind', {
      ...span(blind),
      over: figure(overBlind.mean),
      overLow: figure(overBlind.low),
      overHigh: figure(overBlind.high),
    })}`,
    `  ${tell('spread', {
      p5: figure(quantiles.p5),
      p50: figure(quantiles.p50),
      p95: figure(quantiles.p95),
      lost: summary.lost,
      even: summary.even,
      futures: summary.futures,
    })}`,
    `  ${tell('done', {
      changes: figure(summary.changes),
      repairs: figure(summary.repairs),
      alarms: figure(summary.alarms),
    })}`,
    ...(summary.unpaid > 0 ? [`  ${tell('unpaid', { count: summary.unpaid })}`] : []),
    tell('kept', { path }),
  ];
}
