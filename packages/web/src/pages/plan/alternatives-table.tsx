import type { PlannedUnit, UnitAlternative } from '@aftermine/science/plan';
import type { PlanWords } from '@aftermine/science/report/plan';
import { amountText } from '@aftermine/science/report/plan';
import { Table, Text, Title } from '@mantine/core';
import { useTexts } from '../../app/language.ts';
import { useSay } from '../../parts/use-say.ts';
import { GateMark } from './gate-mark.tsx';
import { criterionCell, criterionHeading } from './objectives.ts';
import { whyNot } from './why-not.ts';

/** Other packages that were possible, each with the reason it was not chosen. */
export function AlternativesTable({
  unit,
  words,
}: {
  readonly unit: PlannedUnit;
  readonly words: PlanWords;
}) {
  const { t, language } = useTexts();
  const say = useSay();
  const { alternatives, choice } = unit;
  const cost = ({ outcome }: UnitAlternative): number | null =>
    outcome === null ? null : outcome.publicCost + outcome.concessionCost;
  const reason = (one: UnitAlternative): string => {
    const why = whyNot(one, choice);
    const closed = one.gates.find(({ state }) => state === 'fail' || state === 'insufficient');
    return why === 'gate' && closed !== undefined
      ? `${t('plan.why-not.gate')} ${words.text(closed.reason)}`
      : t(`plan.why-not.${why}`);
  };
  return (
    <section>
      <Title order={3} mb={4}>
        {say('plan-page.sheet.alternatives')}
      </Title>
      {alternatives.length === 0 ? (
        <Text size="sm" className="soft">
          {t(choice === null ? 'plan.no-room' : 'plan.no-alternatives')}
        </Text>
      ) : (
        <Table.ScrollContainer minWidth={560} type="native" tabIndex={0}>
          <Table
            aria-label={say('plan-page.sheet.alternatives-of', { unit: unit.id })}
            fz="sm"
            verticalSpacing={4}
          >
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{say('plan-page.column.package')}</Table.Th>
                <Table.Th scope="col">{t('plan.column.why-not')}</Table.Th>
                <Table.Th scope="col" ta="right">
                  {say('plan-page.column.start')}
                </Table.Th>
                <Table.Th scope="col" ta="right">
                  {say('plan-page.column.cost', { unit: words.money.unit })}
                </Table.Th>
                <Table.Th scope="col" ta="right">
                  {criterionHeading('ecology', words)}
                </Table.Th>
                <Table.Th scope="col" ta="right">
                  {say('plan-page.column.reduced-value')}
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {alternatives.map((one) => (
                <Table.Tr key={`${one.id}@${one.year}`}>
                  <Table.Th scope="row" fw={400}>
                    {words.package(one.id)}
                    <div>
                      <GateMark state={one.state} />
                    </div>
                  </Table.Th>
                  <Table.Td>{reason(one)}</Table.Td>
                  <Table.Td className="number">{one.year ?? '–'}</Table.Td>
                  <Table.Td className="number">{words.money.cell(cost(one))}</Table.Td>
                  <Table.Td className="number">
                    {one.outcome === null
                      ? '–'
                      : criterionCell('ecology', one.outcome.objectives.ecology, words)}
                  </Table.Td>
                  <Table.Td className="number">{amountText(language, one.reducedValue)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </section>
  );
}
