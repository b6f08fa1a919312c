import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chance } from '@aftermine/science/base';
import type { Box, Grid } from '@aftermine/science/raster';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { composeWorkbench } from '../../compose.ts';
import type { LayerSpec, RasterFile } from '../../ports/index.ts';
import { OpenRasters } from './open-rasters.ts';
import { VALUES_HEADER, VALUES_MAGIC, valueWindow } from './values.ts';

const SIDE = { width: 150, height: 110 };
const GRID: Grid = {
  crs: 'EPSG:4547',
  originX: 500_000,
  originY: 4_300_000,
  pixelWidth: 30,
  pixelHeight: 30,
  ...SIDE,
};
const SPEC: LayerSpec = {
  grid: GRID,
  type: 'int16',
  nodata: -32768,
  tileSize: 32,
  bands: [{ name: 'a', scale: 0.5, offset: 10 }, { name: 'b' }],
  overviews: 'nearest',
};
const { rasters } = composeWorkbench();
let folder = '';
let path = '';
let file: RasterFile;

/** Sample of a band at a pixel; every seventh has no data. */
function sampleAt(band: number, col: number, row: number): number {
  return (col + 3 * row) % 7 === 0 ? -32768 : band * 1000 + col + row * 2;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'aftermine-values-'));
  path = join(folder, 'layer.tif');
  await rasters.writeCog(path, SPEC, async (tileCol, tileRow) => {
    const samples = new Int16Array(32 * 32 * 2).fill(-32768);
    for (let i = 0; i < 32 * 32; i += 1) {
      const [col, row] = [tileCol * 32 + (i % 32), tileRow * 32 + Math.floor(i / 32)];
      if (col >= SIDE.width || row >= SIDE.height) continue;
      samples[i * 2] = sampleAt(0, col, row);
      samples[i * 2 + 1] = sampleAt(1, col, row);
    }
    return rasters.encodeTile(SPEC, samples);
  });
  file = await rasters.open(path);
});
afterAll(async () => {
  await file.close();
  rmSync(folder, { recursive: true, force: true });
});

function planesOf({ bytes, width, height, bands }: Awaited<ReturnType<typeof valueWindow>>): Float32Array[] {
  return Array.from(
    { length: bands },
    (_, b) => new Float32Array(bytes.buffer, VALUES_HEADER + b * width * height * 4, width * height),
  );
}

describe('a window of values', () => {
  test('of the whole at full size is what the reader gives, scaled, with NaN for no data', async () => {
    const window = await valueWindow(new OpenRasters(rasters), path, {
      bands: [2, 1],
      bbox: null,
      width: 400,
      height: 400,
    });
    expect([window.width, window.height, window.level]).toEqual([SIDE.width, SIDE.height, 0]);
    expect(window.box).toEqual([500_000, 4_300_000 - 110 * 30, 500_000 + 150 * 30, 4_300_000]);
    const [b, a] = planesOf(window);
    const whole = { col: 0, row: 0, ...SIDE };
    const [readA, readB] = [await file.read(0, whole), await file.read(1, whole)];
    expect([...a!]).toEqual([...readA].map((sample) => (sample === -32768 ? Number.NaN : sample * 0.5 + 10)));
    expect([...b!]).toEqual([...readB].map((sample) => (sample === -32768 ? Number.NaN : sample)));
  });

  test('tells in its header what it is', async () => {
    const window = await valueWindow(new OpenRasters(rasters), path, {
      bands: [1],
      bbox: null,
      width: 50,
      height: 50,
    });
    const head = new DataView(window.bytes.buffer);
    expect(Array.from({ length: 5 }, (_, i) => head.getUint32(i * 4, true))).toEqual([
      VALUES_MAGIC,
      window.width,
      window.height,
      1,
      1,
    ]);
    expect(String.fromCharCode(...window.bytes.subarray(0, 4))).toBe('AFV1');
    expect(Array.from({ length: 4 }, (_, i) => head.getFloat64(24 + i * 8, true))).toEqual([...window.box]);
    expect(head.getFloat64(56, true)).toBe(60);
  });

  test('of 60 random boxes and sizes: each value is that of the source pixel below its middle, of the level it names', async () => {
    const random = chance(5).uniform;
    const cache = new OpenRasters(rasters);
    const levels = new Set<number>();
    for (let run = 0; run < 60; run += 1) {
      const west = 500_000 + 4500 * random() * 0.9 - 200;
      const south = 4_296_700 + 3300 * random() * 0.9 - 200;
      const bbox: Box = [west, south, west + 40 + 3000 * random(), south + 40 + 3000 * random()];
      const asked = {
        bands: [1],
        bbox,
        width: 1 + Math.floor(80 * random()),
        height: 1 + Math.floor(80 * random()),
      };
      const window = await valueWindow(cache, path, asked);
      const [plane] = planesOf(window);
      const { width, height, level, box } = window;
      if (width === 0) {
        expect(bbox[0] >= 504_500 || bbox[2] <= 500_000 || bbox[1] >= 4_300_000 || bbox[3] <= 4_296_700).toBe(
          true,
        );
        continue;
      }
      levels.add(level);
      expect(width <= asked.width && height <= asked.height).toBe(true);
      // The box holds what was asked, as far as there is a raster, and less than a source pixel more.
      const pixel = 30 * 2 ** level;
      expect(box[0]).toBeLessThanOrEqual(Math.max(bbox[0], 500_000) + 1e-3);
      expect(box[0]).toBeGreaterThan(Math.max(bbox[0], 500_000) - pixel - 1e-3);
      expect(box[3]).toBeGreaterThanOrEqual(Math.min(bbox[3], 4_300_000) - 1e-3);
      const source = level === 0 ? null : await file.readOverview(0, level - 1);
      for (let i = 0; i < width * height; i += 1) {
        const x = box[0] + (((i % width) + 0.5) * (box[2] - box[0])) / width;
        const y = box[3] - ((Math.floor(i / width) + 0.5) * (box[3] - box[1])) / height;
        const col = Math.floor((x - 500_000) / pixel + 1e-9);
        const row = Math.floor((4_300_000 - y) / pixel + 1e-9);
        const sample = source === null ? sampleAt(0, col, row) : source.samples[row * source.width + col]!;
        expect(plane![i]).toBe(sample === -32768 ? Number.NaN : sample * 0.5 + 10);
      }
    }
    expect(levels.size).toBeGreaterThan(1);
  });

  test('beside the raster is empty', async () => {
    const window = await valueWindow(new OpenRasters(rasters), path, {
      bands: [1],
      bbox: [0, 0, 10, 10],
      width: 9,
      height: 9,
    });
    expect([window.width, window.height, window.bytes.byteLength]).toEqual([0, 0, VALUES_HEADER]);
  });
});
