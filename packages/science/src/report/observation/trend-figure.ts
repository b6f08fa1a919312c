import { isUnknown, type Language, say } from '../../base/index.ts';
import type { ObservationResult, ZoneYear } from '../../observe/index.ts';
import { referenceLine } from './reference-line.ts';
import { reasonText } from './trend-sentences.ts';
import { indexScale, type ReportZone, seriesOf, trajectoryOf, yearsOf } from './zones.ts';

/** One year of the figure; the three values are null together, and then `reason` says why. */
export interface FigureYear {
  readonly year: number;
  readonly median: number | null;
  readonly p25: number | null;
  readonly p75: number | null;
  /** 0..1 */
  readonly validShare: number;
  readonly reason: string | null;
}

/** Something that happened, or was found to have happened, in a year. */
export interface FigureEvent {
  readonly year: number;
  readonly kind: 'damaged' | 'reclaimed' | 'loss' | 'gain';
}

/** A chart of one index in one zone, as data: what is drawn, nothing about how. Heat is in degrees Celsius. */
export interface TrendFigure {
  readonly index: string;
  readonly first: number;
  readonly last: number;
  /** Span of the value axis. */
  readonly lo: number;
  readonly hi: number;
  readonly digits: number;
  readonly years: readonly FigureYear[];
  readonly reference: readonly { readonly year: number; readonly median: number }[];
  /** The Theil-Sen line from its first to its last year; null where there is no significant one. */
  readonly line: {
    readonly from: number;
    readonly to: number;
    readonly start: number;
    readonly end: number;
  } | null;
  /** Fitted vertices, on the chart of the segmented index only. */
  readonly fitted: readonly {
    readonly year: number;
    readonly value: number;
    readonly low: number;
    readonly high: number;
  }[];
  readonly events: readonly FigureEvent[];
}

const SIGNIFICANT = 0.05;
const DIGITS_KEPT = 4;

/** The figure of one index in one zone. The value axis is the same for every zone, so that charts can be compared. */
export function trendFigure(
  result: ObservationResult,
  zone: ReportZone,
  index: string,
  language: Language,
): TrendFigure {
  const { digits, offset } = indexScale(index);
  const trajectory = trajectoryOf(result, zone);
  const show = (value: number): number => Number((value + offset).toFixed(DIGITS_KEPT));
  const trend = trajectory.trends[index];
  const known = yearsOf(seriesOf(result, index), zone).filter((year) => year.median !== null);
  const [from, to] = [known[0]?.year, known.at(-1)?.year];
  const drawn =
    trend !== undefined &&
    !isUnknown(trend) &&
    trend.p < SIGNIFICANT &&
    from !== undefined &&
    to !== undefined;
  const fitted = trajectory.index === index && trajectory.status !== 'unknown' ? trajectory.vertices : [];
  const facts = zone.kind === 'unit' ? result.unitFacts[zone.id] : undefined;
  const [first, last] = [result.years[0] ?? 0, result.years.at(-1) ?? 0];
  const events: FigureEvent[] = [
    ...(facts?.yearDamaged == null ? [] : [{ year: facts.yearDamaged, kind: 'damaged' } as const]),
    ...(facts?.yearReclaimed == null ? [] : [{ year: facts.yearReclaimed, kind: 'reclaimed' } as const]),
    ...trajectory.disturbances.map(({ startYear }) => ({ year: startYear + 1, kind: 'loss' }) as const),
    ...trajectory.recoveries.map(({ startYear }) => ({ year: startYear + 1, kind: 'gain' }) as const),
  ].filter(({ year }) => year >= first && year <= last);
  return {
    index,
    first,
    last,
    ...axisOf(result, index),
    digits,
    years: yearsOf(seriesOf(result, index), zone).map((year) => figureYear(year, show, language)),
    reference:
      zone.kind === 'reference'
        ? []
        : referenceLine(result, index).map(({ year, median }) => ({ year, median: show(median) })),
    line: drawn
      ? {
          from,
          to,
          start: show(trend.intercept + trend.slopePerYear * from),
          end: show(trend.intercept + trend.slopePerYear * to),
        }
      : null,
    fitted: fitted.map(({ year, value, yearLow, yearHigh }) => ({
      year,
      value: show(value),
      low: yearLow,
      high: yearHigh,
    })),
    events: events.sort((a, b) => a.year - b.year),
  };
}

function figureYear(year: ZoneYear, show: (value: number) => number, language: Language): FigureYear {
  const { validShare } = year;
  const share = Number(validShare.toFixed(DIGITS_KEPT));
  if ('unknown' in year)
    return {
      year: year.year,
      median: null,
      p25: null,
      p75: null,
      validShare: share,
      reason: reasonText(language, year.unknown),
    };
  return {
    year: year.year,
    median: show(year.median),
    p25: show(year.p25),
    p75: show(year.p75),
    validShare: share,
    reason: null,
  };
}

/** The span of an index over all zones and years, 0..1 for the ecological one. */
function axisOf(result: ObservationResult, index: string): { lo: number; hi: number } {
  if (index === 'rsei') return { lo: 0, hi: 1 };
  const series = seriesOf(result, index);
  const { offset } = indexScale(index);
  let [lo, hi] = [Infinity, -Infinity];
  const all =
    series === undefined
      ? []
      : [series.boundary, ...Object.values(series.units), ...Object.values(series.references)];
  for (const years of all) {
    for (const { p25, p75 } of years) {
      if (p25 === null || p75 === null) continue;
      lo = Math.min(lo, p25 + offset);
      hi = Math.max(hi, p75 + offset);
    }
  }
  if (!(hi > lo)) return { lo: 0, hi: 1 };
  const step = 10 ** Math.floor(Math.log10(hi - lo));
  const unit = (hi - lo) / step < 4 ? step / 4 : step;
  return {
    lo: Number((Math.floor(lo / unit) * unit).toFixed(DIGITS_KEPT)),
    hi: Number((Math.ceil(hi / unit) * unit).toFixed(DIGITS_KEPT)),
  };
}

/** Texts of the chart in one language; keys of the catalogue that fill them stand in `chartLabels`. */
export interface ChartLabels {
  readonly locale: string;
  readonly title: string;
  readonly seen: string;
  readonly unseen: string;
  readonly median: string;
  readonly quartiles: string;
  readonly reference: string;
}

/** The texts of a chart of `index` in `zone`. */
export function chartLabels(language: Language, title: string): ChartLabels {
  return {
    locale: language === 'zh' ? 'zh-CN' : 'en',
    title,
    seen: say(language, 'page.chart.seen'),
    unseen: say(language, 'page.chart.unseen'),
    median: say(language, 'page.chart.median'),
    quartiles: say(language, 'page.chart.quartiles'),
    reference: say(language, 'page.chart.reference'),
  };
}
