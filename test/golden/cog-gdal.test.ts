import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Samples, SampleType } from '@aftermine/science/raster';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CogRasters } from '../../packages/workbench/src/adapters/cog/cog-rasters.ts';
import {
  exampleBand,
  exampleLayer,
  writeLayer,
} from '../../packages/workbench/src/adapters/rasters.suite.ts';
import { describeWithData, golden } from '../golden.ts';

const run = (tool: string, ...args: string[]): string =>
  execFileSync(tool, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 26 });

/** What the first of `attempts` says that works here; null where none does. */
function firstThatWorks<T>(attempts: readonly (() => T)[]): T | null {
  for (const attempt of attempts) {
    try {
      return attempt();
    } catch {
      // Not installed: the next.
    }
  }
  return null;
}

const CHECK = 'osgeo_utils.samples.validate_cloud_optimized_geotiff';
/** A Python that has GDAL's own COG check. */
const checker = firstThatWorks(
  ['/usr/bin/python3', 'python3'].map((python) => () => {
    run(python, '-c', `import ${CHECK}`);
    return python;
  }),
);
const hasRasterio = firstThatWorks([() => run('python3', '-c', 'import rasterio')]) !== null;

const describeWhere = (title: string, present: boolean, body: () => void): void => {
  if (present) describe(title, body);
  else describe.skip(`${title} (skipped: not installed)`, body);
};

const rasters = new CogRasters();
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cog-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const bytesOf = (samples: Samples): Uint8Array =>
  new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength);
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function hashWhole(path: string): Promise<string[]> {
  const file = await rasters.open(path);
  const { width, height, bands } = file.info;
  const hashes: string[] = [];
  for (const band of bands.keys())
    hashes.push(sha256(bytesOf(await file.read(band, { col: 0, row: 0, width, height }))));
  await file.close();
  return hashes;
}

interface GdalInfo {
  readonly size: readonly [number, number];
  readonly coordinateSystem: { readonly wkt: string };
  readonly geoTransform: readonly number[];
  readonly metadata: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly bands: readonly {
    readonly type: string;
    readonly checksum: number;
    readonly noDataValue?: number;
    readonly description?: string;
    readonly unit?: string;
    readonly scale?: number;
    readonly offset?: number;
    readonly overviews?: readonly { readonly size: readonly [number, number] }[];
  }[];
}

describeWhere("GDAL's own COG check", checker !== null, () => {
  const types: readonly SampleType[] = ['uint8', 'int16', 'uint16', 'float32'];
  const cases = types.flatMap((type, t) =>
    ['EPSG:32650', 'EPSG:4547', 'EPSG:4490'].map(
      (crs, c) => [type, crs, [1, 2, 3, 5, 7][(3 * t + c) % 5]!] as const,
    ),
  );

  test.each(cases)(
    'passes %s in %s with %i bands, and GDAL sees what was meant',
    async (type, crs, count) => {
      const degrees = crs === 'EPSG:4490';
      const base = exampleLayer(type, { size: [301, 203], tileSize: 64 });
      const spec = {
        ...base,
        nodata: type.startsWith('float') ? Number.NaN : base.nodata,
        grid: {
          ...base.grid,
          crs,
          ...(degrees ? { originX: 113.5, originY: 30.2, pixelWidth: 0.0003, pixelHeight: 0.0003 } : {}),
        },
        bands: Array.from({ length: count }, (_, b) => ({
          name: `波段 ${b + 1}`,
          unit: 'K',
          scale: 0.5,
          offset: b,
        })),
      };
      const path = join(folder, `${type}-${crs.slice(5)}-${count}.tif`);
      const bands = spec.bands.map((_, band) => exampleBand(spec, band));
      await writeLayer(rasters, path, spec, bands, (col, row) => col === 1 && row === 1);
      expect(run(checker!, '-m', CHECK, '--full-check=yes', path)).toContain(
        'is a valid cloud optimized GeoTIFF',
      );

      const info = JSON.parse(run('gdalinfo', '-json', '-checksum', path)) as GdalInfo;
      expect(info.size).toEqual([301, 203]);
      expect(info.coordinateSystem.wkt).toContain(`ID["EPSG",${crs.slice(5)}]`);
      const { originX, originY, pixelWidth, pixelHeight } = spec.grid;
      expect(info.geoTransform).toEqual([originX, pixelWidth, 0, originY, 0, -pixelHeight]);
      expect(info.metadata['']).toMatchObject({ SOURCE: 'a < b & "c"', AREA_OR_POINT: 'Area' });
      expect(info.metadata['IMAGE_STRUCTURE']).toMatchObject({ LAYOUT: 'COG', COMPRESSION: 'DEFLATE' });
      expect(info.bands).toHaveLength(count);
      for (const [b, band] of info.bands.entries()) {
        expect(band).toMatchObject({ description: `波段 ${b + 1}`, unit: 'K', scale: 0.5, offset: b });
        expect(band.overviews?.map((overview) => overview.size)).toEqual([
          [151, 102],
          [76, 51],
          [38, 26],
        ]);
        // gdalinfo writes NaN bare, which JSON does not know: absent there
        if (!type.startsWith('float')) expect(band.noDataValue).toBe(7);
      }
    },
  );

  test('passes a layer of one tile, a layer without any data, and one above 4 GB in name only', async () => {
    const single = exampleLayer('uint8', { size: [20, 20] });
    const one = join(folder, 'one.tif');
    await writeLayer(rasters, one, single, [exampleBand(single, 0), exampleBand(single, 1)]);
    const empty = join(folder, 'empty.tif');
    const spec = exampleLayer('float32', { size: [200, 200], nodata: Number.NaN });
    await writeLayer(rasters, empty, spec, [], () => true);
    for (const path of [one, empty])
      expect(run(checker!, '-m', CHECK, '--full-check=yes', path)).toContain('is a valid cloud optimized');
    const file = await rasters.open(empty);
    expect(new Set(await file.read(1, { col: 0, row: 0, width: 200, height: 200 }))).toEqual(new Set([NaN]));
    await file.close();
  });
});

/** GDAL writes one picture in every layout that it and we know, and tells the hashes of what it reads back. */
const MATRIX = `
import hashlib, itertools, json, os, sys, warnings
import numpy as np
warnings.simplefilter('ignore')
import rasterio
from rasterio.transform import from_origin
folder = sys.argv[1]
rng = np.random.default_rng(3)
H, W, B = 83, 101, 3
yy, xx = np.mgrid[0:H, 0:W]
base = 1000 * np.sin(xx / 31) + 800 * np.cos(yy / 17)
out = {}
for dt in ['uint8', 'int8', 'uint16', 'int16', 'uint32', 'int32', 'float32', 'float64']:
    f = np.stack([base + 50 * b + rng.normal(0, 20, (H, W)) for b in range(B)])
    if dt == 'uint8': a = (f / 10 + 128).clip(0, 255).astype(dt)
    elif dt == 'int8': a = (f / 20).clip(-127, 127).astype(dt)
    elif dt.startswith('u'): a = (f + 5000).astype(dt)
    else: a = f.astype(dt)
    pairs = [('none', 1)] + [(c, p) for c in ('deflate', 'zstd', 'lzw') for p in (1, 2, 3)]
    pairs += [('packbits', 1), ('lerc', 1), ('lerc_deflate', 1), ('lerc_zstd', 1)]
    for comp, pred in pairs:
        if pred == 3 and not dt.startswith('f') or comp.startswith('lerc') and dt == 'int8': continue
        for tiled, inter, end in itertools.product((0, 1), ('pixel', 'band'), ('LITTLE', 'BIG')):
            big = 'YES' if comp == 'deflate' and tiled == (end == 'BIG') else 'NO'
            name = f'{dt}-{comp}-{pred}-{"tiles" if tiled else "strips"}-{inter}-{end}-{big}.tif'
            kw = dict(tiled=True, blockxsize=48, blockysize=32) if tiled else dict(blockysize=19)
            if comp != 'none': kw['compress'] = comp
            if pred != 1: kw['predictor'] = pred
            try:
                with rasterio.open(os.path.join(folder, name), 'w', driver='GTiff', width=W, height=H, count=B, dtype=dt,
                        crs='EPSG:4547', transform=from_origin(5e5, 4e6, 30, 30), interleave=inter,
                        ENDIANNESS=end, BIGTIFF=big, **kw) as d: d.write(a)
                with rasterio.open(os.path.join(folder, name)) as d:
                    out[name] = [hashlib.sha256(d.read(b).tobytes()).hexdigest() for b in d.indexes]
            except Exception:
                pass
print(json.dumps(out))
`;

describeWhere('files GDAL writes', hasRasterio, () => {
  test('are read bit for bit in every sample type, compression, predictor, layout and byte order', async () => {
    const known = JSON.parse(run('python3', '-c', MATRIX, folder)) as Record<string, string[]>;
    expect(Object.keys(known).length).toBeGreaterThan(400);
    const refused: string[] = [];
    for (const [name, hashes] of Object.entries(known)) {
      try {
        expect([name, await hashWhole(join(folder, name))]).toEqual([name, hashes]);
      } catch (error) {
        if ((error as { code?: string }).code !== 'E-TIF-005') throw error;
        refused.push(name);
      }
    }
    // The one thing left out: LERC in big-endian order, which no writer but a test makes.
    expect(refused.filter((name) => !/-lerc.*-BIG-/.test(name))).toEqual([]);
  }, 120_000);
});

describeWithData('rasters that others made', golden('landtrendr/forest_or_source.tif'), () => {
  const files = [
    ['landtrendr/forest_or_source.tif', 'EPSG:5070'],
    ['landtrendr/forest_or_distyear.tif', null],
    ['recovery/landsat/2007.tif', null],
    ['rsei/landsat5-1988/LT52240631988227CUB02_B4.TIF', null],
    ['rsei/landsat5-1988/srtm_lsat.tif', null],
    ['planning/restopt_kaala/restoptr_forest_2021.tif', null],
  ] as const;

  test.skipIf(!hasRasterio).each(files)('%s is read as GDAL reads it, georeference too', async (name) => {
    const path = golden(name);
    const script = `
import hashlib, json, sys, rasterio
d = rasterio.open(sys.argv[1])
code = d.crs.to_epsg() if d.crs else None
nodata = None if d.nodata is None or d.nodata != d.nodata else d.nodata
print(json.dumps({'hashes': [hashlib.sha256(d.read(b).tobytes()).hexdigest() for b in d.indexes], 'crs': code,
    'transform': list(d.transform)[:6], 'nodata': nodata, 'names': d.descriptions}))
`;
    const theirs = JSON.parse(run('python3', '-c', script, path)) as {
      hashes: string[];
      crs: number | null;
      transform: number[];
      nodata: number | null;
      names: (string | null)[];
    };
    expect(await hashWhole(path)).toEqual(theirs.hashes);
    const file = await rasters.open(path);
    const { info } = file;
    await file.close();
    expect(info.crs).toBe(theirs.crs === null ? null : `EPSG:${theirs.crs}`);
    const [dx, , x, , dy, y] = theirs.transform;
    expect(info.grid?.originX).toBeCloseTo(x!, 6);
    expect(info.grid?.originY).toBeCloseTo(y!, 6);
    expect(info.grid?.pixelWidth).toBeCloseTo(dx!, 9);
    expect(info.grid?.pixelHeight).toBeCloseTo(-dy!, 9);
    expect(Number.isNaN(info.nodata) ? null : info.nodata).toBe(theirs.nodata);
    expect(info.bands.map((band) => band.name)).toEqual(theirs.names);
  });
});
