import { type PolicyPanel, policyPanel, type SeasonResult } from '@aftermine/science/control';
import { upkeepUnits } from '@aftermine/science/report/season';
import type { Workbench } from '../../ports/index.ts';
import type { Project } from '../open-project.ts';

/**
 * The panel of games and decisions with the figures of a project; units whose works stand bring what the last season learned of
 * them. It explains and never schedules.
 */
export async function policyOfProject(workbench: Workbench, project: Project): Promise<PolicyPanel> {
  const store = await workbench.openStore(project.dir);
  try {
    const last = (await store.seasons()).at(-1);
    return panelOf(project, last === undefined ? null : await store.season(last));
  } finally {
    await store.close();
  }
}

/** The panel as of a season; null before the first. */
export function panelOf(
  { settings: { plan, control } }: Pick<Project, 'settings'>,
  season: Pick<SeasonResult, 'units' | 'year'> | null,
): PolicyPanel {
  const { policy, filter } = control;
  return policyPanel({
    games: plan.games,
    discountRate: plan.discountRate,
    policy,
    units: season === null ? [] : upkeepUnits(season, filter.curve, policy.upkeep.bands),
  });
}
