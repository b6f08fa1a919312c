import { AftermineError } from '@aftermine/science/base';
import { type SeasonForecast, seasonForecast } from '@aftermine/science/report/season';
import type { Workbench } from '../../ports/index.ts';
import type { Project } from '../open-project.ts';
import { seasonOfStore } from './season-of-store.ts';

/**
 * What the last season expects of each unit, or of one.
 *
 * @throws NotFound `E-CTL-602` for a unit the programme does not have; what `seasonOfStore` throws
 */
export async function forecastUnits(
  workbench: Workbench,
  { dir }: Project,
  unit?: string,
): Promise<SeasonForecast> {
  const store = await workbench.openStore(dir);
  try {
    const { season } = await seasonOfStore(store, dir);
    const forecast = seasonForecast(season, unit);
    if (unit !== undefined && forecast.units.length === 0)
      throw new AftermineError('NotFound', 'E-CTL-602', {
        where: 'forecast',
        expected: season.units
          .map((one) => one.unit)
          .slice(0, 20)
          .join(', '),
        got: unit,
      });
    return forecast;
  } finally {
    await store.close();
  }
}
