import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { observeStack, type RunCost } from './observe-run.ts';
import type { BenchRow } from './row.ts';
import { makeStack } from './stack.ts';

const YEARS = 35;
const WORKERS = 2;

/** Peak memory of a whole `observe` over 35 years, at 5,000 x 5,000 and at 2,500 x 2,500 pixels. Takes about half an hour and 60 GB of disk. */
export async function benchMemory(): Promise<BenchRow[]> {
  const costs = new Map<number, RunCost>();
  for (const size of [2500, 5000]) {
    const folder = mkdtempSync(join(tmpdir(), 'aftermine-bench-'));
    try {
      await makeStack(folder, size, YEARS);
      costs.set(size, await observeStack(folder, WORKERS));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  const [small, large] = [costs.get(2500)!, costs.get(5000)!];
  const detail = `${small.peakMegabytes.toFixed(0)} MB in ${small.seconds.toFixed(0)} s at 2,500; ${large.peakMegabytes.toFixed(0)} MB in ${large.seconds.toFixed(0)} s at 5,000; ${WORKERS} workers`;
  const ratio = large.peakMegabytes / small.peakMegabytes;
  const known = small.peakMegabytes > 0;
  return [
    {
      name: 'peak memory, 5,000 x 5,000 x 35 years',
      measured: large.peakMegabytes,
      target: 1000,
      unit: 'MB (at most)',
      passed: known ? large.peakMegabytes < 1000 : null,
      detail,
    },
    {
      name: 'peak memory, 5,000 against 2,500',
      measured: ratio,
      target: 1.2,
      unit: 'x (at most)',
      passed: known ? ratio <= 1.2 : null,
      detail: '',
    },
  ];
}
