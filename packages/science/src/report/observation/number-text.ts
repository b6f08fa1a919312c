import type { Language } from '../../base/index.ts';

/** Tag of the locale whose numbers a language is printed with. */
export function localeOf(language: Language): string {
  return language === 'zh' ? 'zh-CN' : 'en';
}

/** A smaller p is told as smaller than this. */
const LEAST_P = 0.001;
const formats = new Map<string, Intl.NumberFormat>();

/**
 * A number in the manner of a language, with a true minus sign.
 *
 * @param digits decimals, always all of them so that columns line up
 */
export function numberText(language: Language, value: number, digits: number): string {
  const key = `${language} ${digits}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(localeOf(language), {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
    formats.set(key, format);
  }
  const rounded = Number(value.toFixed(digits));
  return format.format(rounded === 0 ? 0 : rounded).replace('-', '−');
}

/** A number that carries its sign: +0.021, −0.3; nothing before a zero. */
export function signedText(language: Language, value: number, digits: number): string {
  const text = numberText(language, value, digits);
  return Number(value.toFixed(digits)) > 0 ? `+${text}` : text;
}

/** A share 0..1 in percent, without the sign of percent. */
export function percentText(language: Language, share: number, digits = 0): string {
  return numberText(language, share * 100, digits);
}

/** The p of a test behind its letter, as readers know it: `= 0.023`, `< 0.001`. */
export function pText(language: Language, p: number): string {
  return p < LEAST_P ? pValueText(language, p) : `=\u00a0${pValueText(language, p)}`;
}

/** The p of a test where its name stands as a heading: `0.023`, `< 0.001`. */
export function pValueText(language: Language, p: number): string {
  return p < LEAST_P ? `<\u00a0${numberText(language, LEAST_P, 3)}` : numberText(language, p, 3);
}

/** Items as one list in the manner of a language: "a, b and c". */
export function listText(language: Language, items: readonly string[]): string {
  return new Intl.ListFormat(localeOf(language), { style: 'long', type: 'conjunction' }).format(items);
}

/** Years as runs: 1990-1995, 1997. A run shows that nothing is missing inside it. */
export function yearRuns(years: readonly number[]): string {
  const runs: string[] = [];
  for (let i = 0; i < years.length; ) {
    let end = i;
    while (end + 1 < years.length && years[end + 1] === years[end]! + 1) end += 1;
    runs.push(end === i ? String(years[i]) : `${years[i]}–${years[end]}`);
    i = end + 1;
  }
  return runs.join(', ');
}
