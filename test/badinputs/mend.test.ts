import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { badInput, describeWithData } from '../golden.ts';

interface Outcome {
  readonly path: string;
  readonly code?: string;
  readonly changes?: readonly string[];
  readonly left?: readonly string[];
  readonly again?: number;
  readonly stillMendable?: number;
  readonly areas?: boolean;
  readonly elapsedMs: number;
}

const MENDER = join(import.meta.dirname, 'mend-vector.ts');

async function mend(paths: readonly string[]): Promise<Map<string, Outcome>> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--max-old-space-size=512', MENDER, ...paths],
    { timeout: 10_000 * paths.length, killSignal: 'SIGKILL', maxBuffer: 64 * 1024 * 1024 },
  );
  const lines = stdout.trim().split('\n');
  return new Map(lines.map((line) => JSON.parse(line) as Outcome).map((one) => [basename(one.path), one]));
}

const geojsonIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.geojson'))
        .map((name) => join(folder, name))
    : [];

describeWithData('mending of hostile files', badInput('generated/gj-bowtie.geojson'), () => {
  test('ends in a typed error or in an outcome that is mended for good, each file within thirty seconds', async () => {
    const files = [
      ...geojsonIn(badInput('generated')),
      ...geojsonIn(badInput('geojson-geojsonhint/test/data/good')),
      ...geojsonIn(badInput('geojson-geojsonhint/test/data/bad')),
    ];
    const outcomes = await mend(files);
    for (const outcome of outcomes.values()) {
      expect(outcome.elapsedMs).toBeLessThan(30_000);
      if (outcome.code !== undefined) continue;
      expect(outcome).toMatchObject({ again: 0, areas: true });
    }
    expect(outcomes.get('gj-bowtie.geojson')).toMatchObject({ changes: ['self-intersection'], left: [] });
    expect(outcomes.get('gj-hole-outside.geojson')?.left).toEqual(['hole-outside hole-or-polygon']);
    expect(outcomes.get('gj-antimeridian.geojson')?.left).toEqual(['antimeridian which-system']);
  }, 240_000);
});
