import { join } from 'node:path';
import { composeWorkbench } from '../packages/workbench/src/compose.ts';
import { makeDemoMine } from '../packages/workbench/src/demo/make-demo-mine.ts';
import { initProject } from '../packages/workbench/src/steps/init-project.ts';

/** A small demonstration mine as a project that is not observed yet: a few seconds of work for `observe`. */
export async function makeSmallProject(dir: string, years = { from: 2000, to: 2009 }): Promise<string> {
  const workbench = composeWorkbench();
  const { files, paths, rasters } = workbench;
  const mine = await makeDemoMine(dir, { files, paths, rasters, size: 96, years, looksPerYear: 2 });
  await initProject(workbench, {
    dir,
    boundary: mine.boundaryPath,
    units: mine.unitsPath,
    reference: mine.referencePath,
    language: 'en',
    overwrite: false,
  });
  return join(dir);
}
