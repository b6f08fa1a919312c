import { isUnknown, type Language, normalQuantile, say } from '../../base/index.ts';
import type { FilterChecks, LearnedCurve } from '../../control/index.ts';
import { numberText, percentText, pText } from '../observation/number-text.ts';
import { reasonText } from '../observation/trend-sentences.ts';
import { measureText, type SeasonNames, zoneText } from './season-words.ts';

/** A check of the filter in plain words, and how it came out. */
export interface CheckSentence {
  readonly id: 'coverage' | 'whiteness' | 'level' | 'spread';
  readonly standing: 'good' | 'doubt' | 'open';
  readonly text: string;
}

/** Share of sightings that the band is told to hold. */
const TOLD = 0.8;
const DOUBTFUL_P = 0.05;

/**
 * The filter on its own record: whether its bands hold what they promise, whether its errors of one season tell of the next, and
 * whether it expects too much or too little. A share of n sightings is doubted beyond two standard errors, sqrt(0.8 x 0.2 / n).
 */
export function checkSentences(checks: FilterChecks, language: Language): readonly CheckSentence[] {
  const { seasons: n, coverage80, mean, variance, whitenessP } = checks;
  const tell = (key: string, params = {}): string => say(language, `season-check.${key}`, params);
  const open = (id: CheckSentence['id'], why: Parameters<typeof reasonText>[1]): CheckSentence => ({
    id,
    standing: 'open',
    text: tell(`${id}.open`, { reason: reasonText(language, why) }),
  });
  const coverage = (): CheckSentence => {
    if (isUnknown(coverage80)) return open('coverage', coverage80);
    const off = (coverage80 - TOLD) / Math.sqrt((TOLD * (1 - TOLD)) / n);
    const verdict = Math.abs(off) <= 2 ? 'kept' : off < 0 ? 'narrow' : 'wide';
    return {
      id: 'coverage',
      standing: verdict === 'kept' ? 'good' : 'doubt',
      text: tell(`coverage.${verdict}`, { n, percent: percentText(language, coverage80) }),
    };
  };
  const whiteness = (): CheckSentence => {
    if (isUnknown(whitenessP)) return open('whiteness', whitenessP);
    const isWhite = whitenessP >= DOUBTFUL_P;
    return {
      id: 'whiteness',
      standing: isWhite ? 'good' : 'doubt',
      text: tell(`whiteness.${isWhite ? 'kept' : 'repeats'}`, { p: pText(language, whitenessP) }),
    };
  };
  const level = (): CheckSentence => {
    if (isUnknown(mean)) return open('level', mean);
    const isLevel = Math.abs(mean) * Math.sqrt(n) <= 2;
    return {
      id: 'level',
      standing: isLevel ? 'good' : 'doubt',
      text: tell(`level.${isLevel ? 'kept' : mean > 0 ? 'above' : 'below'}`, {
        times: numberText(language, Math.abs(mean), 2),
      }),
    };
  };
  const spread = (): CheckSentence => {
    if (isUnknown(variance)) return open('spread', variance);
    // Standard error of a variance of normal deviates: sqrt(2 / n).
    const off = (variance - 1) / Math.sqrt(2 / n);
    const verdict = Math.abs(off) <= 2 ? 'kept' : off > 0 ? 'more' : 'less';
    return {
      id: 'spread',
      standing: verdict === 'kept' ? 'good' : 'doubt',
      text: tell(`spread.${verdict}`, { times: numberText(language, Math.sqrt(variance), 2) }),
    };
  };
  return [coverage(), spread(), level(), whiteness()];
}

/** What the seasons taught of a measure in a zone, beside what the library says. */
export interface LearnedRow {
  readonly zone: string;
  readonly measure: string;
  readonly units: number;
  readonly seasons: number;
  readonly rate: LearnedFactor;
  readonly reach: LearnedFactor;
  /** Null where no plants were counted. */
  readonly survival: { readonly factor: number; readonly alive: number; readonly all: number } | null;
  /** What it comes to in one sentence. */
  readonly says: string;
}

/** A factor on the library's figure with its 80 % interval. */
export interface LearnedFactor {
  readonly factor: number;
  readonly low: number;
  readonly high: number;
}

export function learnedRows(
  learned: readonly LearnedCurve[],
  names: SeasonNames,
  language: Language,
): readonly LearnedRow[] {
  return learned.map((curve) => {
    const [rate, reach] = [factorOf(curve.rate), factorOf(curve.asymptote)];
    const { factor, alive, dead } = curve.survival;
    return {
      zone: zoneText(curve.zone, language),
      measure: measureText(names, curve.measure, language),
      units: curve.units,
      seasons: curve.seasons,
      rate,
      reach,
      survival: alive + dead === 0 ? null : { factor, alive, all: alive + dead },
      says: say(
        language,
        `season-learned.${verdictOf(rate, 'slower', 'faster')}-${verdictOf(reach, 'less', 'more')}`,
      ),
    };
  });
}

function factorOf({ factor, sdLog }: LearnedCurve['rate']): LearnedFactor {
  const error = normalQuantile(0.9) * sdLog;
  return { factor, low: factor * Math.exp(-error), high: factor * Math.exp(error) };
}

/** A factor differs from the library once its 80 % interval leaves 1 out. */
function verdictOf<L extends string, M extends string>(
  { low, high }: LearnedFactor,
  less: L,
  more: M,
): L | M | 'same' {
  if (high < 1) return less;
  return low > 1 ? more : 'same';
}
