import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { madeProgramme, PACKAGES, YEARS } from './made-programme.ts';
import type { BenchRow } from './row.ts';

const SIZES = [5000, 50_000] as const;
const GAP = 1e-3;
const SECONDS = 60;
const MEGABYTES = 1500;

/**
 * The smoothed dual in numpy, as the literature does it: softmax over all options of a unit, L-BFGS-B over the prices, tau from 0.5
 * to 0.01 of the mean value. It proves a bound and gives no plan.
 */
const PYTHON = `
import json, sys, time
import numpy as np
from scipy.optimize import minimize
folder, n, K, T = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
read = lambda name, shape: np.fromfile(f'{folder}/{name}.f64').reshape(shape)
v, c, w, j = (read(name, (n, K)) for name in ('value', 'cost', 'water', 'jobs'))
area = read('area', (n,))
limits = read('limits', (-1,))
later = 0.94 ** np.arange(T)
farm = np.zeros(K); farm[:3] = 1
def parts(y):
    yb, yw, yf, yj = y[:T], y[T:2*T], y[2*T], y[2*T+1:]
    m = np.append(0.8 * yb[:-1] + 0.2 * yb[1:], yb[-1])
    q = np.append(yw[:-1] + 0.5 * yw[1:], yw[-1])
    return m, q, yf, yj
def reduced(y, s):
    m, q, yf, yj = parts(y)
    r = v[s][:, :, None] * later - c[s][:, :, None] * m - w[s][:, :, None] * q + j[s][:, :, None] * yj
    r += (area[s][:, None] * farm * yf)[:, :, None]
    return r.reshape(len(r), -1)
CH = 2000
def dual(y, tau):
    total = float(y @ limits); grad = limits.copy()
    for at in range(0, n, CH):
        s = slice(at, at + CH)
        r = reduced(y, s)
        top = np.maximum(r.max(axis=1), 0)
        e = np.exp((r - top[:, None]) / tau)
        z = e.sum(axis=1) + np.exp(-top / tau)
        total += float((top + tau * np.log(z)).sum())
        p = (e / z[:, None]).reshape(-1, K, T)
        pc = (p * c[s][:, :, None]).sum(axis=(0, 1)); pw = (p * w[s][:, :, None]).sum(axis=(0, 1))
        b = 0.8 * pc; b[-1] = pc[-1]; b[1:] += 0.2 * pc[:-1]
        a = pw.copy(); a[1:] += 0.5 * pw[:-1]
        grad[:T] -= b; grad[T:2*T] -= a
        grad[2*T] += float((p.sum(axis=2) * farm * area[s][:, None]).sum())
        grad[2*T+1:] += (p * j[s][:, :, None]).sum(axis=(0, 1))
    return total, grad
def bound(y):
    return float(y @ limits) + sum(float(np.maximum(reduced(y, slice(at, at + CH)).max(axis=1), 0).sum()) for at in range(0, n, CH))
t = time.perf_counter()
mean = float(v.max(axis=1).mean())
y = np.zeros(len(limits)); scale = np.maximum(np.abs(limits), 1e-9)
for tau in (0.5, 0.1, 0.02, 0.01):
    f = lambda x: (lambda a: (a[0], a[1] / scale))(dual(x / scale, tau * mean))
    y = minimize(f, y * scale, jac=True, method='L-BFGS-B', bounds=[(0, None)] * len(y), options={'maxiter': 35}).x / scale
print(json.dumps({'bound': bound(y), 'seconds': time.perf_counter() - t}))
`;

interface Ours {
  readonly objective: number | null;
  readonly bound: number;
  readonly gap: number | null;
  readonly missed: number;
  readonly seconds: number;
  readonly megabytes: number;
}

/** Large allocations on one core: the proven gap, beside a numpy dual that proves a bound alone. */
export async function benchAllocation(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const units of SIZES) {
    const ours = JSON.parse(
      execFileSync(process.execPath, [join(import.meta.dirname, 'allocation-run.ts'), String(units)], {
        encoding: 'utf8',
      }),
    ) as Ours;
    const reference = numpyDual(units);
    const of = `${units} units x ${PACKAGES} packages x ${YEARS} years`;
    const beside =
      reference === null
        ? 'numpy with scipy is not installed'
        : `numpy dual: bound ${reference.bound.toFixed(2)} in ${reference.seconds.toFixed(1)} s without a plan, ${(reference.seconds / ours.seconds).toFixed(2)} times our seconds`;
    rows.push({
      name: `proven gap, ${of}`,
      measured: 100 * (ours.gap ?? 1),
      target: 100 * GAP,
      unit: '%',
      passed: ours.gap !== null && ours.gap <= GAP && ours.missed === 0,
      detail: `plan ${ours.objective?.toFixed(2)}, bound ${ours.bound.toFixed(2)}; ${beside}`,
    });
    if (units < 50_000) continue;
    rows.push(
      {
        name: `seconds, ${of}`,
        measured: ours.seconds,
        target: SECONDS,
        unit: 's',
        passed: ours.seconds <= SECONDS,
        detail: 'one core',
      },
      {
        name: `peak memory, ${of}`,
        measured: ours.megabytes,
        target: MEGABYTES,
        unit: 'MB',
        passed: ours.megabytes <= MEGABYTES,
        detail: 'whole process',
      },
    );
  }
  return rows;
}

function numpyDual(units: number): { readonly bound: number; readonly seconds: number } | null {
  const folder = mkdtempSync(join(tmpdir(), 'aftermine-bench-'));
  try {
    const { arrays, rows } = madeProgramme(units);
    const limits = Float64Array.from(rows, ({ limit }) => limit);
    for (const [i, name] of ['value', 'cost', 'water', 'jobs', 'area'].entries())
      writeFileSync(join(folder, `${name}.f64`), arrays[i]!);
    writeFileSync(join(folder, 'limits.f64'), limits);
    return JSON.parse(
      execFileSync('python3', ['-c', PYTHON, folder, String(units), String(PACKAGES), String(YEARS)], {
        encoding: 'utf8',
        env: { ...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' },
        stdio: ['ignore', 'pipe', 'ignore'],
      }),
    ) as { bound: number; seconds: number };
  } catch {
    return null;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
