import { AftermineError } from '@aftermine/science/base';
import {
  type AllocationInstance,
  type AllocationResult,
  parseAllocation,
  solveAllocation,
} from '@aftermine/science/plan';
import type { Progress, Workbench } from '../ports/index.ts';

export interface SolveInstanceOptions {
  readonly gap?: number;
  readonly timeLimit?: number;
  readonly exact: boolean;
  readonly seed: number;
  readonly progress: Progress;
}

export interface InstanceAnswer {
  readonly instance: AllocationInstance;
  readonly result: AllocationResult & { readonly method: 'exact' | 'large' };
}

/**
 * Gives an allocation instance to the optimiser, without any project.
 *
 * @param path file in the form `aftermine-allocation/1`
 * @throws NotFound `E-IO-001` without a file; InvalidInput `E-PLN-101` to `E-PLN-105` with file and place
 */
export async function solveInstance(
  workbench: Workbench,
  path: string,
  { gap, timeLimit, exact, seed, progress }: SolveInstanceOptions,
): Promise<InstanceAnswer> {
  const text = workbench.files.readText(path);
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw new AftermineError('InvalidInput', 'E-PLN-101', {
      where: workbench.paths.basename(path),
      got: (cause as Error).message,
      cause,
    });
  }
  const instance = parseAllocation(value, workbench.paths.basename(path));
  const begun = workbench.clock.now();
  progress.report({ event: 'step', step: 'plan', index: 1, count: 1 });
  const result = await solveAllocation(instance, workbench.solver.solve, {
    exact,
    seed,
    ...(gap === undefined ? {} : { gap }),
    ...(timeLimit === undefined ? {} : { timeLimit }),
    elapsed: () => (workbench.clock.now() - begun) / 1000,
    report: (done, total) => progress.report({ event: 'progress', step: 'plan', done, total, etaS: null }),
  });
  return { instance, result };
}
