import type { Language } from '@aftermine/science/base';
import { numberText, ticksOf } from '@aftermine/science/report/observation';

/** A straight scale from values to pixels, with round ticks. */
export interface ChartScale {
  readonly lo: number;
  readonly hi: number;
  readonly ticks: readonly number[];
  at(value: number): number;
  text(language: Language, tick: number): string;
}

/** A scale over all values, moved outward to round numbers. */
export function chartScale(
  values: readonly number[],
  from: number,
  to: number,
  options: { readonly withZero?: boolean; readonly count?: number } = {},
): ChartScale {
  const { withZero = false, count = 5 } = options;
  const all = withZero || values.length === 0 ? [...values, 0] : values;
  let lo = all.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
  let hi = all.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  if (!(hi > lo))
    [lo, hi] = [Math.min(lo, 0), Math.max(hi, 0) === Math.min(lo, 0) ? lo + 1 : Math.max(hi, 0)];
  const rough = ticksOf({ lo, hi }, count);
  const step = rough.length > 1 ? rough[1]! - rough[0]! : hi - lo;
  lo = Math.floor(lo / step + 1e-9) * step;
  hi = Math.ceil(hi / step - 1e-9) * step;
  const digits = Math.max(0, Math.min(6, Math.ceil(-Math.log10(step) - 1e-9)));
  // A step of 2.5 needs one digit more than its size tells.
  const needed = Number((step * 10 ** digits).toPrecision(6)) % 1 === 0 ? digits : digits + 1;
  return {
    lo,
    hi,
    ticks: ticksOf({ lo, hi }, Math.round((hi - lo) / step)),
    at: (value) => fixed(from + ((value - lo) / (hi - lo)) * (to - from)),
    text: (language, tick) => numberText(language, tick, needed),
  };
}

/** Coordinates with a tenth of a pixel. */
export function fixed(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Width of a text in pixels, roughly: a Han character is as wide as it is high. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const character of text) width += /[\u2e80-\uffef]/.test(character) ? size : size * 0.56;
  return width;
}

/** A text cut to a width, with an ellipsis where something is missing. */
export function textWithin(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text;
  let kept = '';
  for (const character of text) {
    if (textWidth(`${kept}${character}…`, size) > width) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}
