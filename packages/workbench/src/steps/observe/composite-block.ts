import { AftermineError } from '@aftermine/science/base';
import {
  composite,
  countComponents,
  emptyCounter,
  type Look,
  REFLECTANCE_BANDS,
  type RseiRecipe,
} from '@aftermine/science/observe';
import { windowGrid } from '@aftermine/science/raster';
import { blockComponents } from './component-stack.ts';
import { packCounter } from './component-summary.ts';
import { compositeLayer, looksLayer, padToTile } from './layers.ts';
import { readLook } from './read-look.ts';
import type { TaskContext } from './task-runner.ts';

/** Which block of which year to composite. */
export interface CompositeArgs {
  readonly plan: string;
  readonly block: number;
  readonly year: number;
  readonly recipe: RseiRecipe;
}

/**
 * Composites one block of one year. The tile holds the composite and the clear-look counts as they will stand
 * in the layers, and the histograms of the components, from which the pooled percentiles are made.
 */
export async function compositeBlock(context: TaskContext, key: string, args: CompositeArgs): Promise<void> {
  const run = context.plan(args.plan);
  const { plan, settings } = run;
  const window = plan.blocks[args.block]!;
  const block = windowGrid(plan.grid, window);
  const pixels = window.width * window.height;
  const planned = plan.years.find((year) => year.year === args.year);
  const looks: Look[] = [];
  const damaged: string[] = [];
  for (const id of planned?.scenes ?? []) {
    try {
      const look = await readLook(context, run, run.scenes[id]!, args.year, block);
      if (look !== null) looks.push(look);
    } catch (error) {
      if (!run.keepGoing || !(error instanceof AftermineError) || !error.code.startsWith('E-TIF-'))
        throw error;
      damaged.push(id);
    }
  }
  const image = composite(looks, pixels, {
    method: settings.composite,
    bands: REFLECTANCE_BANDS,
    heat: plan.hasHeat,
  });
  const layer = compositeLayer(plan);
  const planes = plan.bands.map((band) => image.bands[band]!);
  const { stack, base } = blockComponents(image.bands, args.recipe, settings);
  const counter = emptyCounter(args.recipe);
  countComponents(counter, args.recipe, stack, base.land);
  context.tiles.write(key, {
    meta: { kind: 'composite', year: args.year, block: args.block, looks: looks.length, damaged },
    sections: {
      image: context.rasters.encodeTile(layer, padToTile(planes, window, plan.tileSize, new Uint16Array(0))),
      looks: context.rasters.encodeTile(
        looksLayer(plan),
        padToTile([image.clearLooks], window, plan.tileSize, new Uint8Array(0)),
      ),
      histograms: packCounter(counter),
    },
  });
}
