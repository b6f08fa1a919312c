import { OBJECTIVES, type PlannedUnit, type PlanResult } from '@aftermine/science/plan';
import type { PlanWords } from '@aftermine/science/report/plan';
import { amountText } from '@aftermine/science/report/plan';
import { List, Table, Text, Title } from '@mantine/core';
import { useTexts } from '../../app/language.ts';
import { numberText } from '../../parts/numbers.ts';
import { useSay } from '../../parts/use-say.ts';
import { criterionCell, criterionHeading } from './objectives.ts';

/** The answer to "why this, and then": value parts, what is paid in prices, the runner-up, and what would flip it. */
export function WhyBlock({
  plan,
  unit,
  words,
  question,
}: {
  readonly plan: PlanResult;
  readonly unit: PlannedUnit;
  readonly words: PlanWords;
  readonly question: string;
}) {
  const { t, language } = useTexts();
  const say = useSay();
  const { choice, runnerUp, flips, pricedUses, valueParts } = unit;
  return (
    <section>
      <Title order={3} mb={4}>
        {question}
      </Title>
      {choice?.outcome != null && (
        <Table.ScrollContainer minWidth={340} type="native" tabIndex={0}>
          <Table aria-label={say('plan-page.why.value', { unit: unit.id })} fz="sm" verticalSpacing={2}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{say('plan-page.column.objective')}</Table.Th>
                {(['amount', 'weight', 'part'] as const).map((key) => (
                  <Table.Th key={key} scope="col" ta="right">
                    {say(`plan-page.column.${key}`)}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {OBJECTIVES.filter((id) => valueParts[id] !== undefined).map((id) => (
                <Table.Tr key={id}>
                  <Table.Th scope="row" fw={400}>
                    {criterionHeading(id, words)}
                  </Table.Th>
                  <Table.Td className="number">
                    {criterionCell(id, choice.outcome!.objectives[id], words)}
                  </Table.Td>
                  <Table.Td className="number">{numberText(plan.weights[id], language)}</Table.Td>
                  <Table.Td className="number">{amountText(language, valueParts[id])}</Table.Td>
                </Table.Tr>
              ))}
              {pricedUses.map(({ row, amount, price }) => (
                <Table.Tr key={row}>
                  <Table.Th scope="row" fw={400}>
                    {t('plan.pays', { row: words.row(row) })}
                  </Table.Th>
                  <Table.Td className="number">{words.amountOf(row, amount)}</Table.Td>
                  <Table.Td className="number">–</Table.Td>
                  <Table.Td className="number">−{amountText(language, amount * price)}</Table.Td>
                </Table.Tr>
              ))}
              <Table.Tr>
                <Table.Th scope="row">{say('plan-page.why.left')}</Table.Th>
                <Table.Td />
                <Table.Td />
                <Table.Td className="number" fw={600}>
                  {amountText(language, choice.reducedValue)}
                </Table.Td>
              </Table.Tr>
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {choice?.outcome != null && (
        <Text size="xs" className="soft">
          {say('plan-page.why.scale')}
        </Text>
      )}
      {choice !== null && pricedUses.length === 0 && <Text size="sm">{say('plan-page.why.no-prices')}</Text>}
      {choice !== null && (
        <Text size="sm">
          {runnerUp === null
            ? say('plan-page.why.no-runner-up')
            : say('plan-page.why.runner-up', {
                package: words.package(runnerUp.id),
                year: runnerUp.year === null ? '–' : String(runnerUp.year),
                value: amountText(language, runnerUp.reducedValue),
                own: amountText(language, choice.reducedValue),
              })}
        </Text>
      )}
      <Title order={4} size="h3" mt="xs">
        {say('plan-page.why.flips')}
      </Title>
      {flips.length === 0 ? (
        <Text size="sm" className="soft">
          {t('plan.no-flips')}
        </Text>
      ) : (
        <List size="sm">
          {flips.map(({ kind, params }) => (
            <List.Item key={`${kind}${JSON.stringify(params)}`}>
              {say(`flip.${kind}`, words.params(params))}
            </List.Item>
          ))}
        </List>
      )}
    </section>
  );
}
