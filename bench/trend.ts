import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TrendBlock, trendBlock } from '@aftermine/science/series';
import type { BenchRow } from './row.ts';

const PIXELS = 100_000;
const YEARS = Array.from({ length: 40 }, (_, i) => 1985 + i);
const REPEATS = 5;
const TARGET = 2;

/** Vectorised over pixels and pairs; S by the signs of all pairs, the slope by the median of all pair slopes. */
const PYTHON = `
import json, sys, time
import numpy as np
folder, n, chunk = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
years = np.arange(1985, 1985 + n, dtype=np.float64)
values = np.fromfile(f'{folder}/input.f64', dtype=np.float64).reshape(-1, n)
i, j = np.triu_indices(n, 1)
step = 1 / (years[j] - years[i])
def run():
    s = np.empty(len(values)); z = np.empty(len(values)); slope = np.empty(len(values))
    for at in range(0, len(values), chunk):
        v = values[at:at + chunk]
        d = v[:, j] - v[:, i]
        score = np.sign(d).sum(axis=1)
        variance = np.full(len(v), n * (n - 1) * (2 * n + 5), dtype=np.float64)
        tied = np.flatnonzero((d == 0).any(axis=1))
        same = (v[tied, :, None] == v[tied, None, :]).sum(axis=2)
        variance[tied] -= ((same - 1) * (2 * same + 5)).sum(axis=1)
        s[at:at + chunk] = score
        z[at:at + chunk] = (score - np.sign(score)) / np.sqrt(variance / 18)
        d *= step
        slope[at:at + chunk] = np.median(d, axis=1, overwrite_input=True)
    return s, z, slope
best = 1e9
for _ in range(int(sys.argv[4])):
    t = time.perf_counter()
    answer = run()
    best = min(best, time.perf_counter() - t)
for name, array in zip(('s', 'z', 'slope'), answer):
    array.tofile(f'{folder}/{name}.f64')
print(json.dumps({'seconds': best}))
`;

/** An index in steps of 1e-4, as composites keep it: noise about a slope that differs from pixel to pixel. */
function land(): Float64Array {
  let state = 11;
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
  const input = new Float64Array(PIXELS * YEARS.length);
  for (let pixel = 0; pixel < PIXELS; pixel += 1) {
    const level = 0.3 + 0.4 * random();
    const slope = 0.01 * (random() - 0.5);
    for (let i = 0; i < YEARS.length; i += 1) {
      const noise = 0.08 * (random() + random() + random() - 1.5);
      input[pixel * YEARS.length + i] = Math.round((level + slope * i + noise) * 10_000) / 10_000;
    }
  }
  return input;
}

/**
 * Mann-Kendall and Theil-Sen of 100 000 pixels x 40 years on one core, beside numpy in float64 on one thread doing
 * the same (numpy is not asked for p, which Aftermine computes as well).
 */
export async function benchTrend(): Promise<BenchRow[]> {
  const input = land();
  const folder = mkdtempSync(join(tmpdir(), 'aftermine-bench-'));
  try {
    writeFileSync(join(folder, 'input.f64'), input);
    let best = Infinity;
    let ours = trendBlock(input, YEARS);
    for (let repeat = 0; repeat < REPEATS; repeat += 1) {
      const start = performance.now();
      ours = trendBlock(input, YEARS);
      best = Math.min(best, (performance.now() - start) / 1000);
    }
    const row = { name: 'Mann-Kendall and Theil-Sen', target: TARGET, unit: 'times numpy float64' };
    const own = `ours ${(best * 1000).toFixed(0)} ms, ${Math.round(PIXELS / best)} pixels/s`;
    const seconds = fastestNumpy(folder);
    if (seconds === null)
      return [{ ...row, measured: NaN, passed: null, detail: `python3 with numpy is not installed; ${own}` }];
    const apart = disagreement(folder, ours);
    const ratio = seconds / best;
    return [
      {
        ...row,
        measured: ratio,
        passed: ratio >= TARGET,
        detail: `${PIXELS} pixels x ${YEARS.length} years: numpy ${(seconds * 1000).toFixed(0)} ms, ${own}; S equal, slopes agree to ${apart.toExponential(1)}`,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Seconds with the chunk size that suits numpy best; null without numpy. */
function fastestNumpy(folder: string): number | null {
  try {
    const runs = [64, 512, 4096].map((chunk) => {
      const text = execFileSync('python3', ['-c', PYTHON, folder, String(YEARS.length), String(chunk), '2'], {
        encoding: 'utf8',
        env: { ...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' },
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      return (JSON.parse(text) as { readonly seconds: number }).seconds;
    });
    return Math.min(...runs);
  } catch {
    return null;
  }
}

/** Largest difference of a slope; throws where the two do not agree. */
function disagreement(folder: string, ours: TrendBlock): number {
  const read = (name: string): Float64Array => {
    const bytes = readFileSync(join(folder, `${name}.f64`));
    return new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  };
  const [s, z, slope] = [read('s'), read('z'), read('slope')];
  let apart = 0;
  for (let pixel = 0; pixel < PIXELS; pixel += 1) {
    if (s[pixel] !== ours.s[pixel] || Math.abs(z[pixel]! - ours.z[pixel]!) > 1e-6)
      throw new Error(`numpy and Aftermine disagree on pixel ${pixel}: S ${s[pixel]} and ${ours.s[pixel]}`);
    apart = Math.max(apart, Math.abs(slope[pixel]! - ours.slope[pixel]!));
  }
  if (apart > 1e-8) throw new Error(`numpy and Aftermine disagree: slopes differ by ${apart}`);
  return apart;
}

if (import.meta.main) for (const row of await benchTrend()) console.log(row);
