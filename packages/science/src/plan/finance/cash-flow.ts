import { AftermineError } from '../../base/index.ts';

/** Money by year, year after year without a gap; income above 0, spending below. Any currency, constant prices. */
export type CashFlow = readonly number[];

export interface Timing {
  /**
   * When the first entry falls due: `now` (the default) leaves it undiscounted, `year-end` discounts it by a year;
   * every further entry is a year later.
   */
  readonly first?: 'now' | 'year-end';
}

/** Years from now to the first entry. */
export function firstYearOf(timing: Timing): number {
  return timing.first === 'year-end' ? 1 : 0;
}

/** @throws InvalidInput `E-PLN-201` */
export function checkCashFlow(where: string, cashFlow: CashFlow): void {
  cashFlow.forEach((amount, year) => {
    if (!Number.isFinite(amount))
      throw new AftermineError('InvalidInput', 'E-PLN-201', {
        where: `${where}[${year}]`,
        expected: '-Inf < x < Inf',
        got: String(amount),
      });
  });
}

/** @throws InvalidInput `E-PLN-201` for a rate of -100 % or less */
export function checkRate(rate: number): void {
  if (!(rate > -1 && rate < Infinity))
    throw new AftermineError('InvalidInput', 'E-PLN-201', {
      where: 'rate',
      expected: '> -1',
      got: String(rate),
    });
}
