import type { SeasonNames } from '@aftermine/science/report/season';
import { useQuery } from '@tanstack/react-query';
import { partQuery } from '../../api/resources.ts';
import type { KeptSeason } from './season-data.ts';

const NONE: SeasonNames = { measures: {}, endUses: {} };

/** Names of measures and end uses: those the season was planned with, or those of the plan. */
export function useSeasonNames(project: string, season: KeptSeason): SeasonNames {
  const own = season.replan?.plan.names;
  const plan = useQuery({
    ...partQuery<{ names: SeasonNames }>(project, '/plan'),
    enabled: own === undefined,
  });
  return own ?? plan.data?.names ?? NONE;
}
