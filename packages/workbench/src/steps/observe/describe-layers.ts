import { productItem } from '@aftermine/science/observe';
import { gridBox } from '@aftermine/science/raster';
import { projectBox } from '@aftermine/science/site';
import type { StoredLayer, Tiles, Workbench } from '../../ports/index.ts';
import type { Project } from '../open-project.ts';
import type { FittedIndex } from './fit-index.ts';
import { RECIPES } from './keys.ts';
import type { PlannedLayer } from './plan-layers.ts';
import type { RunPlan } from './run-plan.ts';

/**
 * Writes a STAC item with its lineage beside each layer and returns the layers for the store. What is written
 * depends on inputs, settings and versions only: no clock, no path of this machine.
 */
export function describeLayers(
  workbench: Workbench,
  project: Project,
  run: RunPlan,
  index: FittedIndex,
  planned: readonly PlannedLayer[],
  fingerprints: ReadonlyMap<string, string>,
  tiles: Tiles,
): StoredLayer[] {
  const { grid, years } = run.plan;
  const bbox = projectBox(gridBox(grid), grid.crs, 'EPSG:4326');
  return planned.map((layer) => {
    const tile = tiles.open(layer.task.key);
    const { sha256 } = tile.meta as { sha256: string };
    tile.close();
    const scenes =
      layer.year === null
        ? years.flatMap((year) => year.scenes)
        : (years.find(({ year }) => year === layer.year)?.scenes ?? []);
    const lineage = {
      software: { aftermine: workbench.version },
      recipes: RECIPES,
      settings: run.settings,
      model:
        layer.kind === 'rsei'
          ? index.models[index.modelOfYear[years.findIndex(({ year }) => year === layer.year)] ?? 0]
          : undefined,
      inputs: scenes.map((id) => ({ scene: id, sha256: fingerprints.get(id)! })),
    };
    const item = productItem({
      layerKind: layer.kind,
      year: layer.year,
      years: { first: years[0]!.year, last: years.at(-1)!.year },
      grid,
      bbox,
      bands: layer.spec.bands,
      type: layer.spec.type,
      nodata: layer.spec.nodata,
      href: `./${workbench.paths.basename(layer.path)}`,
      sha256,
      lineage,
    });
    workbench.files.writeText(
      workbench.paths.join(project.dir, layer.path.replace(/\.tif$/, '.json')),
      `${JSON.stringify(item, null, 2)}\n`,
    );
    return {
      kind: layer.kind,
      year: layer.year,
      path: layer.path,
      sha256,
      lineage: JSON.parse(JSON.stringify(lineage)) as StoredLayer['lineage'],
    };
  });
}
