import { isUnknown, type Language, say } from '../../base/index.ts';
import type { ObservationResult, ZoneTrend } from '../../observe/index.ts';
import { listText, numberText, percentText, signedText, yearRuns } from './number-text.ts';
import { referenceLine } from './reference-line.ts';
import { direction, reasonText, trendSentences } from './trend-sentences.ts';
import {
  indexInSentence,
  indexScale,
  leadingIndex,
  type ReportZone,
  seriesOf,
  trajectoryOf,
  yearsOf,
  zonesOf,
} from './zones.ts';

/** A verdict of the observation in plain words. */
export interface Headline {
  readonly topic: 'trend' | 'now' | 'better' | 'worse' | 'disturbance' | 'index' | 'unknown';
  /** How the page marks it, beside its words: never by colour alone. */
  readonly tone: 'good' | 'bad' | 'plain' | 'unknown';
  readonly text: string;
}

/** Names in one sentence; more are counted. */
const NAMES_SHOWN = 5;

/**
 * The verdicts a reader must not miss, most important first: trend of the boundary, units that rise and fall, best and
 * worst unit, how much land lost vegetation and when, whether the ecological index may be used, what is unknown.
 */
export function headlines(result: ObservationResult, language: Language): Headline[] {
  const zones = zonesOf(result, language);
  const boundary = zones[0]!;
  const units = zones.filter(({ kind }) => kind === 'unit');
  const index = leadingIndex(result);
  const out: Headline[] = [];
  const trend = trajectoryOf(result, boundary).trends[index];
  const known = trend === undefined || isUnknown(trend) ? null : trend;
  const way = known === null ? 'none' : direction(known);
  out.push({
    topic: 'trend',
    tone: known === null ? 'unknown' : way === 'none' ? 'plain' : way === 'up' ? 'good' : 'bad',
    text: joined(language, trendSentences(result, boundary, index, language)),
  });
  if (units.length > 0) {
    out.push(...moving(result, units, index, language), ...extremes(result, units, index, language));
  }
  out.push(disturbance(result, language), ...gate(result, language), ...unseen(result, language));
  return out;
}

/** Sentences one after another, with the space a language puts between them. */
export function joined(language: Language, sentences: readonly string[]): string {
  return sentences.join(language === 'zh' ? '' : ' ');
}

function moving(
  result: ObservationResult,
  units: readonly ReportZone[],
  index: string,
  language: Language,
): Headline[] {
  const tested = units.flatMap((zone) => {
    const trend = trajectoryOf(result, zone).trends[index];
    return trend === undefined || isUnknown(trend) ? [] : [{ zone, trend }];
  });
  const those = (way: 'up' | 'down'): { zone: ReportZone; trend: ZoneTrend }[] =>
    tested
      .filter(({ trend }) => direction(trend) === way)
      .sort((a, b) => Math.abs(b.trend.slopePerYear) - Math.abs(a.trend.slopePerYear));
  return (['up', 'down'] as const).flatMap((way): Headline[] => {
    const moved = those(way);
    if (moved.length === 0) return [];
    const steepest = moved[0]!;
    return [
      {
        topic: way === 'up' ? 'better' : 'worse',
        tone: way === 'up' ? 'good' : 'bad',
        text: say(language, `observed.units-${way}`, {
          count: moved.length,
          total: units.length,
          names: names(
            moved.map(({ zone }) => zone),
            language,
          ),
          steepest: steepest.zone.label,
          slope: signedText(language, steepest.trend.slopePerYear, indexScale(index).digits + 1),
        }),
      },
    ];
  });
}

function names(zones: readonly ReportZone[], language: Language): string {
  const shown = zones.slice(0, NAMES_SHOWN).map(({ label }) => label);
  const rest = zones.length - shown.length;
  return listText(
    language,
    rest === 0 ? shown : [...shown, say(language, 'observed.more-units', { count: rest })],
  );
}

function extremes(
  result: ObservationResult,
  units: readonly ReportZone[],
  index: string,
  language: Language,
): Headline[] {
  const series = seriesOf(result, index);
  const year = yearsOf(series, { kind: 'boundary', id: '', label: '' }).findLast(
    (one) => one.median !== null,
  )?.year;
  const ranked = units
    .flatMap((zone) => {
      const median = yearsOf(series, zone).find((one) => one.year === year)?.median;
      return median === null || median === undefined ? [] : [{ zone, median }];
    })
    .sort((a, b) => a.median - b.median);
  if (year === undefined || ranked.length < 2) return [];
  const { digits, offset } = indexScale(index);
  const [worst, best] = [ranked[0]!, ranked.at(-1)!];
  const reference = referenceLine(result, index).find((one) => one.year === year);
  const text = (value: number): string => numberText(language, value + offset, digits);
  const params = {
    year,
    index: indexInSentence(result, index, language),
    worst: worst.zone.label,
    low: text(worst.median),
    best: best.zone.label,
    high: text(best.median),
  };
  return [
    {
      topic: 'now',
      tone: 'plain',
      text:
        reference === undefined
          ? say(language, 'observed.extremes', params)
          : say(language, 'observed.extremes-reference', { ...params, reference: text(reference.median) }),
    },
  ];
}

function disturbance(result: ObservationResult, language: Language): Headline {
  const { disturbedShare, index } = result.trajectories.boundary;
  const total = disturbedShare.reduce((sum, { share }) => sum + share, 0);
  const name = indexInSentence(result, index, language);
  if (total <= 0)
    return {
      topic: 'disturbance',
      tone: 'plain',
      text: say(language, 'observed.no-disturbance', { index: name }),
    };
  const most = disturbedShare.reduce((a, b) => (b.share > a.share ? b : a));
  return {
    topic: 'disturbance',
    tone: 'plain',
    text: say(language, 'observed.disturbance', {
      index: name,
      percent: percentText(language, total),
      year: most.year,
      most: percentText(language, most.share, 1),
    }),
  };
}

function gate(result: ObservationResult, language: Language): Headline[] {
  const { fit } = result;
  const share = percentText(language, fit.share, 1);
  const verdict = ((): Headline => {
    if (fit.gate === 'refused') {
      const reason = fit.reason === undefined ? '' : reasonText(language, fit.reason);
      return { topic: 'index', tone: 'bad', text: say(language, 'observed.index-refused', { reason }) };
    }
    const key = fit.gate === 'off' ? 'observed.index-unchecked' : 'observed.index-pass';
    return {
      topic: 'index',
      tone: fit.gate === 'off' ? 'unknown' : 'good',
      text: say(language, key, { share }),
    };
  })();
  if (fit.gate === 'refused' || fit.comparableWithRsei) return [verdict];
  const components = listText(
    language,
    fit.components.map((id) => indexInSentence(result, id, language)),
  );
  const text = say(language, 'observed.index-not-comparable', { components });
  return [verdict, { topic: 'index', tone: 'unknown', text }];
}

function unseen(result: ObservationResult, language: Language): Headline[] {
  const of = (quality: 'none' | 'poor'): number[] =>
    result.yearSummaries.filter((year) => year.quality === quality).map(({ year }) => year);
  const [none, poor] = [of('none'), of('poor')];
  const parts = [
    ...(none.length === 0 ? [] : [say(language, 'observed.years-unseen', { years: yearRuns(none) })]),
    ...(poor.length === 0 ? [] : [say(language, 'observed.years-poor', { years: yearRuns(poor) })]),
  ];
  return parts.length === 0 ? [] : [{ topic: 'unknown', tone: 'unknown', text: joined(language, parts) }];
}
