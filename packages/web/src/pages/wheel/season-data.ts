import type { SeasonResult } from '@aftermine/science/control';
import { useQuery } from '@tanstack/react-query';
import { partQuery } from '../../api/resources.ts';

/** A season as the server keeps it: in records of before, money stands with the replanned rest. */
export type KeptSeason = Omit<SeasonResult, 'money'> & {
  readonly money?: { readonly bound: number; readonly left: number | null };
};

/** Years of the seasons that were run. */
export function useSeasonYears(project: string) {
  return useQuery(partQuery<{ years: number[] }>(project, '/seasons'));
}

/** One season, whole; not asked for where there is no year, or 0. A closed season never changes: it is asked for once. */
export function useSeason(project: string, year: number | undefined) {
  return useQuery({
    ...partQuery<KeptSeason>(project, `/seasons/${year}`),
    enabled: year !== undefined && year > 0,
    staleTime: 10 * 60_000,
  });
}

/** Public money of a season: bound, and left where there is a budget; null where its record holds neither. */
export function moneyOf({
  money,
  replan,
}: Pick<KeptSeason, 'money' | 'replan'>): { readonly bound: number; readonly left: number | null } | null {
  if (money !== undefined) return money;
  const old = replan as { bound?: number; left?: number | null } | null;
  return old?.bound === undefined ? null : { bound: old.bound, left: old.left ?? null };
}
