import type { PlanResult } from '@aftermine/science/plan';
import { amountText, type PlanWords, unitWord } from '@aftermine/science/report/plan';
import { List, Stack, Text, Title } from '@mantine/core';
import { useTexts } from '../../app/language.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { percentText } from '../../parts/numbers.ts';
import { useSay } from '../../parts/use-say.ts';
import { Coded } from './coded.tsx';

type Row = PlanResult['rows'][number];

const SENSES = { '<=': 'most', '>=': 'least', '=': 'equal' } as const;
/** Prices below this share of the greatest effect a row could have are noise of the solver. */
const NOISE = 1e-9;
const MILLION = 1e6;

/** What bounds the programme, how much of it is used, what a little more would buy; and what is worth a look. */
export function LimitsPanel({ plan, words }: { readonly plan: PlanResult; readonly words: PlanWords }) {
  const { language } = useTexts();
  const say = useSay();
  const moreBuys = ({ sense, measure, price, limit }: Row): string => {
    const size = Math.abs(price);
    if (size * Math.max(1, Math.abs(limit)) < NOISE * Math.max(1, Math.abs(plan.objective ?? 0)))
      return say(sense === '>=' ? 'plan-page.price.floor-free' : 'plan-page.price.free');
    const isMoney = measure === plan.currency;
    const amount = isMoney
      ? MILLION
      : Math.max(1, 10 ** Math.floor(Math.log10(Math.max(1, Math.abs(limit) / 100))));
    const unit = isMoney
      ? words.money.text(MILLION)
      : `${amountText(language, amount)} ${unitWord(measure, language)}`.trim();
    const { weights, scales } = plan;
    const worth =
      weights.ecology > 0
        ? say('objective-amount.ecology', {
            value: amountText(language, (size * amount * scales.ecology) / weights.ecology),
          })
        : say('plan-page.price.value', { value: amountText(language, size * amount) });
    return say(sense === '>=' ? 'plan-page.price.floor' : 'plan-page.price.more', { unit, worth });
  };
  const columns: readonly Column<Row>[] = [
    {
      id: 'row',
      title: say('plan-page.column.row'),
      value: ({ id }) => words.row(id),
      min: 160,
      grow: 1.5,
    },
    {
      id: 'limit',
      title: say('plan-page.column.row-limit'),
      value: ({ limit }) => limit,
      cell: ({ id, sense, limit }) =>
        `${say(`plan-page.sense.${SENSES[sense]}`)} ${words.amountOf(id, limit)}`,
      number: true,
      min: 170,
    },
    {
      id: 'used',
      title: say('plan-page.column.used'),
      value: ({ used }) => used,
      cell: ({ id, used }) => words.amountOf(id, used),
      number: true,
      min: 130,
    },
    {
      id: 'share',
      title: say('plan-page.column.used-share'),
      value: ({ used, limit }) => (limit === 0 ? null : used / limit),
      cell: ({ used, limit }) => (limit === 0 ? '–' : percentText(used / limit, language)),
      number: true,
      min: 80,
    },
    {
      id: 'buys',
      title: say('plan-page.column.more-buys'),
      value: ({ price }) => price,
      cell: (row) => moreBuys(row),
      min: 320,
      grow: 2.5,
    },
  ];
  return (
    <Stack gap="sm">
      <Text className="soft">{say('plan-page.limits.lead')}</Text>
      <DataTable
        label={say('plan-page.limits.table')}
        rows={plan.rows}
        columns={columns}
        idOf={({ id }) => id}
      />
      <Text size="sm" className="soft">
        {say('plan-page.limits.note')}
      </Text>
      {plan.advice.length > 0 && (
        <section>
          <Title order={2} mb={4}>
            {say('plan-page.advice')}
          </Title>
          <List size="sm">
            {plan.advice.map(({ key, params }) => (
              <List.Item key={`${key}${JSON.stringify(params)}`}>
                <Coded>{say(key, words.params(params))}</Coded>
              </List.Item>
            ))}
          </List>
        </section>
      )}
    </Stack>
  );
}
