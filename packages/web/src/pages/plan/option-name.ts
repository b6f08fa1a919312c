import type { useTexts } from '../../app/language.ts';
import type { useSay } from '../../parts/use-say.ts';
import { GREEDY } from './plan-options.ts';

/** An option in words. */
export function optionName(
  key: string,
  say: ReturnType<typeof useSay>,
  t: ReturnType<typeof useTexts>['t'],
): string {
  if (key === 'this' || key === 'nothing') return say(`plan-page.option.${key}`);
  if (key === 'force') return t('compare.in-force');
  return key === GREEDY ? say('plan-page.option.greedy') : say('plan-page.option.front', { id: key });
}
