import { AftermineError } from '@aftermine/science/base';
import type { SeasonResult } from '@aftermine/science/control';
import type { Store } from '../../ports/index.ts';

/**
 * A season of a project, the last one where no year is named, and the years of all.
 *
 * @throws NotFound `E-CTL-310` before the first season, `E-CTL-601` for a season that was not run
 */
export async function seasonOfStore(
  store: Store,
  dir: string,
  year?: number,
): Promise<{ readonly season: SeasonResult; readonly years: readonly number[] }> {
  const years = await store.seasons();
  const wanted = year ?? years.at(-1);
  if (wanted === undefined) throw new AftermineError('NotFound', 'E-CTL-310', { where: dir });
  const season = years.includes(wanted) ? await store.season(wanted) : null;
  if (season === null)
    throw new AftermineError('NotFound', 'E-CTL-601', {
      where: dir,
      expected: years.join(', '),
      got: wanted,
    });
  return { season, years };
}
