import type { Language } from '@aftermine/science/base';
import { DEMO_PROGRAMME } from '../demo/site-plan.ts';
import type { Workbench } from '../ports/index.ts';

/** What a bureau would add to the settings for a plan: money and its purposes, water, soil, what somebody wants. */
export function stateProgramme(workbench: Workbench, dir: string, language: Language): void {
  const { deposit, reservoir, ...rest } = DEMO_PROGRAMME;
  const years = Array.from({ length: rest.years }, (_, i) => rest.start + i);
  const plan = {
    ...rest,
    funds: [
      {
        id: 'deposit',
        name: deposit.name[language],
        amounts: Object.fromEntries(years.map((year) => [String(year), deposit.perYear])),
        for: { damage: [...deposit.damage] },
      },
    ],
    water: [{ id: reservoir.name[language], m3PerYear: reservoir.m3PerYear }],
  };
  for (const [key, value] of Object.entries(plan)) workbench.settings.set(dir, ['plan', key], value);
}
