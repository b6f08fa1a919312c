import type { BillLine, PlannedUnit, PlanResult } from '@aftermine/science/plan';
import { amountText, type PlanWords, unitWord } from '@aftermine/science/report/plan';
import { useTexts } from '../../app/language.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { useSay } from '../../parts/use-say.ts';

/** Bill of quantities of a unit, by year. */
export function BillTable({
  plan,
  unit: { id, bill },
  words,
}: {
  readonly plan: PlanResult;
  readonly unit: PlannedUnit;
  readonly words: PlanWords;
}) {
  const { language } = useTexts();
  const say = useSay();
  if (bill.length === 0) return null;
  const whose = (of: string): string => {
    const name = words.measure(of);
    return name === of ? words.endUse(of) : name;
  };
  const total = bill.reduce((sum, { cost }) => sum + cost, 0);
  const columns: readonly Column<BillLine>[] = [
    { id: 'year', title: say('plan-page.column.year'), value: ({ year }) => year, min: 60, grow: 0.5 },
    { id: 'measure', title: say('plan-page.column.measure'), value: (one) => whose(one.measure), min: 110 },
    { id: 'item', title: say('plan-page.column.item'), value: ({ item }) => words.item(item), min: 110 },
    {
      id: 'kind',
      title: say('plan-page.column.bill-kind'),
      value: ({ kind }) => say(`plan-page.bill-kind.${kind}`),
      min: 72,
    },
    {
      id: 'quantity',
      title: say('plan-page.column.quantity'),
      value: ({ quantity }) => quantity,
      cell: ({ quantity, unit }) => `${amountText(language, quantity)} ${unitWord(unit, language)}`,
      number: true,
      min: 110,
    },
    {
      id: 'price',
      title: say('plan-page.column.unit-cost', { unit: plan.currency }),
      value: ({ unitCost }) => unitCost,
      cell: ({ unitCost }) => words.money.price(unitCost),
      number: true,
      min: 110,
    },
    {
      id: 'cost',
      title: say('plan-page.column.cost', { unit: words.money.unit }),
      value: ({ cost }) => cost,
      cell: ({ cost }) => words.money.cell(cost),
      number: true,
      min: 96,
    },
    {
      id: 'payer',
      title: say('plan-page.column.payer'),
      value: ({ payer }) => say(`plan-page.payer.${payer}`),
      min: 86,
    },
  ];
  return (
    <details>
      <summary>
        {say('plan-page.bill')} · {words.money.text(total)}
      </summary>
      <DataTable
        label={say('plan-page.bill.of', { unit: id, year: String(plan.priceYear) })}
        rows={bill}
        columns={columns}
        idOf={(one) => `${one.measure} ${one.item} ${one.year} ${one.kind} ${one.payer}`}
        height={260}
        searchable={false}
      />
    </details>
  );
}
