import { hasText, type Language, type MessageParam, say } from '../../../base/index.ts';
import type { PolicyCheck } from './policy-check.ts';

/** One result in one plain sentence. */
export interface PolicyFinding {
  /** Catalogue key of the sentence that fits the figures. */
  readonly key: string;
  /** Figures, rounded for reading; a text that is a catalogue key stands for its words. */
  readonly params: Readonly<Record<string, MessageParam>>;
  /** Whether the figures go the way the literature reports; null where it says nothing. */
  readonly agrees: boolean | null;
}

/** What every part of the panel has beside its data. */
export interface PolicyPart {
  readonly findings: readonly PolicyFinding[];
  readonly checks: readonly PolicyCheck[];
}

/** A finding; `id` is the part of its key after `policy.finding.`. */
export function policyFinding(
  id: string,
  params: PolicyFinding['params'],
  agrees: boolean | null = null,
): PolicyFinding {
  return { key: `policy.finding.${id}`, params, agrees };
}

/** The sentence of a finding: numbers in the digits of the language, keys in its words. */
export function policySentence(language: Language, { key, params }: PolicyFinding): string {
  const format = new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en', { maximumFractionDigits: 3 });
  const words = Object.entries(params).map(([name, value]) => {
    if (typeof value === 'number') return [name, format.format(value).replace('-', '\u2212')];
    return [name, typeof value === 'string' && hasText(value) ? say(language, value) : value];
  });
  return say(language, key, Object.fromEntries(words));
}

/** A number to some significant digits, for a sentence. */
export function rounded(value: number, digits = 3): number {
  return Number(value.toPrecision(digits));
}

/** A share as a whole per cent, with a digit after the point below 10. */
export function percentOf(share: number): number {
  const percent = 100 * share;
  return Math.abs(percent) < 9.95 ? Math.round(10 * percent) / 10 : Math.round(percent);
}
