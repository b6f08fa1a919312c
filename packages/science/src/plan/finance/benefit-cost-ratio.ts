import { AftermineError, type Unknown, unknown } from '../../base/index.ts';
import { type CashFlow, checkCashFlow, type Timing } from './cash-flow.ts';
import { netPresentValue } from './net-present-value.ts';

/**
 * Present value of benefits over present value of costs: BCR = PV(b) / PV(c). Above 1 exactly where the NPV is above 0.
 *
 * What counts as a benefit and what as a cost saved changes the ratio, not the NPV: state it.
 *
 * @param benefits by year
 * @param costs by year, same years; >= 0, spending counted up
 * @returns unknown `no-cost` where nothing is spent
 * @throws InvalidInput `E-PLN-201`, Misaligned `E-PLN-202`
 * @source Boardman et al. 2018, Cost-benefit analysis, doi:10.1017/9781108235594
 */
export function benefitCostRatio(
  benefits: CashFlow,
  costs: CashFlow,
  rate: number,
  timing: Timing = {},
): number | Unknown {
  if (benefits.length !== costs.length)
    throw new AftermineError('Misaligned', 'E-PLN-202', {
      where: 'costs',
      expected: benefits.length,
      got: costs.length,
    });
  checkCashFlow('costs', costs);
  costs.forEach((amount, year) => {
    if (amount < 0)
      throw new AftermineError('InvalidInput', 'E-PLN-201', {
        where: `costs[${year}]`,
        expected: '>= 0',
        got: amount,
      });
  });
  const spent = netPresentValue(costs, rate, timing);
  return spent === 0 ? unknown('no-cost') : netPresentValue(benefits, rate, timing) / spent;
}
