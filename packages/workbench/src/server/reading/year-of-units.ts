import type { UnitValues } from '../../contract/index.ts';
import { observationHead } from './observation-head.ts';
import type { ProjectSnapshot } from './project-snapshot.ts';

/**
 * One index of all units in one year. An index that has no series of units gives way to the leading one, as on the pages; a year
 * without rows gives none.
 */
export async function yearOfUnits(
  snapshot: ProjectSnapshot,
  index: string | undefined,
  year: number,
): Promise<UnitValues> {
  const leading = (await observationHead(snapshot))?.leading ?? '';
  return snapshot.tables(
    `year-of-units ${index ?? ''} ${year}`,
    async (tables): Promise<UnitValues> => {
      const isKnown =
        index !== undefined &&
        tables.value("SELECT 1 FROM unit_years WHERE zone = 'unit' AND index_id = ? LIMIT 1", index) !== null;
      const told = isKnown ? index : leading;
      const rows = tables.rows(
        `SELECT unit_id, median, p25, p75, valid_count, pixel_count FROM unit_years
         WHERE zone = 'unit' AND index_id = ? AND year = ? ORDER BY fid`,
        told,
        year,
      );
      const column = <T>(name: string): T[] => rows.map((row) => row[name] as T);
      return {
        index: told,
        year,
        units: column('unit_id'),
        median: column('median'),
        p25: column('p25'),
        p75: column('p75'),
        validCount: column('valid_count'),
        pixelCount: column('pixel_count'),
      };
    },
    { large: true },
  );
}
