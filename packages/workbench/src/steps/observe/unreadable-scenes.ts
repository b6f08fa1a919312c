import { AftermineError } from '@aftermine/science/base';
import type { Scene } from '@aftermine/science/observe';
import type { SceneProblem, Workbench } from '../../ports/index.ts';

/**
 * Opens every file of every scene and names those that cannot be read: not there, cut short, no raster. Placing a
 * scene looks at the head of one band only, and an interrupted download must not stop a run half-way.
 */
export async function unreadableScenes(
  workbench: Workbench,
  scenes: readonly Scene[],
): Promise<SceneProblem[]> {
  const problems: SceneProblem[] = [];
  for (const scene of scenes) {
    const files = new Set([...Object.values(scene.bands), ...scene.masks].map(({ href }) => href));
    for (const href of files) {
      try {
        const file = await workbench.rasters.open(href);
        await file.close();
      } catch (cause) {
        if (!(cause instanceof AftermineError)) throw cause;
        problems.push({
          sceneId: scene.id,
          where: href,
          key: 'scene-problem.unreadable',
          params: { reason: cause.code },
        });
        break;
      }
    }
  }
  return problems;
}
