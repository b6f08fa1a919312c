import { type Unknown, unknown } from '../../base/index.ts';
import { type CashFlow, checkCashFlow, checkRate, firstYearOf, type Timing } from './cash-flow.ts';

export interface PaybackOptions extends Timing {
  /** 0 by default, the simple payback; above 0 the discounted one. */
  readonly rate?: number;
}

/**
 * Years until a cash flow has paid back for good: from then on the (discounted) sum is never below zero again. Within the
 * year the sum is taken to rise in a straight line:
 *
 *     C_t = sum of c_s / (1 + r)^s up to t;  years = t - 1 + (-C_(t-1)) / (C_t - C_(t-1))
 *
 * Where costs come late (closing works, aftercare) the sum may pass zero, fall below and pass again: the last time counts.
 *
 * @returns years from now; 0 where the sum is never below zero; unknown `never-paid-back` where it ends below
 * @throws InvalidInput `E-PLN-201`
 * @source Boardman et al. 2018, Cost-benefit analysis, doi:10.1017/9781108235594
 */
export function paybackYears(cashFlow: CashFlow, options: PaybackOptions = {}): number | Unknown {
  const { rate = 0 } = options;
  checkCashFlow('cashFlow', cashFlow);
  checkRate(rate);
  const first = firstYearOf(options);
  let [sum, size, years] = [0, 0, 0];
  let isBelow = false;
  for (let t = 0; t < cashFlow.length; t += 1) {
    const before = sum;
    const amount = cashFlow[t]! / (1 + rate) ** (t + first);
    sum += amount;
    size += Math.abs(amount);
    const isBelowNow = sum < -ROUNDING * size;
    if (isBelow && !isBelowNow) years = t + first - 1 + Math.min(1, -before / amount);
    isBelow = isBelowNow;
  }
  return isBelow ? unknown('never-paid-back', { years: cashFlow.length }) : years;
}

/** Sums below zero by less than this share of what was summed are rounding. */
const ROUNDING = 1e-14;
