import type { ProjectDetail } from 'aftermine/contract';
import { createContext, useContext } from 'react';
import type { KeptSeason } from './season-data.ts';

/** The season that is looked at, with the one before it. */
export interface SeasonContext {
  readonly project: ProjectDetail;
  readonly season: KeptSeason;
  /** Null for the first; undefined while it is on the way. */
  readonly before: KeptSeason | null | undefined;
  readonly years: readonly number[];
}

export const Seasons = createContext<SeasonContext | null>(null);

/** @throws Error outside of the pages of a season */
export function useSeasonContext(): SeasonContext {
  const found = useContext(Seasons);
  if (found === null) throw new Error('no season around this page');
  return found;
}
