import type { DemoMine } from '../demo/make-demo-mine.ts';
import { DEMO_CLIMATE } from '../demo/site-plan.ts';
import type { Workbench } from '../ports/index.ts';

/** What a surveyor would add to the settings: terrain, samples and the climate of the nearest station. */
export function stateFieldWork(workbench: Workbench, dir: string, mine: DemoMine): void {
  const { settings, paths } = workbench;
  settings.set(dir, ['diagnose', 'dem'], paths.relative(dir, mine.demPath));
  settings.addTo(dir, ['diagnose', 'samples'], paths.relative(dir, mine.samplesPath));
  settings.set(dir, ['diagnose', 'climate', 'precipitationMm'], DEMO_CLIMATE.precipitationMm);
  settings.set(dir, ['diagnose', 'climate', 'petMm'], DEMO_CLIMATE.petMm);
  settings.set(dir, ['diagnose', 'erosion', 'region'], DEMO_CLIMATE.erosionRegion);
}
