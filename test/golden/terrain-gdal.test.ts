import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type CellSize,
  curvature,
  drainage,
  type Elevation,
  flowAccumulation,
  flowDirection,
  type Grid,
  hornSlope,
  priorityFlood,
  projectedCellSize,
  terrainRuggedness,
  topographicWetness,
  totalOutflow,
} from '@aftermine/science/raster';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CogRasters } from '../../packages/workbench/src/adapters/cog/cog-rasters.ts';
import { exampleLayer, writeLayer } from '../../packages/workbench/src/adapters/rasters.suite.ts';
import { describeWithData, golden } from '../golden.ts';

const run = (tool: string, ...args: string[]): string =>
  execFileSync(tool, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

const hasGdal = ((): boolean => {
  try {
    run('gdalinfo', '--version');
    run('which', 'gdaldem');
    return true;
  } catch {
    return false;
  }
})();

const rasters = new CogRasters();
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'terrain-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The first band of a file as float32, no data as NaN. */
async function readHeights(path: string): Promise<{ elevation: Elevation; grid: Grid | null }> {
  const file = await rasters.open(path);
  const { width, height, nodata, grid } = file.info;
  const heights = Float32Array.from(await file.read(0, { col: 0, row: 0, width, height }));
  await file.close();
  if (nodata !== null)
    for (let i = 0; i < heights.length; i += 1) if (heights[i] === nodata) heights[i] = NaN;
  return { elevation: { heights, width, height }, grid };
}

async function gdaldem(mode: string, path: string, ...options: string[]): Promise<Float32Array> {
  const out = join(folder, `${mode}.tif`);
  run('gdaldem', mode, path, out, '-q', ...options);
  return (await readHeights(out)).elevation.heights;
}

interface Difference {
  readonly greatest: number;
  readonly compared: number;
  /** Cells where one has data and the other has not. */
  readonly oneSided: number;
}

function difference(
  ours: Float32Array,
  theirs: Float32Array,
  apart: (a: number, b: number) => number = (a, b) => Math.abs(a - b),
): Difference {
  let [greatest, compared, oneSided] = [0, 0, 0];
  ours.forEach((value, i) => {
    const other = theirs[i]!;
    if (Number.isNaN(value) !== Number.isNaN(other)) oneSided += 1;
    else if (!Number.isNaN(value)) {
      compared += 1;
      greatest = Math.max(greatest, apart(value, other));
    }
  });
  return { greatest, compared, oneSided };
}

const aroundCircle = (a: number, b: number): number => Math.min(Math.abs(a - b), 360 - Math.abs(a - b));

/** Hills, a terraced pit, a level pond and voids; heights in quarters of a metre, so that float32 sums are exact. */
function madeGround(width: number, height: number): Elevation {
  let state = 17;
  const heights = new Float32Array(width * height);
  for (let i = 0; i < heights.length; i += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const [col, row] = [i % width, Math.floor(i / width)];
    const hills = 300 + 60 * Math.sin(col / 23) * Math.cos(row / 17) + state / 2 ** 32;
    const pit = Math.hypot(col - 120, row - 80);
    const terraced = pit < 50 ? hills - 15 * Math.floor((50 - pit) / 8) : hills;
    const pond = Math.hypot(col - 40, row - 120) < 18;
    const isVoid = (col > 200 && row > 140) || (col * row) % 977 === 5;
    heights[i] = isVoid ? NaN : pond ? 280 : Math.round(4 * terraced) / 4;
  }
  return { heights, width, height };
}

const describeGdal = (title: string, body: () => void): void => {
  if (hasGdal) describe(title, body);
  else describe.skip(`${title} (skipped: gdaldem is not installed)`, body);
};

async function compareWithGdal(path: string, elevation: Elevation, cell: CellSize): Promise<void> {
  const { slopeDegrees, aspectDegrees } = hornSlope(elevation, cell);
  const slope = difference(slopeDegrees, await gdaldem('slope', path));
  const aspect = difference(aspectDegrees, await gdaldem('aspect', path), aroundCircle);
  const rugged = difference(terrainRuggedness(elevation), await gdaldem('TRI', path, '-alg', 'Riley'));
  for (const [name, { greatest, compared, oneSided }] of Object.entries({ slope, aspect, rugged })) {
    expect([name, oneSided]).toEqual([name, 0]);
    expect(compared).toBeGreaterThan(elevation.heights.length / 2);
    expect(greatest).toBeLessThan(1e-4);
  }
}

describeGdal('gdaldem and Aftermine agree', () => {
  test('on made ground with hills, terraces, a level pond and voids: slope, aspect, ruggedness within 1e-4', async () => {
    const elevation = madeGround(260, 190);
    const { width, height } = elevation;
    const spec = {
      ...exampleLayer('float32', { size: [width, height], nodata: NaN }),
      bands: [{ name: 'elevation', unit: 'm' }],
    };
    const path = join(folder, 'made.tif');
    await writeLayer(rasters, path, spec, [elevation.heights]);
    await compareWithGdal(path, elevation, projectedCellSize(spec.grid));
  });

  test('slope on oblong cells', async () => {
    const elevation = madeGround(90, 70);
    const base = exampleLayer('float32', { size: [90, 70], nodata: NaN });
    const spec = {
      ...base,
      grid: { ...base.grid, pixelWidth: 12.5, pixelHeight: 31 },
      bands: [{ name: 'elevation', unit: 'm' }],
    };
    const path = join(folder, 'oblong.tif');
    await writeLayer(rasters, path, spec, [elevation.heights]);
    const { slopeDegrees } = hornSlope(elevation, projectedCellSize(spec.grid));
    const found = difference(slopeDegrees, await gdaldem('slope', path));
    expect(found.oneSided).toBe(0);
    expect(found.greatest).toBeLessThan(1e-4);
  });
});

const srtm = golden('rsei/landsat5-1988/srtm_lsat.tif');

describeWithData('a real terrain model (SRTM, 30 m)', srtm, () => {
  test.skipIf(!hasGdal)('slope, aspect and ruggedness equal gdaldem within 1e-4', async () => {
    const { elevation, grid } = await readHeights(srtm);
    await compareWithGdal(srtm, elevation, projectedCellSize(grid!));
  });

  test('all ground drains: what flows out is exactly what there is, whole and with every tenth row void, filled first or in one', async () => {
    const { elevation, grid } = await readHeights(srtm);
    const { width, height } = elevation;
    const cell = projectedCellSize(grid!);
    for (const holes of [false, true]) {
      const heights = elevation.heights.map((z, i) =>
        holes && Math.floor(i / width) % 10 === 9 && i % 7 < 4 ? NaN : z,
      );
      const filled = { width, height, heights: priorityFlood({ width, height, heights }) };
      const directions = flowDirection(filled, cell);
      expect(drainage({ width, height, heights }, cell)).toEqual(directions);
      const accumulation = flowAccumulation(directions, width, height);
      const valid = heights.filter((z) => !Number.isNaN(z)).length;
      expect(totalOutflow(directions, accumulation)).toBe(valid);
      expect(filled.heights.every((z, i) => Number.isNaN(heights[i]) || z >= heights[i]!)).toBe(true);
    }
  });

  test('curvature and wetness are finite wherever there is slope, and hollows are the wetter ground', async () => {
    const { elevation, grid } = await readHeights(srtm);
    const cell = projectedCellSize(grid!);
    const { slopeDegrees } = hornSlope(elevation, cell);
    const { planPerMetre, profilePerMetre } = curvature(elevation, cell);
    const directions = flowDirection({ ...elevation, heights: priorityFlood(elevation) }, cell);
    const accumulation = flowAccumulation(directions, elevation.width, elevation.height);
    const wetness = topographicWetness(accumulation, slopeDegrees, cell, elevation.width);
    let [hollow, hollows, spur, spurs] = [0, 0, 0, 0];
    slopeDegrees.forEach((slope, i) => {
      expect(Number.isFinite(wetness[i])).toBe(!Number.isNaN(slope));
      if (!(slope > 1)) return;
      if (!Number.isFinite(planPerMetre[i]) || !Number.isFinite(profilePerMetre[i]))
        throw new Error(`no curvature at ${i}`);
      if (planPerMetre[i]! < -0.005) [hollow, hollows] = [hollow + wetness[i]!, hollows + 1];
      if (planPerMetre[i]! > 0.005) [spur, spurs] = [spur + wetness[i]!, spurs + 1];
    });
    expect(hollows).toBeGreaterThan(1000);
    expect(hollow / hollows).toBeGreaterThan(spur / spurs + 0.5);
  });
});
