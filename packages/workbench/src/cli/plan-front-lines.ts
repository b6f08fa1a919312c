import { type Language, say } from '@aftermine/science/base';
import type { PlanResult } from '@aftermine/science/plan';
import { amount } from './plan-texts.ts';

/** Plans of the front, one line each. */
export function planFrontLines({ front, units, notes }: PlanResult, language: Language): string[] {
  if (front === null) return [];
  const tell = (key: string, params: Readonly<Record<string, string | number>> = {}): string =>
    say(language, `plan-front.${key}`, params);
  const dominated = front.plans.filter(({ dominatedBy }) => dominatedBy !== null).length;
  const lines = [
    tell('head', {
      count: front.plans.length - dominated,
      dominated,
      balanced: front.balanced ?? '-',
    }),
  ];
  for (const plan of front.plans) {
    const { ecology, carbon, livelihood, npv } = plan.objectives;
    const mark =
      plan.dominatedBy !== null
        ? tell('dominated', { by: plan.dominatedBy })
        : plan.id === front.balanced
          ? tell('balanced')
          : '';
    lines.push(
      tell('plan', {
        id: plan.id,
        ecology: amount(ecology, language),
        carbon: amount(carbon, language),
        livelihood: amount(livelihood, language),
        npv: amount(npv, language),
        cost: amount(plan.cost, language),
        mark,
      }),
    );
  }
  const sure = units.filter(({ id }) => front.agreement[id]?.share === 1).length;
  lines.push(tell('agreed', { count: sure, all: units.length }));
  const beside = notes.find(({ key }) => key === 'plan-note.programme-in-force');
  if (beside !== undefined) lines.push(say(language, beside.key, beside.params));
  return lines;
}
