import { isUnknown, type Language, say, type Unknown } from '../../base/index.ts';
import type { ObservationResult } from '../../observe/index.ts';
import { numberText, pText, signedText } from './number-text.ts';
import { recentTrend } from './recent-trend.ts';
import { referenceLine } from './reference-line.ts';
import { indexInSentence, indexScale, type ReportZone, seriesOf, trajectoryOf, yearsOf } from './zones.ts';

/** Below this p a trend is called significant. */
export const SIGNIFICANCE_LEVEL = 0.05;

/** Why something is not known, in words. */
export function reasonText(language: Language, { reason, params }: Unknown): string {
  return say(language, `unknown.${reason}`, params);
}

/**
 * What one zone did, in whole sentences: the trend over all years, the trend since the last turning point, and where it
 * stands against the reference areas. Never empty: what is not known is said with its reason.
 */
export function trendSentences(
  result: ObservationResult,
  zone: ReportZone,
  index: string,
  language: Language,
): string[] {
  const trajectory = trajectoryOf(result, zone);
  const years = yearsOf(seriesOf(result, index), zone);
  const digits = indexScale(index).digits + 2;
  const name = indexInSentence(result, index, language);
  const known = years.filter((year) => year.median !== null);
  const [first, last] = [known[0], known.at(-1)];
  const sentences: string[] = [];
  const trend = trajectory.trends[index];
  if (trend === undefined || first === undefined || last === undefined) {
    sentences.push(say(language, 'observed.trend-not-tested', { zone: zone.label, index: name }));
  } else if (isUnknown(trend)) {
    const reason = reasonText(language, trend);
    sentences.push(say(language, 'observed.trend-unknown', { zone: zone.label, index: name, reason }));
  } else {
    sentences.push(
      say(language, `observed.trend-${direction(trend)}`, {
        zone: zone.label,
        index: name,
        from: first.year,
        to: last.year,
        slope: signedText(language, trend.slopePerYear, digits),
        low: signedText(language, trend.slopeLow, digits),
        high: signedText(language, trend.slopeHigh, digits),
        p: pText(language, trend.p),
        n: trend.n,
      }),
    );
  }
  const recent = recentTrend(trajectory, years);
  if (recent !== null) {
    sentences.push(
      say(language, `observed.since-${direction(recent)}`, {
        year: recent.since,
        slope: signedText(language, recent.slopePerYear, digits),
        low: signedText(language, recent.slopeLow, digits),
        high: signedText(language, recent.slopeHigh, digits),
        p: pText(language, recent.p),
        n: recent.n,
      }),
    );
  }
  if (zone.kind !== 'reference') sentences.push(standingSentence(result, zone, index, language));
  return sentences;
}

/** `up`, `down`, or `none` where the test does not tell it from chance. */
export function direction(trend: {
  readonly p: number;
  readonly slopePerYear: number;
}): 'up' | 'down' | 'none' {
  if (trend.p >= SIGNIFICANCE_LEVEL || trend.slopePerYear === 0) return 'none';
  return trend.slopePerYear > 0 ? 'up' : 'down';
}

/** Where a zone stands in the last year it was seen, against the reference areas of that year. */
export function standingSentence(
  result: ObservationResult,
  zone: ReportZone,
  index: string,
  language: Language,
): string {
  const last = yearsOf(seriesOf(result, index), zone).findLast((year) => year.median !== null);
  const name = indexInSentence(result, index, language);
  if (last === undefined || last.median === null)
    return say(language, 'observed.never-seen', { zone: zone.label, index: name });
  const { digits, offset, unit } = indexScale(index);
  const text = (value: number): string =>
    `${numberText(language, value + offset, digits)}${unit === '' ? '' : ` ${unit}`}`;
  const value = text(last.median);
  const reference = referenceLine(result, index).find(({ year }) => year === last.year);
  const params = { zone: zone.label, index: name, year: last.year, value };
  if (reference === undefined) return say(language, 'observed.stands', params);
  const gap = last.median - reference.median;
  const reached = last.p25 <= reference.median && last.p75 >= reference.median;
  const place = reached ? 'level' : gap < 0 ? 'below' : 'above';
  return say(language, `observed.stands-${place}`, {
    ...params,
    reference: text(reference.median),
    gap: `${numberText(language, Math.abs(gap), digits)}${unit === '' ? '' : ` ${unit}`}`,
  });
}
