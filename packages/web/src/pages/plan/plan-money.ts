import { hasText, say } from '@aftermine/science/base';
import type { Language } from '../../app/language.ts';
import { numberText } from '../../parts/numbers.ts';

const TEN_THOUSAND = 10_000;

/** Amounts of one currency as an officer writes them: `123.5 万元`, `CNY 1,234,500`. */
export interface PlanMoney {
  readonly text: (amount: number | null | undefined) => string;
  /** The number alone, where a heading names the unit. */
  readonly cell: (amount: number | null | undefined) => string;
  /** Unit of `cell`. */
  readonly unit: string;
  /** What one of `cell` is worth. */
  readonly divisor: number;
  /** The price of one unit, with two decimals. */
  readonly price: (amount: number) => string;
}

export function planMoney(language: Language, code: string): PlanMoney {
  const currency = hasText(`currency.${code}`) ? say(language, `currency.${code}`) : code;
  const divisor = language === 'zh' ? TEN_THOUSAND : 1;
  const cell = (amount: number | null | undefined): string =>
    amount === null || amount === undefined
      ? '–'
      : numberText(amount / divisor, language, language === 'zh' ? 2 : 0);
  return {
    cell,
    text: (amount) =>
      amount === null || amount === undefined
        ? '–'
        : say(language, 'plan-page.money', { currency, value: cell(amount) }),
    unit: say(language, 'plan-page.money-unit', { currency }),
    divisor,
    price: (amount) => say(language, 'plan-page.price', { currency, value: numberText(amount, language, 2) }),
  };
}
