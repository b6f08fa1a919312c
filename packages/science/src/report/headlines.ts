import { type Language, say } from '../base/index.ts';
import type { ObservationResult, UnitTrajectory, ZoneYear } from '../observe/index.ts';

/** Below this p a trend is called significant. */
export const SIGNIFICANT = 0.05;

/** The index a result speaks of: the ecological one, or the segmented one where that is refused. */
export function mainIndex(result: ObservationResult): string {
  return result.fit.gate === 'refused' ? result.trajectories.boundary.index : 'rsei';
}

/** Years of the main index of one zone. */
export function zoneYears(
  result: ObservationResult,
  kind: 'boundary' | 'unit' | 'reference',
  id: string,
  index = mainIndex(result),
): readonly ZoneYear[] {
  const series = index === 'rsei' ? result.rsei : result.components[index];
  if (series === undefined) return [];
  if (kind === 'boundary') return series.boundary;
  return (kind === 'unit' ? series.units : series.references)[id] ?? [];
}

/** One sentence on the trend of a zone, with its gap to the reference where there is one. */
export function trendSentence(trajectory: UnitTrajectory, index: string, language: Language): string {
  const trend = trajectory.trends[index];
  if (trend === undefined) return say(language, 'report.trend.none-known');
  if ('kind' in trend)
    return say(language, 'report.trend.unknown', {
      reason: say(language, `unknown.${trend.reason}`, trend.params),
    });
  const p = trend.p < 0.001 ? '< 0.001' : trend.p.toFixed(3);
  const numbers = {
    slope: signed(trend.slopePerYear, 4),
    low: signed(trend.slopeLow, 4),
    high: signed(trend.slopeHigh, 4),
    p,
  };
  const key =
    trend.p >= SIGNIFICANT
      ? 'report.trend.flat'
      : trend.slopePerYear > 0
        ? 'report.trend.up'
        : 'report.trend.down';
  const gap = trajectory.gapToReference[index]?.at(-1);
  const rest =
    gap === undefined
      ? ''
      : say(language, gap.gap < 0 ? 'report.trend.below-reference' : 'report.trend.above-reference', {
          year: gap.year,
          gap: Math.abs(gap.gap).toFixed(2),
        });
  return say(language, key, numbers) + rest;
}

/** What a reader must know first, in whole sentences. */
export function headlines(result: ObservationResult, language: Language): string[] {
  const index = mainIndex(result);
  const { fit } = result;
  const loadings = fit.components
    .map((id) => `${say(language, `index.${id}`)} ${signed(fit.loadings[id] ?? 0, 2)}`)
    .join(language === 'zh' ? '，' : ', ');
  const share = (fit.share * 100).toFixed(1);
  const lines = [
    say(language, 'report.headline.boundary', {
      sentence: trendSentence(result.trajectories.boundary, index, language),
    }),
  ];
  if (fit.gate === 'refused') lines.push(say(language, 'report.headline.refused', { loadings, share }));
  else
    lines.push(
      say(language, fit.comparableWithRsei ? 'report.headline.index' : 'report.headline.index-3', {
        loadings,
        share,
      }),
    );
  const units = Object.entries(result.trajectories.units);
  const direction = (wanted: 1 | -1): string[] =>
    units.flatMap(([id, trajectory]) => {
      const trend = trajectory.trends[index];
      return trend !== undefined &&
        !('kind' in trend) &&
        trend.p < SIGNIFICANT &&
        Math.sign(trend.slopePerYear) === wanted
        ? [id]
        : [];
    });
  const list = (ids: readonly string[]): string =>
    ids.length === 0
      ? '-'
      : ids.slice(0, 12).join(language === 'zh' ? '、' : ', ') + (ids.length > 12 ? ' ...' : '');
  if (units.length > 0) {
    const [up, down] = [direction(1), direction(-1)];
    lines.push(
      say(language, 'report.headline.units', {
        count: units.length,
        up: up.length,
        upIds: list(up),
        down: down.length,
        downIds: list(down),
      }),
    );
  }
  const unseen = result.yearSummaries.filter((year) => year.quality === 'none').map(({ year }) => year);
  const poor = result.yearSummaries
    .filter((year) => year.quality === 'poor')
    .map(({ year, seenShare }) => `${year} (${Math.round(seenShare * 100)} %)`);
  if (unseen.length > 0) lines.push(say(language, 'report.headline.unseen', { years: unseen.join(', ') }));
  if (poor.length > 0) lines.push(say(language, 'report.headline.poor', { years: poor.join(', ') }));
  return lines;
}

/** A number with its sign. */
export function signed(value: number, digits: number): string {
  return (value < 0 ? '−' : '+') + Math.abs(value).toFixed(digits);
}
