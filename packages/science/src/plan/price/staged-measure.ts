import type { Measure } from '../library/index.ts';
import type { PackageTask } from '../schedule/schedule-package.ts';

/** A measure of a package with the years after its start in which works and upkeep begin. */
export interface StagedMeasure {
  readonly measure: Measure;
  readonly worksIn: number;
  readonly upkeepFrom: number;
}

/** Measures in their order, placed by their tasks. */
export function stagesOf(
  measures: readonly Measure[],
  tasks: readonly PackageTask[],
): readonly StagedMeasure[] {
  return measures.map((measure) => {
    const { startMonth, endMonth } = tasks.find((task) => task.measure === measure.id)!;
    // A task that ends with December leaves the next year to upkeep.
    return { measure, worksIn: Math.floor(startMonth / 12), upkeepFrom: Math.ceil(endMonth / 12) };
  });
}
