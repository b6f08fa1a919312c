import type { BandName } from '@aftermine/science/observe';
import type { Window } from '@aftermine/science/raster';
import { compositeLayer, looksLayer, planeOfTile } from './layers.ts';
import type { RunPlan } from './run-plan.ts';
import type { TaskContext } from './task-runner.ts';

/** A finished composite block, band by band. */
export interface CompositeBlock {
  readonly bands: Readonly<Partial<Record<BandName, Uint16Array>>>;
  readonly clearLooks: Uint8Array;
}

/** Reads the composite of one block and year from its tile. */
export function readComposite(
  context: TaskContext,
  run: RunPlan,
  key: string,
  window: Window,
): CompositeBlock {
  const { plan } = run;
  const tile = context.tiles.open(key);
  try {
    const pixels = window.width * window.height;
    const image = context.rasters.decodeTile(compositeLayer(plan), tile.section('image')) as Uint16Array;
    const looks = context.rasters.decodeTile(looksLayer(plan), tile.section('looks')) as Uint8Array;
    const bands: Partial<Record<BandName, Uint16Array>> = {};
    plan.bands.forEach((name, band) => {
      bands[name] = planeOfTile(
        image,
        band,
        plan.bands.length,
        window,
        plan.tileSize,
        new Uint16Array(pixels),
      );
    });
    return { bands, clearLooks: planeOfTile(looks, 0, 1, window, plan.tileSize, new Uint8Array(pixels)) };
  } finally {
    tile.close();
  }
}
