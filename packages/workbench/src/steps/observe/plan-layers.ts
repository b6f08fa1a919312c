import { canonicalJson } from '@aftermine/science/base';
import type { RseiRecipe } from '@aftermine/science/observe';
import type { LayerSpec, Task, Workbench } from '../../ports/index.ts';
import { type FittedIndex, hasIndex } from './fit-index.ts';
import { RECIPES } from './keys.ts';
import {
  changeLayer,
  componentsLayer,
  compositeLayer,
  looksLayer,
  rseiLayer,
  trendLayer,
  vertexLayer,
} from './layers.ts';
import type { RunPlan } from './run-plan.ts';
import { segmentParametersOf } from './segmentation-of.ts';

/** One layer to be written. */
export interface PlannedLayer {
  readonly kind: string;
  readonly year: number | null;
  /** Relative to the project, forward slashes. */
  readonly path: string;
  readonly spec: LayerSpec;
  readonly task: Task;
}

/** Every layer of a run, as tasks; `keys[y][b]` are the composites, `series[b]` the tiles over all years. */
export function planLayers(
  workbench: Workbench,
  dir: string,
  run: RunPlan,
  recipe: RseiRecipe,
  index: FittedIndex,
  keys: readonly (readonly string[])[],
  series: readonly string[],
): PlannedLayer[] {
  const { plan, settings } = run;
  const columns = Math.ceil(plan.grid.width / plan.tileSize);
  const first = plan.years[0]!.year;
  const last = plan.years.at(-1)!.year;
  const layers: PlannedLayer[] = [];
  const add = (
    kind: string,
    year: number | null,
    spec: LayerSpec,
    blocks: { key: string; section: string }[],
  ): void => {
    const path = `rasters/${kind}/${year ?? `${first}-${last}`}.tif`;
    const described: LayerSpec = { ...spec, metadata: { AFTERMINE_LAYER: kind } };
    layers.push({
      kind,
      year,
      path,
      spec: described,
      task: {
        kind: 'layer',
        key: workbench.hash(canonicalJson({ version: RECIPES.layer, path, spec: described, blocks })),
        args: { path: workbench.paths.join(dir, path), spec: described, columns, blocks },
      },
    });
  };
  const withIndex = hasIndex(index);
  const componentIds = recipe.components.map(({ id }) => id);
  plan.years.forEach(({ year }, y) => {
    add(
      'composite',
      year,
      compositeLayer(plan),
      keys[y]!.map((key) => ({ key, section: 'image' })),
    );
    add(
      'clear-looks',
      year,
      looksLayer(plan),
      keys[y]!.map((key) => ({ key, section: 'looks' })),
    );
    add(
      'components',
      year,
      componentsLayer(plan, componentIds),
      series.map((key) => ({ key, section: `components-${year}` })),
    );
    if (withIndex)
      add(
        'rsei',
        year,
        rseiLayer(plan),
        series.map((key) => ({ key, section: `rsei-${year}` })),
      );
  });
  const { maxSegments } = segmentParametersOf(settings.segment);
  add(
    'disturbance',
    null,
    changeLayer(plan),
    series.map((key) => ({ key, section: 'disturbance' })),
  );
  add(
    'recovery',
    null,
    changeLayer(plan),
    series.map((key) => ({ key, section: 'recovery' })),
  );
  add(
    'vertices',
    null,
    vertexLayer(plan, maxSegments + 1),
    series.map((key) => ({ key, section: 'vertices' })),
  );
  add(
    'trend',
    null,
    trendLayer(plan, withIndex ? 'rsei' : settings.segment.index),
    series.map((key) => ({ key, section: 'trend' })),
  );
  return layers;
}
