import type { AdoptedUnit } from '@aftermine/science/control';
import type { z } from 'zod';
import type { yearQuality as yearQualitySchema } from '../../contract/index.ts';
import type { ServerContext } from '../context.ts';
import { observationHead } from './observation-head.ts';
import type { ProjectSnapshot } from './project-snapshot.ts';
import { readingState } from './reading-state.ts';

export type YearQuality = z.infer<typeof yearQualitySchema>;
type Event = YearQuality['events'][number];

/** More events of one kind in one year than this are told as one, without units. */
const MOST_EVENTS = 12;

/**
 * Every year from the first observed to the last, with how much of the boundary was seen and what happened: `damaged` and
 * `reclaimed` as the register says, `works` as the programme in force starts them, `alert` as seasons raised them. Years without
 * pictures are there and say so.
 */
export async function yearQuality(context: ServerContext, projectId: string): Promise<YearQuality[]> {
  const snapshot = await readingState(context).projects.of(projectId);
  return snapshot.made('year-quality', () => qualityOf(snapshot));
}

async function qualityOf(snapshot: ProjectSnapshot): Promise<YearQuality[]> {
  const head = await observationHead(snapshot);
  if (head === null) return [];
  const { years, yearSummaries } = head;
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined) return [];
  const events = new Map<string, Event[]>();
  const add = (year: number | null, kind: string, unit: string | null): void => {
    if (year === null || year < first || year > last) return;
    const key = `${year} ${kind}`;
    const list = events.get(key);
    if (list === undefined) events.set(key, [{ unit, kind }]);
    else list.push({ unit, kind });
  };
  await snapshot.tables('year-events', async (tables) => {
    for (const row of tables.rows('SELECT unit_id, year_damaged, year_reclaimed FROM units')) {
      add(row['year_damaged'] as number | null, 'damaged', String(row['unit_id']));
      add(row['year_reclaimed'] as number | null, 'reclaimed', String(row['unit_id']));
    }
    for await (const adopted of tables.pieces<AdoptedUnit>('programme', 'adopted'))
      for (const { unit, year } of adopted) add(year, 'works', unit);
    for (const row of tables.rows('SELECT unit_id, year FROM alerts ORDER BY year, rank DESC'))
      add(Number(row['year']), 'alert', row['unit_id'] as string | null);
  });
  const summaries = new Map(yearSummaries.map((one) => [one.year, one]));
  return Array.from({ length: last - first + 1 }, (_, i): YearQuality => {
    const year = first + i;
    const summary = summaries.get(year);
    const told = ['damaged', 'reclaimed', 'works', 'alert'].flatMap((kind) => {
      const list = events.get(`${year} ${kind}`) ?? [];
      return list.length > MOST_EVENTS ? [{ unit: null, kind }] : list;
    });
    return {
      year,
      validShare: summary?.seenShare ?? 0,
      scenes: summary?.sceneCount ?? 0,
      present: summary !== undefined && summary.quality !== 'none',
      events: told,
    };
  });
}
