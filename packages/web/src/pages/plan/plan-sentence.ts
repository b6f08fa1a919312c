import type { PlanResult } from '@aftermine/science/plan';
import { gapText, type PlanWords } from '@aftermine/science/report/plan';
import type { Language } from '../../app/language.ts';
import { muOf, numberText } from '../../parts/numbers.ts';
import type { useSay } from '../../parts/use-say.ts';

type Say = ReturnType<typeof useSay>;

/** True where there is a plan to show. */
export function hasChoices({ status }: Pick<PlanResult, 'status'>): boolean {
  return status === 'optimal' || status === 'feasible';
}

/** What the programme does for how much, in the sentence of the report. */
export function planSentence(plan: PlanResult, { language, money }: PlanWords, say: Say): string {
  if (!hasChoices(plan)) return say(`plan-page.verdict.${plan.status}`);
  const treated = plan.units.filter(({ choice }) => choice !== null);
  const { ecology } = plan.totals.objectives;
  const areaHa = treated.reduce((sum, unit) => sum + unit.areaHa, 0);
  const kind = treated.length === 0 ? 'nothing' : ecology < 0 ? 'loss' : 'plan';
  const sentence = say(`plan-page.verdict.${kind}`, {
    first: String(plan.start),
    last: String(plan.start + plan.years - 1),
    treated: treated.length,
    units: plan.units.length,
    area: say('diagnosis-page.area', {
      ha: numberText(areaHa, language, 1),
      mu: numberText(muOf(areaHa), language, 0),
    }),
    cost: money.text(plan.totals.publicCost),
    priceYear: String(plan.priceYear),
    ecology: numberText(Math.abs(ecology), language, 1),
  });
  return plan.totals.concessionCost > 0
    ? `${sentence}${language === 'zh' ? '' : ' '}${say('plan-page.verdict.concession', {
        cost: money.text(plan.totals.concessionCost),
      })}`
    : sentence;
}

/** Proven best, or how far from it at most; two figures, rounded up so that it never promises too much. */
export function statusSentence({ status, gap }: PlanResult, language: Language, say: Say): string {
  return status === 'feasible' && gap !== null
    ? say('plan-page.status.within', { percent: gapText(language, gap) })
    : say(`plan-page.status.${status}`);
}
