import { hasText, type Language, say } from '../../base/index.ts';
import { numberText } from '../observation/number-text.ts';

/** Amounts of one currency in the manner of a language: thousands separators in English, units of ten thousand in Chinese. What is not known is a dash. */
export interface MoneyText {
  /** "CNY 1,234,500" or "123.45 万元". */
  text(amount: number | null | undefined): string;
  /** The number alone, for a column whose heading names the unit. */
  cell(amount: number | null | undefined): string;
  /** "CNY" or "万元". */
  readonly unit: string;
  /** What one of `cell` is worth. */
  readonly divisor: number;
  /** A price of one unit: "CNY 35.00" or "35.00 元", and its bare number. */
  price(amount: number): string;
  priceCell(amount: number): string;
  readonly priceUnit: string;
  /** What axes count in: millions in English. */
  readonly axis: { readonly divisor: number; readonly unit: string };
  /** The round amount of which prices are told: a million. */
  readonly round: { readonly amount: number; readonly text: string };
}

const TEN_THOUSAND = 10_000;
const MILLION = 1_000_000;

export function moneyText(language: Language, code: string): MoneyText {
  const currency = hasText(`currency.${code}`) ? say(language, `currency.${code}`) : code;
  const divisor = language === 'zh' ? TEN_THOUSAND : 1;
  const cell: MoneyText['cell'] = (amount) =>
    amount === null || amount === undefined
      ? '–'
      : numberText(language, amount / divisor, language === 'zh' ? 2 : 0);
  const text: MoneyText['text'] = (amount) =>
    amount === null || amount === undefined
      ? '–'
      : say(language, 'plan-page.money', { currency, value: cell(amount) });
  const priceCell = (amount: number): string => numberText(language, amount, 2);
  return {
    text,
    cell,
    unit: say(language, 'plan-page.money-unit', { currency }),
    divisor,
    price: (amount) => say(language, 'plan-page.price', { currency, value: priceCell(amount) }),
    priceCell,
    priceUnit: currency,
    axis:
      language === 'zh'
        ? { divisor: TEN_THOUSAND, unit: say(language, 'plan-page.money-unit', { currency }) }
        : { divisor: MILLION, unit: say(language, 'plan-page.money-axis', { currency }) },
    round: { amount: MILLION, text: say(language, 'plan-page.money-round', { currency }) },
  };
}
