import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { AftermineError } from '@aftermine/science/base';
import type { Grid } from '@aftermine/science/raster';
import { afterAll } from 'vitest';
import type { RasterFile, RasterInfo, Rasters } from '../../ports/index.ts';

export const GRID_30M: Grid = {
  crs: 'EPSG:32650',
  originX: 400_000,
  originY: 4_500_000,
  pixelWidth: 30,
  pixelHeight: 30,
  width: 40,
  height: 25,
};
export const GRID_10M: Grid = { ...GRID_30M, pixelWidth: 10, pixelHeight: 10, width: 120, height: 75 };

/** Rasters whose headers are made up: any file that exists is a one-band raster of 30 m unless said otherwise. */
export class FakeRasters implements Rasters {
  readonly opened: string[] = [];
  readonly #headers: ReadonlyMap<RegExp, Partial<RasterInfo> | 'broken'>;
  readonly #sample: number;

  constructor(headers: readonly (readonly [RegExp, Partial<RasterInfo> | 'broken'])[] = [], sample = 1) {
    this.#headers = new Map(headers);
    this.#sample = sample;
  }

  open(path: string): Promise<RasterFile> {
    this.opened.push(path);
    const said = [...this.#headers].find(([pattern]) => pattern.test(path))?.[1] ?? {};
    if (!existsSync(path) || said === 'broken') {
      return Promise.reject(new AftermineError('InvalidInput', 'E-TIF-001', { where: path }));
    }
    const info: RasterInfo = {
      path,
      width: 40,
      height: 25,
      bands: [{ name: null, scale: 1, offset: 0 }],
      type: 'uint16',
      nodata: null,
      crs: GRID_30M.crs,
      grid: GRID_30M,
      box: null,
      blockWidth: 40,
      blockHeight: 25,
      compression: 'none',
      interleave: 'pixel',
      overviews: 0,
      ...said,
    };
    return Promise.resolve({
      info,
      read: (_band, window) =>
        Promise.resolve(new Float32Array(window.width * window.height).fill(this.#sample)),
      readOverview: () => Promise.reject(new Error('no overviews')),
      close: () => Promise.resolve(),
    });
  }

  encodeTile(): Uint8Array {
    throw new Error('not a writer');
  }
  decodeTile(): never {
    throw new Error('not a writer');
  }
  writeCog(): Promise<void> {
    return Promise.reject(new Error('not a writer'));
  }
}

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** A folder of its own with these files: text, JSON, or null for an empty one. */
export function folderOf(files: Readonly<Record<string, unknown>>): string {
  const root = mkdtempSync(join(tmpdir(), 'aftermine-scenes-'));
  made.push(root);
  for (const [name, content] of Object.entries(files)) {
    const path = join(root, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(
      path,
      content === null ? '' : typeof content === 'string' ? content : JSON.stringify(content),
    );
  }
  return root;
}

/** Empty files, one per name. */
export function emptyFiles(...names: readonly string[]): Record<string, null> {
  return Object.fromEntries(names.map((name) => [name, null]));
}

export const OLI_PARTS = [
  'SR_B2',
  'SR_B3',
  'SR_B4',
  'SR_B5',
  'SR_B6',
  'SR_B7',
  'ST_B10',
  'QA_PIXEL',
  'QA_RADSAT',
];
export const TM_PARTS = [
  'SR_B1',
  'SR_B2',
  'SR_B3',
  'SR_B4',
  'SR_B5',
  'SR_B7',
  'ST_B6',
  'QA_PIXEL',
  'QA_RADSAT',
];

/** Empty band files of one Landsat product. */
export function landsatFiles(product: string, folder = '', parts = OLI_PARTS): Record<string, null> {
  return emptyFiles(...parts.map((part) => `${folder}${product}_${part}.TIF`));
}
