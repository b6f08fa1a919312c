import type { Conflict, PlanResult } from '@aftermine/science/plan';
import type { PlanWords } from '@aftermine/science/report/plan';
import { Alert, List, Text, Title } from '@mantine/core';
import { useSay } from '../../parts/use-say.ts';

/** Where there is no plan: which demands cannot be met together, and the least that would help. */
export function ConflictPanel({ plan, words }: { readonly plan: PlanResult; readonly words: PlanWords }) {
  const say = useSay();
  if (plan.infeasible === null) return null;
  const { conflict, relax } = plan.infeasible;
  const relaxText = ({ demand, by }: Conflict['relax'][number]): string => {
    if (demand.kind !== 'row')
      return say(`plan-page.relax.${demand.kind}`, {
        id: demand.kind === 'mandatory' ? words.unit(demand.id) : demand.id,
      });
    const sense = plan.rows.find(({ id }) => id === demand.id)?.sense;
    const key = sense === '>=' ? 'lower' : sense === '=' ? 'move' : 'raise';
    return say(`plan-page.relax.${key}`, {
      row: words.row(demand.id),
      amount: words.amountOf(demand.id, by),
    });
  };
  return (
    <Alert color="red" role="alert" title={say('plan-page.conflict')}>
      <Text size="sm">
        {say(conflict === null ? 'plan-page.conflict.unproven' : 'plan-page.conflict.lead')}
      </Text>
      {conflict !== null && (
        <List size="sm">
          {conflict.map((demand) => (
            <List.Item key={`${demand.kind}${demand.id}`}>{words.demand(demand)}</List.Item>
          ))}
        </List>
      )}
      {relax.length > 0 && (
        <>
          <Title order={3} mt="xs">
            {say('plan-page.relax')}
          </Title>
          <Text size="sm">{say('plan-page.relax.lead')}</Text>
          <List size="sm">
            {relax.map((one) => (
              <List.Item key={`${one.demand.kind}${one.demand.id}`}>{relaxText(one)}</List.Item>
            ))}
          </List>
        </>
      )}
    </Alert>
  );
}
