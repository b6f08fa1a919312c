import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  controlSettingsSchema,
  type FilterCase,
  type FilteredUnits,
  filterUnits,
  learnSeasons,
  packLooks,
  raiseAlarms,
  startOf,
  yearsOf,
} from '@aftermine/science/control';
import {
  type MadeSeasons,
  madeSeasons,
} from '../packages/science/src/control/forecast/made-seasons.fixture.ts';
import type { BenchRow } from './row.ts';

interface Inputs extends Pick<MadeSeasons, 'first' | 'last'> {
  readonly units: readonly FilterCase[];
}

const UNITS = 50_000;
const SEASONS = 15;
const REPEATS = 5;
const TARGET = 0.5;
const MOST_SECONDS = 10;
const MOST_MB = 600;

/** The same filter, vectorised over units season by season: prior when works come to stand, common effect, spread, noise, opening. */
const PYTHON = `
import json, sys, time
import numpy as np
folder, n, T, repeats = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
read = lambda name: np.fromfile(f'{folder}/{name}.f64', dtype=np.float64)
seen, variance = read('seen').reshape(T, n), read('variance').reshape(T, n)
start, ready, K1, k1, s, spread, first = read('start').reshape(9, n), read('ready'), read('K1'), read('k1'), read('s'), read('spread'), 2026
C, q, d = 1.5, 0.015, 0.05
doubt = s * (1 - s) / 31
slope = lambda K: K * (1 - K / C)
asym = lambda x: C / (1 + np.exp(-x))
def advance(A, dt, w):
    r, x, k, rr, rK, rk, KK, Kk, kk = A
    K, rate = asym(x), np.exp(k)
    e = np.exp(-rate * dt)
    b, c = (1 - e) * slope(K), (K - r) * e * rate * dt
    nK, nk = e * rK + b * KK + c * Kk, e * rk + b * Kk + c * kk
    nrr = e * (e * rr + b * rK + c * rk) + b * nK + c * nk + (w * q) ** 2 * dt
    return [K - (K - r) * e, x, k, nrr, nK, nk, KK + d * d * dt, Kk, kk + d * d * dt]
def begin(A, i):
    r, K0, k0, v0 = A[0], asym(A[1]), np.exp(A[2]), slope(asym(A[1])) ** 2 * A[6]
    si, K1i, k1i = s[i], K1[i], np.maximum(0.001, k1[i])
    v1 = (0.15 * K1i) ** 2
    K = si * K1i + (1 - si) * K0
    v = si ** 2 * v1 + (1 - si) ** 2 * v0 + (K1i - K0) ** 2 * doubt[i] + (v1 + v0) * doubt[i]
    mixed = (si * k1i * (K1i - r) + (1 - si) * k0 * (K0 - r)) / (K - r)
    k = np.maximum(0.001, np.minimum(np.maximum(k0, k1i), np.maximum(np.minimum(k0, k1i), mixed)))
    K = np.minimum(C - 0.02, np.maximum(0.02, K))
    z = np.zeros_like(r)
    give = v / slope(K) ** 2
    return [r, np.log(K / (C - K)), np.log(k), A[3], z, z, give, z, np.log1p(spread[i] ** 2)]
def run():
    A = [row.copy() for row in start]
    give = A[6].copy()
    nu_all = np.full((T, n), np.nan)
    loud, told = 0.0, 0
    for y in range(T):
        year = first + y
        w = min(4, max(0.5, np.sqrt((40 + loud) / (40 + told))))
        now = (ready >= year - 1) & (ready < year)
        if now.any():
            i = np.flatnonzero(now)
            B = advance([a[i] for a in A], ready[i] - (year - 1), w)
            B = begin(B, i)
            give[i] = B[6]
            B = advance(B, year - ready[i], w)
            A = advance(A, 1.0, w)
            for a, b in zip(A, B): a[i] = b
        else:
            A = advance(A, 1.0, w)
        ok = ~np.isnan(seen[y])
        z, r, rr = seen[y][ok], A[0][ok], A[3][ok]
        sd = np.sqrt(rr + variance[y][ok] * w * w)
        u = (z - r) / sd
        o = np.sort(u)
        m, h = len(o), len(o) // 2
        if m % 2 == 0: med = np.where(u <= o[h - 1], o[h], o[h - 1])
        else: med = np.where(u < o[h], (o[h] + o[h + 1]) / 2, np.where(u > o[h], (o[h - 1] + o[h]) / 2, (o[h - 1] + o[h + 1]) / 2))
        v = np.pi / 2 / (m - 1)
        t = np.maximum(0.25, med * med - v)
        shift = med * t / (t + v) * sd
        mid = o[h] if m % 2 else (o[h - 1] + o[h]) / 2
        dev = np.median(np.abs(o - mid)) / 0.6744897501960817
        wide = np.sqrt(max(1, (10 + m * dev * dev) / (10 + m)))
        S = (wide * sd) ** 2
        gap = z - shift - r
        nu = gap / np.sqrt(S)
        loud += w * w * np.minimum(9, (nu * wide) ** 2).sum(); told += m
        nu_all[y][ok] = nu
        rK, rk, KK, Kk, kk = (A[j][ok] for j in (4, 5, 6, 7, 8))
        R = S - rr
        far = np.abs(nu) > 3
        rr = np.where(far, rr + (nu * nu - 1) * S, rr)
        KK = np.where(far, KK + give[ok], KK)
        D = rr + R
        g, gK, gk = rr / D, rK / D, rk / D
        aK, ak, keep = rK - gK * rr, rk - gk * rr, 1 - g
        new = [r + g * gap, A[1][ok] + gK * gap, A[2][ok] + gk * gap,
               keep * keep * rr + g * g * R, keep * aK + g * gK * R, keep * ak + g * gk * R,
               KK - gK * rK - gK * aK + gK * gK * R, Kk - gK * rk - gk * aK + gK * gk * R, kk - gk * rk - gk * ak + gk * gk * R]
        for a, b in zip(A, new): a[ok] = b
    return nu_all, np.stack(A)
best = 1e9
for _ in range(repeats):
    t = time.perf_counter()
    nu, last = run()
    best = min(best, time.perf_counter() - t)
nu.tofile(f'{folder}/nu.f64')
last.tofile(f'{folder}/last.f64')
print(json.dumps({'seconds': best}))
`;

/**
 * 50,000 units over 15 seasons on one core: the filter alone beside numpy in float64 on one thread doing the same, and the whole
 * season (filter, pooling, filter again, alarms of the last season) in seconds and megabytes.
 */
export async function benchSeasonFilter(): Promise<BenchRow[]> {
  const made = inputsOf(madeSeasons({ units: UNITS, seasons: SEASONS, seed: 3 }));
  const settings = controlSettingsSchema.parse({});
  const folder = mkdtempSync(join(tmpdir(), 'aftermine-bench-'));
  try {
    let best = Infinity;
    const looks = packLooks(made.units, made.last);
    const filter = (): FilteredUnits =>
      filterUnits(made.units, made.last, settings.filter, undefined, 1, looks);
    let ours = filter();
    for (let repeat = 0; repeat < REPEATS; repeat += 1) {
      const start = performance.now();
      ours = filter();
      best = Math.min(best, (performance.now() - start) / 1000);
    }
    writeInputs(folder, made);
    const numpy = numpySeconds(folder);
    const whole = wholeSeason(made, settings);
    const own = `ours ${(best * 1000).toFixed(0)} ms`;
    return [
      {
        name: 'filter of 50,000 units x 15 seasons',
        measured: numpy === null ? Number.NaN : numpy / best,
        target: TARGET,
        unit: 'times numpy float64',
        passed: numpy === null ? null : numpy / best >= TARGET,
        detail:
          numpy === null
            ? `python3 with numpy is not installed; ${own}`
            : `numpy ${(numpy * 1000).toFixed(0)} ms, ${own}; apart by ${apart(folder, ours).toExponential(1)}`,
      },
      {
        name: 'filter, pooling, filter again and alarms',
        measured: whole.seconds,
        target: MOST_SECONDS,
        unit: 's (at most)',
        passed: whole.seconds <= MOST_SECONDS,
        detail: `learning ${whole.learning.toFixed(2)} s, alarms ${(whole.seconds - whole.learning).toFixed(2)} s, ${whole.alarms} alarms`,
      },
      {
        name: 'what the season adds to memory',
        measured: whole.megabytes,
        target: MOST_MB,
        unit: 'MB (at most)',
        passed: whole.megabytes <= MOST_MB,
        detail: 'resident size at its highest, less that with the inputs alone',
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a programme hands in, without the truth it was made from. */
function inputsOf({ units, first, last }: MadeSeasons): Inputs {
  return { units: units.map(({ promise, sightings }) => ({ promise, sightings })), first, last };
}

function wholeSeason(
  made: Inputs,
  settings: ReturnType<typeof controlSettingsSchema.parse>,
): {
  readonly seconds: number;
  readonly learning: number;
  readonly megabytes: number;
  readonly alarms: number;
} {
  const before = process.memoryUsage.rss();
  let highest = before;
  const note = (): void => {
    highest = Math.max(highest, process.memoryUsage.rss());
  };
  const start = performance.now();
  const { filtered } = learnSeasons(made.units, made.last, settings.filter);
  note();
  const learning = (performance.now() - start) / 1000;
  const position = new Map(made.units.map(({ promise }, u) => [promise.unit, u]));
  const alarms = raiseAlarms({
    ...settings,
    year: made.last,
    units: made.units.map(({ promise }) => ({ promise, site: promise.zone, exposure: 0.5 })),
    filterOf: (unit) => yearsOf(filtered, position.get(unit)!),
    disturbances: [],
    weather: { year: made.last, departure: null, kind: 'unknown' },
  });
  note();
  return {
    seconds: (performance.now() - start) / 1000,
    learning,
    megabytes: (highest - before) / 1e6,
    alarms: alarms.length,
  };
}

function writeInputs(folder: string, { units, first, last }: Inputs): void {
  const write = (name: string, values: Float64Array): void =>
    writeFileSync(join(folder, `${name}.f64`), values);
  const n = units.length;
  const [seen, variance] = [new Float64Array(n * SEASONS).fill(Number.NaN), new Float64Array(n * SEASONS)];
  const start = new Float64Array(9 * n);
  units.forEach((unit, u) => {
    for (const sighting of unit.sightings)
      if (sighting.closeness !== null && sighting.year >= first && sighting.year <= last) {
        seen[(sighting.year - first) * n + u] = sighting.closeness;
        variance[(sighting.year - first) * n + u] = sighting.variance;
      }
    const { state } = startOf(unit, 'saturating');
    [...state.mean, ...state.covariance].forEach((value, j) => {
      start[j * n + u] = value;
    });
  });
  const of = (value: (unit: FilterCase) => number): Float64Array => Float64Array.from(units, value);
  write('seen', seen);
  write('variance', variance);
  write('start', start);
  write(
    'ready',
    of(({ promise }) => promise.readyAt!),
  );
  write(
    'K1',
    of(({ promise }) => promise.after!.asymptote),
  );
  write(
    'k1',
    of(({ promise }) => promise.after!.rate),
  );
  write(
    's',
    of(({ promise }) => promise.survival),
  );
  write(
    'spread',
    of(({ promise }) => promise.spread.rate),
  );
}

/** Best of three; null without numpy. */
function numpySeconds(folder: string): number | null {
  try {
    const text = execFileSync(
      'python3',
      ['-c', PYTHON, folder, String(UNITS), String(SEASONS), String(REPEATS)],
      {
        encoding: 'utf8',
        env: { ...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' },
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    );
    return (JSON.parse(text) as { readonly seconds: number }).seconds;
  } catch {
    return null;
  }
}

/** Largest difference of an innovation or of a number of the last states; throws where the two do not agree. */
function apart(folder: string, ours: FilteredUnits): number {
  const read = (name: string): Float64Array => {
    const bytes = readFileSync(join(folder, `${name}.f64`));
    return new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  };
  const [nu, last] = [read('nu'), read('last')];
  let worst = 0;
  for (let i = 0; i < nu.length; i += 1) {
    if (Number.isNaN(nu[i]!) !== Number.isNaN(ours.innovation[i]!)) throw new Error(`one of two saw ${i}`);
    if (!Number.isNaN(nu[i]!)) worst = Math.max(worst, Math.abs(nu[i]! - ours.innovation[i]!));
  }
  const n = ours.cases.length;
  const offset = ours.states.length - 9 * n;
  for (let u = 0; u < n; u += 1)
    for (let j = 0; j < 9; j += 1)
      worst = Math.max(worst, Math.abs(last[j * n + u]! - ours.states[offset + u * 9 + j]!));
  if (!(worst < 1e-8)) throw new Error(`numpy and Aftermine disagree by ${worst}`);
  return worst;
}

if (import.meta.main) for (const row of await benchSeasonFilter()) console.log(row);
