import { cpSync, existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeFailure } from '../packages/workbench/src/adapters/files/write-failure.ts';
import { InProcessJobs } from '../packages/workbench/src/adapters/pool/in-process-jobs.ts';
import { composeWorkbench } from '../packages/workbench/src/compose.ts';
import type { Files, Rasters, Tiles, Workbench } from '../packages/workbench/src/ports/index.ts';
import { TaskRunner } from '../packages/workbench/src/steps/observe/task-runner.ts';
import {
  boundaryText,
  type CommandRun,
  CRS,
  command,
  type Envelope,
  FIRST_YEAR,
  filesBelow,
  fingerprints,
  LAST_YEAR,
  OwnSceneProjects,
  type RunOptions,
  SETTINGS,
  SQUARE,
  writeScene,
} from './own-scenes-project.ts';

const projects = new OwnSceneProjects();
/** Layers of a run that nothing disturbed. */
let undisturbed: Record<string, string> = {};

beforeAll(async () => {
  await projects.prepare();
  const dir = projects.copy();
  await observed(dir);
  undisturbed = fingerprints(join(dir, 'rasters'));
  expect(Object.keys(undisturbed).length).toBeGreaterThan(20);
}, 60_000);
afterAll(() => projects.remove());

/** Observes, expects success, returns the envelope. */
async function observed(dir: string, ...flags: readonly string[]): Promise<Envelope> {
  const run = await command(['observe', '-C', dir, '--json', '-j', '1', ...flags]);
  expect(run.err).not.toMatch(/^E-/m);
  expect(run.code).toBe(0);
  expect(run.json).toMatchObject({ ok: true, command: 'observe', warnings: expect.any(Array) });
  return run.json;
}

/** The contract of a refusal: exit code, envelope, and both languages on standard error. */
async function refused(
  argv: readonly string[],
  exit: number,
  code: string,
  options: RunOptions = {},
): Promise<Envelope['error']> {
  const zh = await command([...argv, '--json', '--lang', 'zh'], options);
  const en = await command([...argv, '--json', '--lang', 'en'], options);
  for (const run of [zh, en]) {
    expect(run.json.error).toMatchObject({ code });
    expect(run.code).toBe(exit);
    expectSpoken(run);
  }
  expect(zh.json.error.message).toMatch(/\p{Script=Han}/u);
  expect(zh.json.error.hint).toMatch(/\p{Script=Han}/u);
  expect(en.json.error.message).not.toMatch(/\p{Script=Han}/u);
  return en.json.error;
}

function expectSpoken(run: CommandRun): void {
  const { ok, error } = run.json;
  expect(ok).toBe(false);
  expect(error.tag).toMatch(/^[A-Z][A-Za-z]+$/);
  expect(error.message).not.toMatch(/\{\w+\}|undefined|\[object/);
  expect(error.hint.length).toBeGreaterThan(10);
  expect(error.hint).not.toMatch(/\{\w+\}|undefined|\[object/);
  // People get the same on standard error, also with --json.
  expect(run.err).toContain(`${error.code}: ${error.message}`);
}

/** Nothing half-written is left, and what the project holds can still be read. */
async function expectIntact(dir: string): Promise<void> {
  expect(filesBelow(dir).filter((path) => /\.tmp$|-journal$|probe|lock\.json$/.test(path))).toEqual([]);
  const status = await command(['status', '-C', dir, '--json']);
  expect([status.code, status.err]).toEqual([0, '']);
}

const ownSettings =
  (change: (text: string) => string) =>
  (dir: string): void =>
    writeFileSync(join(dir, 'aftermine.yaml'), change(SETTINGS));

describe('scenes that cannot be used', () => {
  test('a scene that lacks a band is named, the other years are observed', async () => {
    const dir = projects.copy();
    await writeScene(join(dir, 'inputs/2003.tif'), 2003, { bands: 5 });
    const { data, warnings } = await observed(dir);
    expect(warnings.join('\n')).toContain('2003.tif');
    expect(warnings.join('\n')).toContain('swir2');
    const year = data.rsei.boundary.find((one: { year: number }) => one.year === 2003);
    expect(year).toMatchObject({ median: null, unknown: { kind: 'unknown' } });
    expect(data.rsei.boundary.filter((one: { median: number | null }) => one.median !== null)).toHaveLength(
      7,
    );
    await expectIntact(dir);
  });

  test('when every scene lacks a band nothing is observed and the band is named', async () => {
    const dir = projects.copy();
    ownSettings((text) => text.replace(', swir2: 6', ''))(dir);
    const error = await refused(['observe', '-C', dir], 3, 'E-OBS-005');
    expect(error.where).toBeDefined();
    expect(existsSync(join(dir, 'rasters'))).toBe(false);
    await expectIntact(dir);
    ownSettings((text) => text)(dir);
    await observed(dir);
    expect(fingerprints(join(dir, 'rasters'))).toEqual(undisturbed);
  });

  test('scenes beside the boundary are refused with both boxes', async () => {
    const dir = projects.copy();
    for (let year = FIRST_YEAR; year <= LAST_YEAR; year += 1)
      await writeScene(join(dir, `inputs/${year}.tif`), year, { originX: 600_000 });
    const error = await refused(['observe', '-C', dir], 3, 'E-OBS-002');
    expect(error.message).toContain('117.0037, 36.1303, 117.0167, 36.1408');
    expect(error.message).toContain('118.1112, 36.1221, 118.1328, 36.1396');
    expect(existsSync(join(dir, 'rasters'))).toBe(false);
    await expectIntact(dir);
  });

  test.each([
    ['its head only', 100],
    ['half of its pixels', 0.5],
    ['all but the last bytes', -200],
    ['nothing', 0],
  ])('a file cut off to %s is named, the other years are observed', async (_, cut) => {
    const dir = projects.copy();
    const path = join(dir, 'inputs/2006.tif');
    const { length } = readFileSync(path);
    truncateSync(path, cut < 0 ? length + cut : cut > 0 && cut < 1 ? Math.floor(cut * length) : cut);
    const { data, warnings } = await observed(dir);
    expect(warnings.join('\n')).toContain('2006.tif');
    expect(data.rsei.boundary.find((one: { year: number }) => one.year === 2006).median).toBeNull();
    expect(data.rsei.boundary.filter((one: { median: number | null }) => one.median !== null)).toHaveLength(
      7,
    );
    await expectIntact(dir);
  });

  test('reflectance that was never scaled is refused and the scene named', async () => {
    const dir = projects.copy();
    await writeScene(join(dir, 'inputs/2002.tif'), 2002, { scale: 1 });
    const error = await refused(['observe', '-C', dir], 3, 'E-OBS-110');
    expect(`${error.where} ${error.message}`).toContain('2002');
    expect(existsSync(join(dir, 'rasters'))).toBe(false);
    await expectIntact(dir);
  });

  test('a year without a clear look is unknown with its reason, not an error', async () => {
    const dir = projects.copy();
    await writeScene(join(dir, 'inputs/2005.tif'), 2005, { blind: true });
    const { data } = await observed(dir);
    const year = data.rsei.boundary.find((one: { year: number }) => one.year === 2005);
    expect(year).toMatchObject({ mean: null, median: null, p25: null, p75: null, validShare: 0 });
    expect(year.unknown).toMatchObject({ kind: 'unknown', reason: expect.any(String) });
    expect(data.yearSummaries.find((one: { year: number }) => one.year === 2005)).toMatchObject({
      quality: 'none',
    });
    await expectIntact(dir);
  });

  test('without any scene the answer is: not enough data', async () => {
    const dir = projects.copy();
    ownSettings((text) => text.replace('inputs/{year}', 'nowhere/{year}'))(dir);
    await refused(['observe', '-C', dir], 4, 'E-OBS-001');
    await expectIntact(dir);
  });
});

describe('boundaries that cannot be used', () => {
  const CROSSED = [SQUARE[0], SQUARE[2], SQUARE[1], SQUARE[3], SQUARE[0]];
  const EMPTY = '{"type": "FeatureCollection", "features": []}';
  test.each([
    ['that does not state its coordinate system', boundaryText(SQUARE, null), 'E-CRS-002'],
    ['that crosses itself', boundaryText(CROSSED), 'E-VEC-028'],
    ['without a polygon', EMPTY, 'E-VEC-006'],
    ['with a ring of two points', boundaryText([SQUARE[0], SQUARE[1], SQUARE[0], SQUARE[0]]), 'E-VEC-022'],
    ['cut off in the middle', boundaryText(SQUARE).slice(0, 150), 'E-VEC-001'],
  ])('a boundary %s starts no project', async (_, text, code) => {
    const boundary = projects.path('boundary.geojson');
    writeFileSync(boundary, text);
    const dir = projects.path('new');
    const error = await refused(['init', dir, '--boundary', boundary], 3, code);
    expect(error.where).toContain('boundary.geojson');
    // Only what may be deleted at any time is left.
    expect(filesBelow(dir).filter((path) => !path.startsWith('.aftermine/'))).toEqual([]);
    writeFileSync(boundary, boundaryText(SQUARE));
    expect((await command(['init', dir, '--boundary', boundary])).code).toBe(0);
    await expectIntact(dir);
  });

  test('a boundary that does not state its coordinate system is taken with --crs', async () => {
    const boundary = projects.path('boundary.geojson');
    writeFileSync(boundary, boundaryText(SQUARE, null));
    const dir = projects.path('new');
    const run = await command(['init', dir, '--boundary', boundary, '--crs', CRS, '--json']);
    expect(run.code).toBe(0);
    expect(run.json.data).toMatchObject({ crs: CRS });
    await expectIntact(dir);
  });

  test('a bad boundary given to an existing project leaves that project as it was', async () => {
    const dir = projects.copy();
    const before = fingerprints(dir);
    const boundary = projects.path('boundary.geojson');
    writeFileSync(boundary, boundaryText(CROSSED));
    await refused(['init', dir, '--boundary', boundary, '--overwrite'], 3, 'E-VEC-028');
    expect(fingerprints(dir)).toEqual(before);
    await refused(['import', boundary, '--as', 'boundary', '-C', dir, '--overwrite'], 3, 'E-VEC-028');
    expect(fingerprints(dir)).toEqual(before);
    await refused(['import', boundary, '--as', 'boundary', '-C', dir], 2, 'E-USE-003');
    expect(fingerprints(dir)).toEqual(before);
    await observed(dir);
    expect(fingerprints(join(dir, 'rasters'))).toEqual(undisturbed);
  });
});

describe('commands and settings that cannot be used', () => {
  test('an unknown command is a usage error', async () => {
    const run = await command(['observ', '--json']);
    expect(run.code).toBe(2);
    expect(run.json).toMatchObject({ ok: false, error: { code: 'E-USE-001' } });
  });

  test('an unknown flag is a usage error', async () => {
    const run = await command(['observe', '--bogus', '--json']);
    expect(run.code).toBe(2);
    expect(run.json).toMatchObject({ ok: false, error: { code: 'E-USE-001' } });
  });

  test('a folder without a project is refused by every command that needs one', async () => {
    const dir = projects.path('nothing');
    for (const verb of ['observe', 'status', 'check', 'run'])
      expect((await refused([verb, '-C', dir], 3, 'E-PRJ-001')).where).toContain('nothing');
    expect(existsSync(dir)).toBe(false);
  });

  test('an unknown setting is named with its line', async () => {
    const dir = projects.copy();
    ownSettings((text) => text.replace('  scenes: []', '  scenes: []\n  seasn: {from: 06-01}'))(dir);
    const error = await refused(['observe', '-C', dir], 3, 'E-SET-002');
    expect(error.where).toBe('aftermine.yaml:5');
    expect(error.message).toContain('observe.seasn');
    ownSettings((text) => text)(dir);
    await expectIntact(dir);
  });

  test('a setting given for one run is checked like one in the file', async () => {
    const dir = projects.copy();
    const error = await refused(['observe', '-C', dir, '--set', 'observe.composite=mean'], 3, 'E-SET-002');
    expect(error.message).toContain('observe.composite');
    await expectIntact(dir);
  });

  test('a folder below a file cannot become a project', async () => {
    const boundary = projects.path('boundary.geojson');
    writeFileSync(boundary, boundaryText(SQUARE));
    const error = await refused(['init', join(boundary, 'mine'), '--boundary', boundary], 3, 'E-PRJ-012');
    expect(error.where).toContain('mine');
    expect(readFileSync(boundary, 'utf8')).toBe(boundaryText(SQUARE));
  });
});

describe('runs that are disturbed', () => {
  test('a second run on the same project is refused and told who is at work', async () => {
    const dir = projects.copy();
    const lock = await composeWorkbench().locks.acquire(dir, 'observe');
    const error = await refused(['observe', '-C', dir], 3, 'E-PRJ-030');
    expect(`${error.message} ${error.hint}`).toContain(String(process.pid));
    await lock.release();
    await expectIntact(dir);
    await observed(dir);
    expect(fingerprints(join(dir, 'rasters'))).toEqual(undisturbed);
  });

  test('stopped before it began: exit 130, nothing written', async () => {
    const dir = projects.copy();
    await refused(['observe', '-C', dir], 130, 'E-PRJ-020', { signal: AbortSignal.abort() });
    expect(existsSync(join(dir, 'rasters'))).toBe(false);
    await expectIntact(dir);
  });

  test.each([
    ['composite', 3],
    ['fit', 1],
    ['series', 0],
    ['layers', 7],
  ])(
    'stopped in the step "%s" after %d pieces: the next run completes with the same layers',
    async (step, done) => {
      const dir = projects.copy();
      const interruption = new AbortController();
      const run = await command(['observe', '-C', dir, '--json', '-j', '1', '--progress', 'json'], {
        signal: interruption.signal,
        onErr: (text) => {
          if (text.includes(`"step":"${step}","done":${done},`)) interruption.abort();
        },
      });
      expect(run.json.error.code).toBe('E-PRJ-020');
      expect(run.code).toBe(130);
      expectSpoken(run);
      await expectIntact(dir);
      const { data } = await observed(dir);
      expect(data.work.kept).toBeGreaterThanOrEqual(done);
      expect(fingerprints(join(dir, 'rasters'))).toEqual(undisturbed);
    },
  );

  test.each([
    ['while composites are kept', fullTiles],
    ['while a layer is written', fullRasters],
    ['while the record of a layer is written', fullFiles],
  ])('a disk that fills up %s is told, and the next run completes', async (_, fill) => {
    const dir = projects.copy();
    const run = await command(['observe', '-C', dir, '--json', '-j', '1'], {
      workbench: fill(composeWorkbench()),
    });
    expect(run.json.error).toMatchObject({ code: 'E-PRJ-011', where: expect.stringContaining(dir) });
    expect(run.code).toBe(1);
    expectSpoken(run);
    await expectIntact(dir);
    await observed(dir);
    expect(fingerprints(join(dir, 'rasters'))).toEqual(undisturbed);
  });

  test('one worker and two give the same bytes', async () => {
    const dir = projects.copy();
    const { artifacts } = await observed(dir, '-j', '2');
    const hashes = fingerprints(join(dir, 'rasters'));
    expect(hashes).toEqual(undisturbed);
    for (const { path, sha256 } of artifacts) expect(hashes[path.replace('rasters/', '')]).toBe(sha256);
  });

  test('a second run keeps everything; --force makes everything anew, alike', async () => {
    const dir = projects.copy();
    const first = await observed(dir);
    const again = await observed(dir);
    expect(again.data.work).toEqual({ run: 0, kept: first.data.work.run });
    const forced = await observed(dir, '--force');
    expect(forced.data.work.run).toBe(first.data.work.run);
    expect(fingerprints(join(dir, 'rasters'))).toEqual(undisturbed);
  });

  test('a layer that was deleted or damaged tiles are made again', async () => {
    const dir = projects.copy();
    await observed(dir);
    const [layer] = Object.keys(undisturbed).filter((path) => path.endsWith('.tif'));
    rmSync(join(dir, 'rasters', layer!));
    for (const tile of filesBelow(join(dir, '.aftermine/tiles')).slice(0, 5))
      truncateSync(join(dir, '.aftermine/tiles', tile), 40);
    await observed(dir);
    expect(fingerprints(join(dir, 'rasters'))).toEqual(undisturbed);
  });

  test('pixels that cannot be decoded stop the run with a typed error; --keep-going leaves that look out and says so', async () => {
    const dir = projects.copy();
    const path = join(dir, 'inputs/2003.tif');
    const bytes = readFileSync(path);
    bytes.fill(0xff, bytes.length - 6000, bytes.length - 3000);
    writeFileSync(path, bytes);
    const stopped = await command(['observe', '-C', dir, '--json', '--progress', 'none']);
    expect(stopped.code).toBe(3);
    expect(stopped.json.error.code).toBe('E-TIF-006');
    const kept = await command(['observe', '-C', dir, '--json', '--progress', 'none', '--keep-going']);
    expect(kept.code).toBe(5);
    expect(kept.json.warnings.join(' ')).toContain('2003');
    const year = kept.json.data.yearSummaries.find((one: { year: number }) => one.year === 2003);
    expect(year).toMatchObject({ quality: 'none', unknown: { reason: 'no-clear-look' } });
  });

  test('what a killed run left half-written is swept away', async () => {
    const dir = projects.copy();
    await observed(dir);
    for (const path of [
      'rasters/composite/2003.tif.1a2c.0.tmp',
      'rasters/rsei/2002.tif.77.tmp',
      '.aftermine/plans/x.json.9.tmp',
    ])
      writeFileSync(join(dir, path), 'half');
    await observed(dir);
    expect(filesBelow(dir).filter((path) => path.endsWith('.tmp'))).toEqual([]);
  });

  test('a project carried to another folder keeps its finished work', async () => {
    const dir = projects.copy();
    const first = await observed(dir);
    const moved = projects.path('carried');
    cpSync(dir, moved, { recursive: true });
    rmSync(dir, { recursive: true });
    const { data } = await observed(moved);
    expect(data.layers).toEqual(first.data.layers);
    expect(fingerprints(join(moved, 'rasters'))).toEqual(undisturbed);
    await expectIntact(moved);
  });
});

const noSpace = (): Error => Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });

/** The same workbench with other ports, which its tasks use too. */
function withPorts(
  workbench: Workbench,
  ports: { readonly rasters?: Rasters; readonly files?: Files; readonly tiles?: (dir: string) => Tiles },
): Workbench {
  const changed = { ...workbench, ...ports };
  return {
    ...changed,
    jobs: (dir) => {
      const runner = new TaskRunner({
        rasters: changed.rasters,
        files: changed.files,
        tiles: changed.tiles(dir),
      });
      return new InProcessJobs((task) => runner.run(task));
    },
  };
}

function fullTiles(workbench: Workbench): Workbench {
  let written = 0;
  return withPorts(workbench, {
    tiles: (dir) => {
      const tiles = workbench.tiles(dir);
      return {
        has: (key) => tiles.has(key),
        open: (key) => tiles.open(key),
        write: (key, content) => {
          written += 1;
          if (written > 4) throw writeFailure(join(dir, '.aftermine', 'tiles', key), noSpace());
          tiles.write(key, content);
        },
      };
    },
  });
}

/** The disk fills up in the middle of the sixth file. */
function fullRasters(workbench: Workbench): Workbench {
  const { rasters } = workbench;
  let written = 0;
  return withPorts(workbench, {
    rasters: {
      open: (path) => rasters.open(path),
      encodeTile: (spec, samples) => rasters.encodeTile(spec, samples),
      decodeTile: (spec, bytes) => rasters.decodeTile(spec, bytes),
      writeCog: (path, spec, tile) => {
        written += 1;
        const full = written > 5;
        return rasters.writeCog(path, spec, async (col, row) => {
          if (full) throw noSpace();
          return tile(col, row);
        });
      },
    },
  });
}

function fullFiles(workbench: Workbench): Workbench {
  const { files } = workbench;
  const writeText = (path: string, text: string): string => {
    if (path.includes('rasters') && /200[5-8]\.json$/.test(path)) throw writeFailure(path, noSpace());
    return files.writeText(path, text);
  };
  return withPorts(workbench, {
    files: new Proxy(files, {
      get: (target, name) => {
        if (name === 'writeText') return writeText;
        const value: unknown = Reflect.get(target, name);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    }),
  });
}
