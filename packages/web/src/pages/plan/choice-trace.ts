import type { PlannedUnit, PlanResult } from '@aftermine/science/plan';
import type { PlanWords } from '@aftermine/science/report/plan';
import { amountText } from '@aftermine/science/report/plan';
import type { Trace } from '../../parts/evidence-drawer.tsx';
import type { useSay } from '../../parts/use-say.ts';
import { planTexts } from '../../texts/plan.ts';

/** What stands behind the choice on a unit: its gates, what it is worth, what it pays, and what would turn it. */
export function choiceTrace(
  plan: PlanResult,
  { choice, notChosen, flips, findings, valueParts, pricedUses }: PlannedUnit,
  words: PlanWords,
  title: string,
  say: ReturnType<typeof useSay>,
): Trace {
  const { language } = words;
  const text = (key: keyof typeof planTexts, params: Readonly<Record<string, string>> = {}): string =>
    Object.entries(params).reduce(
      (told, [name, value]) => told.replace(`{${name}}`, value),
      planTexts[key][language] as string,
    );
  return {
    title,
    value:
      choice === null
        ? say(`not-chosen.${(notChosen ?? 'no-room').replace(/^not-chosen\./, '')}`)
        : words.choice(`${choice.id}@${choice.year ?? ''}`),
    source: [
      ...findings.map((id) => `${text('plan.trace.finding')} ${id}`),
      text('plan.trace.library', { hash: plan.libraryHash.slice(0, 8) }),
      text('plan.trace.costs', { file: plan.costFile, year: String(plan.priceYear) }),
    ],
    steps: [
      ...Object.entries(valueParts).map(
        ([id, part]) => `${say(`objective-name.${id}`)}: ${amountText(language, part)}`,
      ),
      ...pricedUses.map(
        ({ row, amount, price }) =>
          `${words.row(row)}: ${words.amountOf(row, amount)}, −${amountText(language, amount * price)}`,
      ),
      ...(choice === null
        ? []
        : [`${say('plan-page.why.left')}: ${amountText(language, choice.reducedValue)}`]),
    ],
    rule: (choice?.gates ?? []).map(
      ({ reason, source, state }) =>
        `${words.text(reason)} (${say(`gate-verdict.${state}`)}; ${
          source === 'unverified' ? say('plan-page.unverified') : source
        })`,
    ),
    confidence:
      choice === null
        ? say(`plan-page.status-word.${plan.status}`)
        : `${say(`gate-verdict.${choice.state}`)}; ${say(`plan-page.status-word.${plan.status}`)}`,
    change:
      flips.length === 0
        ? text('plan.no-flips')
        : flips.map(({ kind, params }) => say(`flip.${kind}`, words.params(params))).join(' '),
    accepted: text('plan.accepted', { hash: plan.libraryHash.slice(0, 8), cost: plan.costFile }),
  };
}
