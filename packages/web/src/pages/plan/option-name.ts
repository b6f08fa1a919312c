import type { PlanStanding } from '@aftermine/science/control';
import type { useTexts } from '../../app/language.ts';
import type { useSay } from '../../parts/use-say.ts';
import { GREEDY } from './plan-options.ts';

/** An option in words. Beside a programme in force "this plan" is named by what it is to it. */
export function optionName(
  key: string,
  say: ReturnType<typeof useSay>,
  t: ReturnType<typeof useTexts>['t'],
  standing: PlanStanding | null,
): string {
  if (key === 'this' && standing !== null) return say(`plan-standing-word.${standing.kind}`);
  if (key === 'this' || key === 'nothing') return say(`plan-page.option.${key}`);
  if (key === 'force') return t('compare.in-force');
  return key === GREEDY ? say('plan-page.option.greedy') : say('plan-page.option.front', { id: key });
}
