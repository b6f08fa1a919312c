import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { coverFactorCells, lsFactorCells, rusleCells } from '@aftermine/science/diagnose';
import { drainage, flowAccumulation, hornSlope, projectedCellSize } from '@aftermine/science/raster';
import { composeWorkbench } from '../packages/workbench/src/compose.ts';
import { writeRaster } from '../packages/workbench/src/steps/write-raster.ts';
import type { BenchRow } from './row.ts';

const SIZE = 5000;
const RUNS = 3;
const TARGET = 0.5;

/** A 5,000 x 5,000 terrain model from file to soil loss, against `gdaldem slope` of the same file in the same run. */
export async function benchTerrain(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'aftermine-bench-'));
  try {
    const { rasters } = composeWorkbench();
    const path = join(folder, 'dem.tif');
    const grid = {
      crs: 'EPSG:32650',
      originX: 400_000,
      originY: 4_500_000,
      pixelWidth: 10,
      pixelHeight: 10,
      width: SIZE,
      height: SIZE,
    };
    await writeRaster(
      rasters,
      path,
      {
        grid,
        type: 'float32',
        nodata: Number.NaN,
        bands: [{ name: 'height', unit: 'm' }],
        overviews: 'average',
      },
      [ground()],
    );
    const pixels = SIZE * SIZE;
    const reference = gdaldemSeconds(path);
    let best: Record<string, number> = {};
    for (let run = 0; run < RUNS; run += 1) {
      const stages = await once(rasters, path, grid);
      if (run === 0 || sum(stages) < sum(best)) best = stages;
    }
    const detail = Object.entries(best)
      .map(([stage, seconds]) => `${stage} ${seconds.toFixed(2)} s`)
      .join(', ');
    const rate = (seconds: number): string => `${(pixels / seconds / 1e6).toFixed(1)} Mpx/s`;
    const whole = sum(best);
    const slope = best['read']! + best['slope']!;
    const row = (name: string, seconds: number): BenchRow => ({
      name,
      measured: reference === null ? Number.NaN : reference / seconds,
      target: TARGET,
      unit: 'times gdaldem slope',
      passed: reference === null ? null : reference / seconds >= TARGET,
      detail: `ours ${seconds.toFixed(2)} s, ${rate(seconds)}; gdaldem ${reference === null ? 'not installed' : `${reference.toFixed(2)} s, ${rate(reference)}`}`,
    });
    const all = row('terrain and RUSLE of 5,000 x 5,000, file to soil loss', whole);
    return [
      row('slope and aspect alone, with reading', slope),
      { ...all, detail: `${all.detail}; ${detail}` },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Ridges and valleys that drain to one corner, with the noise of a survey; heights in metres. */
function ground(): Float32Array {
  const heights = new Float32Array(SIZE * SIZE);
  let state = 7;
  for (let row = 0; row < SIZE; row += 1) {
    for (let col = 0; col < SIZE; col += 1) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      const hills = 60 * Math.sin(col / 190) * Math.cos(row / 230) + 6 * Math.sin((col + 2 * row) / 37);
      heights[row * SIZE + col] = 200 + hills + 0.25 * (row + col) + (0.2 * state) / 2 ** 32;
    }
  }
  return heights;
}

/** Best of three, output kept in memory; null where GDAL is not installed. */
function gdaldemSeconds(path: string): number | null {
  let best = Number.POSITIVE_INFINITY;
  try {
    for (let run = 0; run < RUNS; run += 1) {
      const start = performance.now();
      execFileSync('gdaldem', ['slope', path, '/vsimem/slope.tif', '-q'], {
        stdio: 'ignore',
        env: { ...process.env, GDAL_CACHEMAX: '1024' },
      });
      best = Math.min(best, (performance.now() - start) / 1000);
    }
  } catch {
    return null;
  }
  return best;
}

async function once(
  rasters: ReturnType<typeof composeWorkbench>['rasters'],
  path: string,
  grid: Parameters<typeof projectedCellSize>[0],
): Promise<Record<string, number>> {
  const stages: Record<string, number> = {};
  let last = performance.now();
  const done = (stage: string): void => {
    const now = performance.now();
    stages[stage] = (now - last) / 1000;
    last = now;
  };
  const file = await rasters.open(path);
  const heights = (await file.read(0, { col: 0, row: 0, width: SIZE, height: SIZE })) as Float32Array;
  await file.close();
  const elevation = { heights, width: SIZE, height: SIZE };
  const cell = projectedCellSize(grid);
  done('read');
  const { slopeDegrees, aspectDegrees } = hornSlope(elevation, cell);
  done('slope');
  // Layers take the place of others as in erosion-of-site.ts.
  const marks = new Int32Array(SIZE * SIZE);
  const directions = drainage(elevation, cell, marks);
  done('fill and direction');
  const drained = flowAccumulation(directions, SIZE, SIZE, new Uint32Array(marks.buffer));
  done('accumulation');
  const lengthSteepness = lsFactorCells(
    slopeDegrees,
    aspectDegrees,
    drained,
    { cellSizeMetres: 10, itselfCounted: true },
    new Float32Array(marks.buffer),
  );
  done('LS');
  const cover = new Float32Array(SIZE * SIZE);
  for (let i = 0; i < cover.length; i += 1) cover[i] = i % 101;
  done('(cover made)');
  const loss = rusleCells(
    {
      erosivity: 1500,
      erodibility: 0.035,
      lengthSteepness,
      cover: coverFactorCells(cover, cover),
      practice: 1,
    },
    SIZE * SIZE,
    lengthSteepness,
  );
  done('RUSLE');
  if (!loss.some((value) => value > 0)) throw new Error('no soil loss at all');
  delete stages['(cover made)'];
  return stages;
}

function sum(stages: Readonly<Record<string, number>>): number {
  return Object.values(stages).reduce((total, seconds) => total + seconds, 0);
}
