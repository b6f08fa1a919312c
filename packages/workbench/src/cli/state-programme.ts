import type { Language } from '@aftermine/science/base';
import type { DemoMine } from '../demo/make-demo-mine.ts';
import { DEMO_PEOPLE } from '../demo/season-script.ts';
import { DEMO_PROGRAMME } from '../demo/site-plan.ts';
import type { Workbench } from '../ports/index.ts';

/** What a bureau would add to the settings for a plan and its seasons: money and its purposes, water, soil, what somebody wants, people. */
export function stateProgramme(workbench: Workbench, dir: string, mine: DemoMine, language: Language): void {
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
  const { settings, paths } = workbench;
  // The scale of the index rests on the years before the programme: later pictures move nothing that it promised.
  settings.set(dir, ['observe', 'rsei', 'fitTo'], rest.start - 1);
  settings.set(dir, ['control', 'permitted'], paths.relative(dir, mine.permittedPath));
  settings.set(
    dir,
    ['control', 'people'],
    DEMO_PEOPLE.map(({ id, name, role }) => ({ id, name: name[language], role })),
  );
}
