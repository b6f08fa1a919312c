import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { observeStack } from './observe-run.ts';
import type { BenchRow } from './row.ts';
import { makeStack } from './stack.ts';

const SIZE = 1024;
const YEARS = 20;
const PAIRS = 3;

/** A whole `observe` with two workers against one, in turn, as the median of pairs. */
export async function benchWorkers(): Promise<BenchRow[]> {
  const name = '2 workers against 1, whole observe';
  if (availableParallelism() < 2) {
    return [
      { name, measured: Number.NaN, target: 1.7, unit: 'x', passed: null, detail: 'one processor only' },
    ];
  }
  const folder = mkdtempSync(join(tmpdir(), 'aftermine-bench-'));
  try {
    await makeStack(folder, SIZE, YEARS);
    const ratios: number[] = [];
    const seconds: string[] = [];
    for (let pair = 0; pair < PAIRS; pair += 1) {
      const one = await observeStack(folder, 1);
      const two = await observeStack(folder, 2);
      ratios.push(one.seconds / two.seconds);
      seconds.push(`${one.seconds.toFixed(1)}/${two.seconds.toFixed(1)} s`);
    }
    const measured = ratios.sort((a, b) => a - b)[PAIRS >> 1]!;
    return [
      {
        name,
        measured,
        target: 1.7,
        unit: 'x',
        passed: measured >= 1.7,
        detail: `${SIZE} x ${SIZE} x ${YEARS} years, ${seconds.join(', ')}`,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
