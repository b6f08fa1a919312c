import { acquisitions } from './acquisitions.ts';
import { resolveDemoOptions } from './frame.ts';
import { demoLandscape, type Landscape } from './landscape.ts';
import { type MakeDemoOptions, writeScenes } from './make-demo-mine.ts';
import { UNITS } from './site-plan.ts';
import { type DemoWorks, SEASONS } from './works.ts';

/**
 * Takes the pictures of the seasons after the programme was adopted, with its works on the ground: scenes as USGS delivers them,
 * beside those of the mine. Same works, same bytes.
 *
 * @param scenesDir folder of the scenes of the demonstration mine
 */
export async function makeDemoSeasons(
  scenesDir: string,
  works: readonly DemoWorks[],
  options: MakeDemoOptions,
): Promise<number> {
  const landscape: Landscape = {
    ...demoLandscape(resolveDemoOptions({ ...options, years: SEASONS })),
    works: new Map(works.map((one) => [UNITS.findIndex(({ id }) => id === one.unit), one])),
  };
  const looks = acquisitions(landscape.options);
  await writeScenes(landscape, looks, scenesDir, options);
  return looks.length;
}
