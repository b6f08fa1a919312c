import { benefitCostRatio, internalRateOfReturn, netPresentValue, paybackYears } from '../finance/index.ts';
import { readyMonth } from '../price/bill-of-package.ts';
import type { Programme, ProgrammeOption } from '../programme/programme.ts';
import type { FinanceFigures, PlanFinance } from '../result.ts';
import type { PlanSettings } from '../settings.ts';
import { newShare } from '../value/new-share.ts';
import { LIKELY } from '../value/option-outcome.ts';
import { cashFlow } from './cash-flow.ts';

/**
 * Money of a plan: sources and uses by year, and NPV, IRR, BCR and payback of the programme as a whole and of the concession alone.
 * Benefits are money only (revenue less running costs): nature, carbon and work have no price here.
 */
export function planFinance(
  programme: Programme,
  chosen: readonly ProgrammeOption[],
  works: readonly { readonly id: string; readonly year: number; readonly cost: number }[],
  settings: PlanSettings,
): PlanFinance {
  const years = cashFlow(programme, chosen, works);
  const rate = settings.discountRate;
  const concession = chosen.filter(({ candidate }) =>
    candidate.bill.some(({ payer }) => payer === 'concession'),
  );
  return {
    years,
    programme: figuresOf(
      years.map(({ revenue }) => revenue),
      years.map((year) => year.works + year.upkeep + year.capital),
      rate,
    ),
    concession: concession.length === 0 ? null : concessionFigures(programme, concession, rate),
    notes: [],
  };
}

function concessionFigures(
  { start, horizon }: Programme,
  chosen: readonly ProgrammeOption[],
  rate: number,
): FinanceFigures {
  const earned = new Array<number>(horizon).fill(0);
  const spent = new Array<number>(horizon).fill(0);
  for (const { candidate, year } of chosen) {
    for (const { payer, offset, quantity, item } of candidate.bill) {
      const at = year - start + offset;
      if (payer === 'concession' && at < horizon) spent[at]! += quantity * LIKELY.costOf(item);
    }
    const { use } = candidate.one;
    const first = Math.ceil(year - start + readyMonth(candidate.tasks) / 12 + (use.revenue?.fromYear ?? 0));
    const yearly = (use.revenue?.perHaYear[1] ?? 0) - (use.operating?.perHaYear ?? 0);
    for (let t = first; t < horizon; t += 1)
      earned[t]! += newShare(candidate.unit, candidate.one) * candidate.unit.areaHa * yearly;
  }
  return figuresOf(earned, spent, rate);
}

function figuresOf(earned: readonly number[], spent: readonly number[], rate: number): FinanceFigures {
  const flow = earned.map((amount, t) => amount - spent[t]!);
  return {
    npv: netPresentValue(flow, rate),
    irr: internalRateOfReturn(flow),
    bcr: benefitCostRatio(earned, spent, rate),
    paybackYears: paybackYears(flow, { rate }),
  };
}
