import type { PlannedUnit, PlanResult } from '@aftermine/science/plan';
import type { PlanWords } from '@aftermine/science/report/plan';
import { Title } from '@mantine/core';
import { useTexts } from '../../app/language.ts';
import { useSay } from '../../parts/use-say.ts';
import { GateTable } from './gate-table.tsx';
import { isOpenQuestion } from './is-open-question.ts';

/** End uses that are not possible, each with the gates that say so. */
export function BarredList({
  plan,
  unit,
  words,
}: {
  readonly plan: PlanResult;
  readonly unit: PlannedUnit;
  readonly words: PlanWords;
}) {
  const { t } = useTexts();
  const say = useSay();
  if (unit.barred.length === 0) return null;
  return (
    <section>
      <Title order={3} mb={4}>
        {say('plan-page.sheet.barred')}
      </Title>
      {unit.barred.map(({ endUse, gates }) => {
        const isOpen = isOpenQuestion(gates);
        return (
          <details key={endUse} open={isOpen && unit.barred.length <= 3}>
            <summary>
              {words.endUse(endUse)} · {t(isOpen ? 'plan.barred-open' : 'plan.barred-closed')}
            </summary>
            <GateTable
              label={say('plan-page.sheet.barred-of', { unit: unit.id, endUse: words.endUse(endUse) })}
              gates={gates}
              words={words}
              accepted={t('plan.accepted', { hash: plan.libraryHash.slice(0, 8), cost: plan.costFile })}
            />
          </details>
        );
      })}
    </section>
  );
}
