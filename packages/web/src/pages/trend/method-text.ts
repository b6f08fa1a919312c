import type { WetnessSet } from '@aftermine/science/observe';
import type { Language } from '../../app/language.ts';
import { methodOf } from '../map/method-of.ts';
import { trendText } from './trend-trace.ts';

const PAGES = [
  'docs/methods/composite.md',
  'docs/methods/zonal-statistics.md',
  'docs/methods/theil-sen.md',
  'docs/methods/mann-kendall.md',
  'docs/methods/segment-trajectory.md',
  'docs/methods/breakpoint-interval.md',
  'docs/methods/recovery-metrics.md',
  'docs/methods/recovery-filter.md',
] as const;

/** How the page is worked out, in paragraphs that can be quoted. */
export function methodText(language: Language): string[] {
  return (['series', 'test', 'turns', 'promise'] as const).map((part) =>
    trendText(`trend.method.${part}`, language),
  );
}

/** Publications of an index, and the pages of the documentation behind every step. */
export function methodPages(index: string, wetness: WetnessSet | null): string[] {
  return [...methodOf(index, wetness), ...PAGES];
}
