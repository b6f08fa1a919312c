import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { badInput, describeWithData } from '../golden.ts';

interface Outcome {
  readonly path: string;
  readonly features?: number;
  readonly code?: string;
  readonly crs?: string | null;
  readonly warnings?: readonly string[];
  readonly problems?: readonly { check: string; where: readonly [number, number] | null }[];
  readonly elapsedMs: number;
}

const READER = join(import.meta.dirname, 'read-vector.ts');
const MAX_MS = 10_000;

/** Reads files in a process of their own with half a gigabyte of heap; the process must end by itself. */
async function read(paths: readonly string[]): Promise<Map<string, Outcome>> {
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, ['--max-old-space-size=512', READER, ...paths], {
    timeout: MAX_MS * paths.length,
    killSignal: 'SIGKILL',
    maxBuffer: 64 * 1024 * 1024,
  });
  const outcomes = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Outcome);
  return new Map(outcomes.map((outcome) => [basename(outcome.path), outcome]));
}

const filesIn = (folder: string, prefix = ''): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.startsWith(prefix) && name.endsWith('.geojson'))
        .map((name) => join(folder, name))
    : [];

const HINT = 'geojson-geojsonhint/test/data';

describeWithData('GeoJSON of every kind', badInput('generated/gj-bowtie.geojson'), () => {
  test('generated hostile files end in a typed error or in a named problem, each within ten seconds', async () => {
    const files = filesIn(badInput('generated'), 'gj-');
    const outcomes = await read(files);
    expect(outcomes.size).toBe(files.length);
    for (const outcome of outcomes.values()) expect(outcome.elapsedMs).toBeLessThan(MAX_MS);
    const of = (name: string): Outcome => outcomes.get(`gj-${name}.geojson`)!;
    expect(of('deep-collection').code).toBe('E-VEC-004');
    expect(of('null-geometry').code).toBe('E-VEC-006');
    expect(of('xss').code).toBe('E-VEC-006');
    expect(of('bowtie').problems).toEqual([{ check: 'self-intersection', where: [0.5, 0.5] }]);
    expect(of('hole-outside').problems?.map((problem) => problem.check)).toEqual(['hole-outside']);
    expect(of('empty-polygon').problems?.map((problem) => problem.check)).toEqual(['empty']);
    expect(of('antimeridian').problems?.map((problem) => problem.check)).toEqual(['antimeridian']);
    expect(of('unclosed-ring')).toMatchObject({ warnings: ['vector.ring-closed'], problems: [] });
    expect(of('1M-vertices-ring').features).toBe(1);
  });

  test('valid files that hold polygons are read, those without say so', async () => {
    const outcomes = await read(filesIn(badInput(`${HINT}/good`)));
    const withPolygons = [
      'good-featurecollection',
      'good-featurecollection-extensions',
      'good-polygon',
      'issue82',
      'multipolygon',
    ];
    for (const [name, outcome] of outcomes) {
      if (withPolygons.includes(name.replace('.geojson', ''))) expect(outcome).toMatchObject({ features: 1 });
      else expect(outcome.code).toBe('E-VEC-006');
    }
    expect(outcomes.size).toBeGreaterThanOrEqual(17);
  });

  test('invalid files end in a typed error, or are read with what is wrong left out', async () => {
    const outcomes = await read(filesIn(badInput(`${HINT}/bad`)));
    expect(outcomes.size).toBeGreaterThan(30);
    for (const outcome of outcomes.values()) expect(outcome.code ?? 'read').toMatch(/^(E-VEC-0\d\d|read)$/);
  });

  test('a ring of a million different vertices is read and checked within ten seconds and half a gigabyte', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ring-'));
    try {
      const positions: string[] = [];
      for (let i = 0; i < 1_000_000; i += 1) {
        const angle = (2 * Math.PI * i) / 1_000_000;
        positions.push(
          `[${(116 + 0.5 * Math.cos(angle)).toFixed(7)},${(40 + 0.5 * Math.sin(angle)).toFixed(7)}]`,
        );
      }
      const path = join(folder, 'ring.geojson');
      writeFileSync(path, `{"type":"Polygon","coordinates":[[${positions.join(',')}]]}`);
      const outcome = (await read([path])).get('ring.geojson');
      expect(outcome).toMatchObject({ features: 1, problems: [] });
      expect(outcome?.elapsedMs).toBeLessThan(MAX_MS);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
