import {
  EMPTY_RANGE,
  isUsableModel,
  mergeRanges,
  type PcRange,
  projectRsei,
  type RseiModel,
} from '@aftermine/science/observe';
import { blockComponents } from './component-stack.ts';
import { readComposite } from './read-composite.ts';
import type { TaskContext } from './task-runner.ts';

export interface RangeArgs {
  readonly plan: string;
  readonly block: number;
  /** Keys of the composites of this block, by position of the year in the plan. */
  readonly composites: readonly string[];
  /** Models, and which of them each year uses; -1 where a year has none. */
  readonly models: readonly RseiModel[];
  readonly modelOfYear: readonly number[];
}

/** Range of PC1 per year over one block; null where no pixel had a value. */
export async function rangeBlock(context: TaskContext, key: string, args: RangeArgs): Promise<void> {
  const run = context.plan(args.plan);
  const window = run.plan.blocks[args.block]!;
  const scratch = new Float32Array(window.width * window.height);
  const ranges: (PcRange | null)[] = [];
  for (const [y, composite] of args.composites.entries()) {
    const model = args.models[args.modelOfYear[y]!];
    if (model === undefined || !isUsableModel(model)) {
      ranges.push(null);
      continue;
    }
    const { stack, base } = blockComponents(
      readComposite(context, run, composite, window).bands,
      model.recipe,
      run.settings,
    );
    const { range } = projectRsei(model, stack, base.land, scratch);
    ranges.push(range.hi >= range.lo ? range : null);
  }
  context.tiles.write(key, { meta: { kind: 'range', block: args.block, ranges }, sections: {} });
}

/** Ranges of blocks together, by position of the year. */
export function mergeYearRanges(all: readonly (readonly (PcRange | null)[])[], years: number): PcRange[] {
  const merged: PcRange[] = Array.from({ length: years }, () => EMPTY_RANGE);
  for (const ranges of all) {
    for (let y = 0; y < years; y += 1) {
      const range = ranges[y];
      if (range) merged[y] = mergeRanges(merged[y]!, range);
    }
  }
  return merged;
}
