import { type CashFlow, checkCashFlow, checkRate, firstYearOf, type Timing } from './cash-flow.ts';

/**
 * What a cash flow is worth today: NPV = sum_t c_t / (1 + r)^t, t = 0 for the first entry (1 at `year-end`).
 *
 * @param rate r > -1 a year; real where the cash flow is in constant prices
 * @returns same unit as the cash flow; 0 without entries
 * @throws InvalidInput `E-PLN-201`
 * @source Boardman et al. 2018, Cost-benefit analysis, doi:10.1017/9781108235594
 */
export function netPresentValue(cashFlow: CashFlow, rate: number, timing: Timing = {}): number {
  checkCashFlow('cashFlow', cashFlow);
  checkRate(rate);
  const factor = 1 / (1 + rate);
  let sum = 0;
  for (let t = cashFlow.length - 1; t >= 0; t -= 1) sum = sum * factor + cashFlow[t]!;
  return sum * factor ** firstYearOf(timing);
}
