import {
  type BlockPart,
  type ComponentScaling,
  componentMoments,
  type RseiRecipe,
} from '@aftermine/science/observe';
import { blockComponents } from './component-stack.ts';
import { readComposite } from './read-composite.ts';
import type { TaskContext } from './task-runner.ts';

/** Side of the cells the bootstrap draws from, in pixels. */
export const BOOTSTRAP_CELL = 64;

export interface MomentsArgs {
  readonly plan: string;
  readonly block: number;
  /** Keys of the composites of this block, by position of the year in the plan. */
  readonly composites: readonly string[];
  readonly recipe: RseiRecipe;
  /** Scaling of each year, by position (all the same in pooled mode); null where a year has none. */
  readonly scaling: readonly (readonly ComponentScaling[] | null)[];
}

/**
 * Moments of the scaled components of one block, kept apart per year and per bootstrap cell: section `moments`
 * holds them as doubles, year by year, cell by cell.
 */
export async function momentsBlock(context: TaskContext, key: string, args: MomentsArgs): Promise<void> {
  const run = context.plan(args.plan);
  const window = run.plan.blocks[args.block]!;
  const cells: BlockPart[] = [];
  for (let row = 0; row < window.height; row += BOOTSTRAP_CELL) {
    for (let col = 0; col < window.width; col += BOOTSTRAP_CELL) {
      cells.push({
        stride: window.width,
        col,
        row,
        width: Math.min(BOOTSTRAP_CELL, window.width - col),
        height: Math.min(BOOTSTRAP_CELL, window.height - row),
      });
    }
  }
  const k = args.recipe.components.length;
  const size = 1 + k + (k * (k + 1)) / 2;
  const out = new Float64Array(args.composites.length * cells.length * size);
  for (const [y, composite] of args.composites.entries()) {
    const scaling = args.scaling[y] ?? null;
    if (scaling === null) continue;
    const { stack, base } = blockComponents(
      readComposite(context, run, composite, window).bands,
      args.recipe,
      run.settings,
    );
    for (const [c, cell] of cells.entries()) {
      out.set(componentMoments(args.recipe, stack, base.land, scaling, cell), (y * cells.length + c) * size);
    }
  }
  context.tiles.write(key, {
    meta: { kind: 'moments', block: args.block, cells: cells.length, size },
    sections: { moments: new Uint8Array(out.buffer) },
  });
}
