import { say } from '@aftermine/science/base';
import type { PlanResult } from '@aftermine/science/plan';
import { language } from '../../app/language.ts';

/** A month counted from January of the first year of a plan. */
export function monthText({ start }: Pick<PlanResult, 'start'>, month: number): string {
  return say(language(), 'plan-page.month', {
    year: String(start + Math.floor(month / 12)),
    month: String((Math.floor(month) % 12) + 1).padStart(2, '0'),
  });
}
