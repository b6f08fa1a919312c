import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CogRasters } from '../packages/workbench/src/adapters/cog/cog-rasters.ts';
import type { LayerSpec } from '../packages/workbench/src/ports/index.ts';
import type { BenchRow } from './row.ts';

const SIDE = 4096;
const TARGET = 0.8;
const ROUNDS = 3;
const REPEATS = 4;

/** Writes the deflate files GDAL itself makes of the image, at three levels and two tile sizes; prints their names. */
const WRITE = `
import json, sys
folder, side = sys.argv[1], int(sys.argv[2])
data = open(folder + '/image.i16', 'rb').read()
names = []
for level, tile in ((1, 512), (6, 256), (6, 512), (9, 512)):
    name = f'{folder}/level{level}-tile{tile}.tif'
    options = {'tiled': 'YES', 'blockxsize': tile, 'blockysize': tile, 'compress': 'DEFLATE', 'predictor': 2, 'zlevel': level}
    try:
        import numpy, rasterio
        image = numpy.frombuffer(data, dtype='int16').reshape(side, side)
        with rasterio.open(name, 'w', driver='GTiff', width=side, height=side, count=1, dtype='int16', **options) as out:
            out.write(image, 1)
    except ImportError:
        from osgeo import gdal
        out = gdal.GetDriverByName('GTiff').Create(name, side, side, 1, gdal.GDT_Int16, [f'{k.upper()}={v}' for k, v in options.items()])
        out.GetRasterBand(1).WriteRaster(0, 0, side, side, data)
        out = None
    names.append(name)
print(json.dumps(names))
`;

/** Reads each file whole a few times and prints the best time of each, with a checksum of the samples. */
const READ = `
import json, sys, time, zlib
repeats, names = int(sys.argv[1]), sys.argv[2:]
try:
    import rasterio
    version = 'GDAL ' + rasterio.__gdal_version__
    def read(name):
        with rasterio.open(name) as file:
            return file.read(1)
except ImportError:
    from osgeo import gdal
    version = 'GDAL ' + gdal.__version__
    def read(name):
        return gdal.Open(name).GetRasterBand(1).ReadRaster()
best, sums = [], []
for name in names:
    seconds = 1e9
    for _ in range(repeats):
        start = time.perf_counter()
        samples = read(name)
        seconds = min(seconds, time.perf_counter() - start)
    best.append(seconds)
    sums.append(zlib.crc32(bytes(samples) if isinstance(samples, (bytes, bytearray)) else samples.tobytes()))
print(json.dumps({'version': version, 'best': best, 'sums': sums}))
`;

interface GdalAnswer {
  readonly version: string;
  readonly best: readonly number[];
  readonly sums: readonly number[];
}

/** A smooth landscape of four octaves with sensor noise of 12 counts, scaled as surface reflectance is stored. */
function makeImage(): Int16Array {
  let state = 20_241_124;
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const waves = Array.from({ length: 24 }, (_, k) => {
    const frequency = 2 ** (k / 3) / SIDE;
    const angle = 2 * Math.PI * random();
    return {
      x: 2 * Math.PI * frequency * Math.cos(angle),
      y: 2 * Math.PI * frequency * Math.sin(angle),
      phase: 2 * Math.PI * random(),
      height: 900 / 2 ** (k / 6),
    };
  });
  const image = new Int16Array(SIDE * SIDE);
  const line = new Float64Array(SIDE);
  for (let row = 0; row < SIDE; row += 1) {
    line.fill(9000);
    for (const { x, y, phase, height } of waves)
      for (let col = 0; col < SIDE; col += 1) line[col]! += height * Math.sin(x * col + y * row + phase);
    for (let col = 0; col < SIDE; col += 1) {
      // the sum of four uniform numbers is near enough to a normal one
      const noise = (random() + random() + random() + random() - 2) * Math.sqrt(3);
      image[row * SIDE + col] = Math.round(line[col]! + 12 * noise);
    }
  }
  return image;
}

/** Our own file of the image, as layers are written. */
async function writeOwn(path: string, image: Int16Array): Promise<void> {
  const tileSize = 512;
  const spec: LayerSpec = {
    grid: {
      crs: 'EPSG:32650',
      originX: 0,
      originY: 0,
      pixelWidth: 30,
      pixelHeight: 30,
      width: SIDE,
      height: SIDE,
    },
    type: 'int16',
    nodata: null,
    tileSize,
    bands: [{ name: 'image' }],
    overviews: 'average',
  };
  const rasters = new CogRasters();
  await rasters.writeCog(path, spec, async (col, row) => {
    const tile = new Int16Array(tileSize * tileSize);
    for (let r = 0; r < tileSize; r += 1) {
      const from = (row * tileSize + r) * SIDE + col * tileSize;
      tile.set(image.subarray(from, from + tileSize), r * tileSize);
    }
    return rasters.encodeTile(spec, tile);
  });
}

async function readOurs(path: string, image: Int16Array): Promise<number> {
  let best = Infinity;
  for (let repeat = 0; repeat < REPEATS; repeat += 1) {
    const start = performance.now();
    const file = await new CogRasters().open(path);
    const samples = await file.read(0, { col: 0, row: 0, width: SIDE, height: SIDE });
    await file.close();
    best = Math.min(best, performance.now() - start);
    if (Buffer.compare(Buffer.from(samples.buffer), Buffer.from(image.buffer)) !== 0)
      throw new Error(`${path}: other samples than were written`);
  }
  return best / 1000;
}

function python(script: string, ...args: string[]): string {
  return execFileSync('python3', ['-c', script, ...args], {
    encoding: 'utf8',
    env: { ...process.env, GDAL_NUM_THREADS: '1' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

/**
 * Whole-image reads of tiled deflate int16 files (predictor 2) of 4096 x 4096, one core, beside GDAL on the same
 * files; best of several, the two taking turns.
 */
export async function benchDecode(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'aftermine-bench-'));
  try {
    const image = makeImage();
    const own = join(folder, 'own.tif');
    await writeOwn(own, image);
    writeFileSync(join(folder, 'image.i16'), image);
    const row = { name: 'decode deflate int16, whole image', target: TARGET, unit: 'times GDAL' };
    let names: string[];
    try {
      names = JSON.parse(python(WRITE, folder, String(SIDE))) as string[];
    } catch {
      const seconds = await readOurs(own, image);
      const speed = image.byteLength / seconds / 1e6;
      const detail = `python3 with GDAL is not installed; ours ${speed.toFixed(0)} MB/s`;
      return [{ ...row, measured: NaN, passed: null, detail }];
    }
    names.push(own);
    const ours = names.map(() => Infinity);
    const theirs = names.map(() => Infinity);
    let version = '';
    for (let round = 0; round < ROUNDS; round += 1) {
      const answer = JSON.parse(python(READ, String(REPEATS), ...names)) as GdalAnswer;
      version = answer.version;
      if (new Set(answer.sums).size !== 1) throw new Error('GDAL reads different samples');
      for (const [n, name] of names.entries()) {
        theirs[n] = Math.min(theirs[n]!, answer.best[n]!);
        ours[n] = Math.min(ours[n]!, await readOurs(name, image));
      }
    }
    const ratios = names.map((_, n) => theirs[n]! / ours[n]!);
    const speed = (seconds: readonly number[]): string =>
      (image.byteLength / 1e6 / (seconds.reduce((sum, value) => sum + value, 0) / seconds.length)).toFixed(0);
    const each = names
      .map((name, n) => `${name.slice(folder.length + 1, -4)} ${ratios[n]!.toFixed(2)}`)
      .join(', ');
    // the mean of ratios of times, each file counting alike
    const measured = Math.exp(ratios.reduce((sum, ratio) => sum + Math.log(ratio), 0) / ratios.length);
    const detail = `ours ${speed(ours)} MB/s, ${version} ${speed(theirs)} MB/s; ${each}`;
    return [{ ...row, measured, passed: measured >= TARGET, detail }];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
