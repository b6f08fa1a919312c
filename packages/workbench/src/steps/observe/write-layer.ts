import type { LayerSpec } from '../../ports/index.ts';
import type { TaskContext } from './task-runner.ts';

/** Which section of which block tiles becomes which file. */
export interface LayerArgs {
  readonly path: string;
  readonly spec: LayerSpec;
  readonly columns: number;
  /** Per block, in the order of the plan: key of its tile and the section to take. */
  readonly blocks: readonly { readonly key: string; readonly section: string }[];
}

/**
 * Assembles one Cloud-Optimised GeoTIFF from finished blocks. The tile left behind says which content the
 * file has, so that a layer is written again only when it changed or went missing.
 */
export async function writeLayer(context: TaskContext, key: string, args: LayerArgs): Promise<void> {
  await context.rasters.writeCog(args.path, args.spec, async (col, row) => {
    const block = args.blocks[row * args.columns + col]!;
    const tile = context.tiles.open(block.key);
    try {
      return tile.section(block.section);
    } finally {
      tile.close();
    }
  });
  context.tiles.write(key, {
    meta: { kind: 'layer', path: args.path, sha256: context.files.sha256(args.path) },
    sections: {},
  });
}
