import { type Language, say } from '@aftermine/science/base';
import type { ZoneYear } from '@aftermine/science/observe';
import type { ObserveOutcome } from '../steps/observe-site.ts';

/** What an observation found, in a few plain lines. */
export function observationLines(
  { result, layers, tasksRun, tasksKept }: ObserveOutcome,
  language: Language,
): string[] {
  const tell = (key: string, params: Readonly<Record<string, string | number>> = {}): string =>
    say(language, key, params);
  const { years, yearSummaries, fit } = result;
  const [first, last] = [years[0]!, years.at(-1)!];
  const lines = [
    tell('observe.done', {
      years: years.length,
      first,
      last,
      scenes: yearSummaries.reduce((sum, year) => sum + year.sceneCount, 0),
      run: tasksRun,
      kept: tasksKept,
    }),
  ];
  const loadings = fit.components.map((id) => `${id} ${(fit.loadings[id] ?? 0).toFixed(3)}`).join(', ');
  const share = (fit.share * 100).toFixed(1);
  if (fit.gate === 'refused') lines.push(tell('observe.refused', { loadings, share }));
  else
    lines.push(
      tell(fit.comparableWithRsei ? 'observe.index' : 'observe.index-not-comparable', { loadings, share }),
    );
  const index = fit.gate === 'refused' ? result.trajectories.boundary.index : 'rsei';
  const trend = result.trajectories.boundary.trends[index];
  if (trend !== undefined && !('kind' in trend)) {
    const key =
      trend.p >= 0.05
        ? 'observe.trend-none'
        : trend.slopePerYear > 0
          ? 'observe.trend-up'
          : 'observe.trend-down';
    lines.push(
      tell(key, {
        index,
        slope: trend.slopePerYear.toFixed(4),
        p: trend.p < 0.001 ? '< 0.001' : trend.p.toFixed(3),
      }),
    );
  }
  const unseen =
    (index === 'rsei' ? result.rsei : result.components[index])?.boundary.filter(
      (year: ZoneYear) => 'unknown' in year,
    ) ?? [];
  if (unseen.length > 0)
    lines.push(tell('observe.unknown-years', { years: unseen.map(({ year }) => year).join(', ') }));
  const poor = yearSummaries.filter((year) => year.quality === 'poor');
  if (poor.length > 0)
    lines.push(
      tell('observe.poor-years', {
        years: poor.map(({ year, seenShare }) => `${year} (${Math.round(seenShare * 100)} %)`).join(', '),
      }),
    );
  lines.push(tell('observe.layers', { count: layers.length, folder: 'rasters/' }));
  return lines;
}
