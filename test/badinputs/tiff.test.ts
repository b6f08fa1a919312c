import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { badInput, describeWithData } from '../golden.ts';

interface Outcome {
  readonly path: string;
  readonly size?: readonly [width: number, height: number, bands: number];
  readonly type?: string;
  readonly sha256?: string;
  readonly code?: string;
  readonly tag?: string;
  readonly message?: string;
  readonly elapsedMs: number;
}

const READER = join(import.meta.dirname, 'read-raster.ts');
const MAX_MS = 10_000;
const CONTROLS = 'cog-cogeotiff/packages/core/data';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tiff-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Reads files whole in a process of their own with half a gigabyte of heap; the process must end well by itself. */
function read(paths: readonly string[]): Promise<Map<string, Outcome>> {
  return new Promise((done, fail) => {
    execFile(
      process.execPath,
      ['--max-old-space-size=512', READER, ...paths],
      { timeout: MAX_MS + 500 * paths.length, killSignal: 'SIGKILL', maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => {
        const lines = stdout
          .trim()
          .split('\n')
          .filter((line) => line !== '')
          .map((line) => JSON.parse(line) as Outcome & { begin?: string });
        if (error !== null) {
          const at = lines.findLast((line) => line.begin !== undefined)?.begin;
          fail(new Error(`ended at ${at} with ${error.signal ?? error.code}: ${stderr.slice(-2000)}`));
          return;
        }
        const outcomes = lines.filter((line) => line.begin === undefined);
        done(new Map(outcomes.map((outcome) => [basename(outcome.path), outcome])));
      },
    );
  });
}

const filesIn = (path: string, wanted: RegExp): string[] =>
  existsSync(badInput(path))
    ? readdirSync(badInput(path))
        .filter((name) => wanted.test(name))
        .map((name) => join(badInput(path), name))
    : [];

/** SHA-256 of the bands' hashes of each file as GDAL reads them; null where it is not installed. */
function gdalHashes(paths: readonly string[]): Map<string, string> | null {
  const script = `
import hashlib, json, sys, warnings
warnings.simplefilter('ignore')
import rasterio
def whole(path):
    file = rasterio.open(path)
    bands = [hashlib.sha256(file.read(band).tobytes()).digest() for band in file.indexes]
    return hashlib.sha256(b''.join(bands)).hexdigest()
print(json.dumps({path: whole(path) for path in sys.argv[1:]}))
`;
  try {
    const text = execFileSync('python3', ['-c', script, ...paths], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return new Map(Object.entries(JSON.parse(text) as Record<string, string>));
  } catch {
    return null;
  }
}

function expectTyped(outcomes: ReadonlyMap<string, Outcome>): void {
  for (const outcome of outcomes.values()) {
    expect(outcome.elapsedMs).toBeLessThan(MAX_MS);
    if (outcome.code !== undefined) {
      expect(outcome.code).toMatch(/^E-TIF-00[1-7]$/);
      expect(outcome.tag).toMatch(/^(InvalidInput|Unsupported)$/);
    } else expect(outcome.sha256).toMatch(/^[0-9a-f]{64}$/);
  }
}

describeWithData('TIFFs of every kind', badInput('generated/tiff-ifd-loop.tif'), () => {
  test('generated hostile files each end in the error that names what is wrong', async () => {
    const files = filesIn('generated', /^tiff-.*\.tif$/);
    const outcomes = await read(files);
    expectTyped(outcomes);
    expect(outcomes.size).toBe(files.length);
    const code = (name: string): string | undefined => outcomes.get(`tiff-${name}.tif`)?.code;
    expect(code('ifd-loop')).toBe('E-TIF-003');
    expect(code('1e6-tiles')).toBe('E-TIF-003');
    expect(code('dims-max')).toBe('E-TIF-004');
    expect(code('pixel-flood-4G')).toBe('E-TIF-004');
    expect(code('strip-past-eof')).toBe('E-TIF-002');
    // A tag nobody needs claims four billion values; the image beside it is whole, as GDAL finds too.
    expect(outcomes.get('tiff-count-4G.tif')).toMatchObject({ size: [16, 16, 1], type: 'uint8' });
  });

  test('files that a fuzzer found to hang another reader end in typed errors', async () => {
    const files = filesIn('tiff-image-rs', /^(?!LICENSE|COPYRIGHT)/);
    const outcomes = await read(files);
    expect(outcomes.size).toBe(files.length);
    expect(outcomes.size).toBeGreaterThan(10);
    expectTyped(outcomes);
  });

  test('valid controls are read, sample for sample as GDAL reads them', async () => {
    const packed = filesIn(CONTROLS, /\.tif\.gz$/).map((path) => {
      const plain = join(folder, basename(path, '.gz'));
      writeFileSync(plain, gunzipSync(readFileSync(path)));
      return plain;
    });
    const outcomes = await read([...filesIn(CONTROLS, /\.tiff?$/), ...packed]);
    for (const outcome of outcomes.values())
      if (outcome.code !== undefined) expect(outcome.code).toMatch(/^E-TIF-00[1-7]$/);
    const failed = [...outcomes.values()].filter((outcome) => outcome.code !== undefined);
    // Valid, but no decoder for WebP comes with the runtime: refused by name.
    expect(failed.map((outcome) => basename(outcome.path)).sort()).toEqual([
      'rgba8_strip.tiff',
      'rgba8_tiled.tiff',
      'sparse.tiff',
    ]);
    for (const outcome of failed) expect(outcome.message).toMatch(/E-TIF-005.*compression 50001/);
    const read1 = [...outcomes.values()].filter((outcome) => outcome.code === undefined);
    expect(read1.length).toBeGreaterThanOrEqual(8);
    // JPEG is lossy: decoders may differ by a rounding.
    const lossless = read1.filter((outcome) => !/\b(cog|be_cog)\.tiff$/.test(outcome.path));
    const theirs = gdalHashes(lossless.map((outcome) => outcome.path));
    for (const outcome of theirs === null ? [] : lossless)
      expect([outcome.path, outcome.sha256]).toEqual([outcome.path, theirs!.get(outcome.path)]);
  });
});
