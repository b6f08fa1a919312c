import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { runCli } from '../packages/workbench/src/cli/run-cli.ts';
import { composeWorkbench } from '../packages/workbench/src/compose.ts';
import type { LayerSpec, Workbench } from '../packages/workbench/src/ports/index.ts';

/** What one command line printed, and its exit code. */
export interface CommandRun {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** The envelope, where standard output holds one. */
  readonly json: Envelope;
}

/** The envelope of `--json`, loosely: tests look into it. */
export interface Envelope {
  readonly ok: boolean;
  readonly command: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test asks for exactly the fields it checks
  readonly data: any;
  readonly warnings: readonly string[];
  readonly artifacts: readonly { readonly path: string; readonly sha256: string; readonly type: string }[];
  readonly error: {
    readonly code: string;
    readonly tag: string;
    readonly message: string;
    readonly hint: string;
    readonly where?: string;
  };
}

export interface RunOptions {
  readonly workbench?: Workbench;
  readonly signal?: AbortSignal;
  /** Sees everything written to standard error as it comes. */
  readonly onErr?: (text: string) => void;
}

/** Runs one command line against a terminal that only remembers. */
export async function command(argv: readonly string[], options: RunOptions = {}): Promise<CommandRun> {
  let out = '';
  let err = '';
  const code = await runCli(
    options.workbench ?? composeWorkbench(),
    { language: 'en', noColor: true, ci: true, workers: 1 },
    {
      out: (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
        options.onErr?.(text);
      },
      isTerminal: false,
      columns: 80,
      cwd: tmpdir(),
      signal: options.signal ?? new AbortController().signal,
    },
    argv,
  );
  return {
    code,
    out,
    err,
    get json() {
      return JSON.parse(out) as Envelope;
    },
  };
}

export const CRS = 'EPSG:32650';
export const SIDE = 64;
export const FIRST_YEAR = 2001;
export const LAST_YEAR = 2008;
const BANDS = ['blue', 'green', 'red', 'nir', 'swir1', 'swir2'] as const;
const NODATA = 65_535;
const VEGETATION = [0.03, 0.06, 0.04, 0.42, 0.18, 0.08];
const BARE = [0.12, 0.16, 0.2, 0.26, 0.34, 0.3];

/** What a scene of the small project is like, where it differs from the others. */
export interface SceneOptions {
  readonly bands?: number;
  /** A scene in which no pixel was seen. */
  readonly blind?: boolean;
  readonly originX?: number;
  /** Declared in the file; 0.0001 by default. */
  readonly scale?: number;
}

/**
 * One own GeoTIFF of the small mine: 64 x 64 pixels of 30 m with a gradient of vegetation, cleared in the north-west
 * from 2004 on.
 */
export async function writeScene(path: string, year: number, options: SceneOptions = {}): Promise<void> {
  const { rasters } = composeWorkbench();
  const names = BANDS.slice(0, options.bands ?? BANDS.length);
  const spec: LayerSpec = {
    grid: {
      crs: CRS,
      originX: options.originX ?? 500_000,
      originY: 4_000_000,
      pixelWidth: 30,
      pixelHeight: 30,
      width: SIDE,
      height: SIDE,
    },
    type: 'uint16',
    nodata: NODATA,
    tileSize: SIDE,
    bands: names.map((name) => ({ name, scale: options.scale ?? 0.0001, offset: 0 })),
    overviews: 'average',
  };
  let state = 1_000 + year;
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const samples = new Uint16Array(SIDE * SIDE * names.length);
  for (let row = 0; row < SIDE; row += 1) {
    for (let col = 0; col < SIDE; col += 1) {
      const cleared = year >= 2004 && row < 28 && col < 28;
      const cover = cleared ? 0.05 : 0.25 + (0.6 * (row + col)) / (2 * SIDE) + 0.1 * random();
      names.forEach((_, b) => {
        const value = cover * VEGETATION[b]! + (1 - cover) * BARE[b]! + 0.004 * (random() - 0.5);
        samples[(row * SIDE + col) * names.length + b] = options.blind ? NODATA : Math.round(value * 10_000);
      });
    }
  }
  await rasters.writeCog(path, spec, async () => rasters.encodeTile(spec, samples));
}

/** A GeoJSON file of one ring in the CRS of the scenes, or without a CRS. */
export function boundaryText(ring: readonly (readonly [number, number])[], crs: string | null = CRS): string {
  return JSON.stringify({
    type: 'FeatureCollection',
    ...(crs === null
      ? {}
      : { crs: { type: 'name', properties: { name: `urn:ogc:def:crs:${crs.replace(':', '::')}` } } }),
    features: [
      {
        type: 'Feature',
        properties: { name: 'small mine' },
        geometry: { type: 'Polygon', coordinates: [ring] },
      },
    ],
  });
}

/** The boundary of the small mine: a square of 39 x 39 pixels. */
export const SQUARE = [
  [500_330, 3_998_400],
  [501_500, 3_998_400],
  [501_500, 3_999_570],
  [500_330, 3_999_570],
  [500_330, 3_998_400],
] as const;

/** Settings of the small project; `own` replaces what stands below `own: - `. */
export const SETTINGS = `name: small mine
boundary: inputs/boundary.geojson
observe:
  scenes: []
  own:
    - files: inputs/{year}.tif
      bands: {blue: 1, green: 2, red: 3, nir: 4, swir1: 5, swir2: 6}
  recovery: {target: historic}
language: en
`;

/** Makes small projects by copying one that was made once. */
export class OwnSceneProjects {
  readonly root = mkdtempSync(join(tmpdir(), 'aftermine-small-'));
  #count = 0;

  /** Makes the project that is copied: boundary, settings and eight scenes; nothing is observed yet. */
  async prepare(): Promise<void> {
    const boundary = join(this.root, 'boundary.geojson');
    writeFileSync(boundary, boundaryText(SQUARE));
    const dir = join(this.root, 'template');
    const made = await command(['init', dir, '--boundary', boundary]);
    if (made.code !== 0) throw new Error(made.err);
    writeFileSync(join(dir, 'aftermine.yaml'), SETTINGS);
    for (let year = FIRST_YEAR; year <= LAST_YEAR; year += 1)
      await writeScene(join(dir, `inputs/${year}.tif`), year);
  }

  /** A fresh project folder. */
  copy(): string {
    this.#count += 1;
    const dir = join(this.root, `project-${this.#count}`);
    cpSync(join(this.root, 'template'), dir, { recursive: true });
    return dir;
  }

  /** A path that does not exist yet. */
  path(name: string): string {
    this.#count += 1;
    return join(this.root, `${this.#count}-${name}`);
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

/** Every file below a folder, relative, sorted. */
export function filesBelow(dir: string): string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

/** SHA-256 of every file below a folder, by path. */
export function fingerprints(dir: string): Record<string, string> {
  return Object.fromEntries(
    filesBelow(dir).map((path) => [
      path,
      createHash('sha256')
        .update(readFileSync(join(dir, path)))
        .digest('hex'),
    ]),
  );
}
