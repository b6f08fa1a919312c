import type { Text } from '@aftermine/science/base';
import type { SeasonNames } from '@aftermine/science/report/season';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { partQuery } from '../../api/resources.ts';
import type { KeptSeason } from './season-data.ts';

interface Named {
  readonly id: string;
  readonly name: Text;
}

/** Names of measures and end uses: those of the library, and before them those the season was planned with. */
export function useSeasonNames(project: string, season: KeptSeason): SeasonNames {
  const library = useQuery(
    partQuery<{ readonly measures: readonly Named[]; readonly endUses: readonly Named[] }>(
      project,
      '/library',
    ),
  );
  const own = season.replan?.plan.names;
  return useMemo(() => {
    const named = (all: readonly Named[] = []) => Object.fromEntries(all.map(({ id, name }) => [id, name]));
    return {
      measures: { ...named(library.data?.measures), ...own?.measures },
      endUses: { ...named(library.data?.endUses), ...own?.endUses },
    };
  }, [library.data, own]);
}
