import type { Language } from '../app/language.ts';

const MU_PER_HA = 15;
const formats = new Map<string, Intl.NumberFormat>();

/** The minus of text for people (U+2212). Data files, commands and what is typed keep the hyphen. */
export function withMinus(text: string): string {
  return text.replace('-', '−');
}

/** A number by the manner of the language, with a true minus and no negative zero; unknown is an en dash, never zero. */
export function numberText(value: number | null | undefined, language: Language, digits = 2): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return '–';
  const key = `${language}${digits}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { maximumFractionDigits: digits });
    formats.set(key, format);
  }
  const text = withMinus(format.format(value));
  return /[1-9]/.test(text) ? text : text.replace('−', '');
}

/** Hectares to mu (15 to the hectare). */
export function muOf(areaHa: number): number {
  return areaHa * MU_PER_HA;
}

/** A share 0..1 in percent. */
export function percentText(share: number | null | undefined, language: Language, digits = 0): string {
  return share === null || share === undefined ? '–' : `${numberText(100 * share, language, digits)} %`;
}

/** Money without cents; `currency` as the plan names it. */
export function moneyText(
  value: number | null | undefined,
  currency: string | null,
  language: Language,
): string {
  if (value === null || value === undefined) return '–';
  const wan = language === 'zh' && Math.abs(value) >= 1e4;
  const amount = wan ? `${numberText(value / 1e4, language, 1)} 万` : numberText(value, language, 0);
  if (currency === null) return amount;
  if (language === 'zh' && currency === 'CNY') return wan ? `${amount}元` : `${amount} 元`;
  return `${amount} ${currency}`;
}

/** A moment of ISO 8601 by the manner of the language. */
export function momentText(iso: string | null | undefined, language: Language): string {
  if (iso === null || iso === undefined) return '–';
  return new Date(iso).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
}

/** Seconds in words of the page. */
export function durationParts(seconds: number): { readonly unit: 'seconds' | 'minutes'; readonly n: number } {
  return seconds < 90
    ? { unit: 'seconds', n: Math.max(1, Math.round(seconds)) }
    : { unit: 'minutes', n: Math.round(seconds / 60) };
}
