import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/**
 * `node scripts/kill-runs.ts [KILLS] [SEED]`: makes a small demonstration project, observes it undisturbed, then
 * KILLS times from nothing: kill -9 at a random instant, run again to the end, compare every file and every
 * table with the undisturbed run.
 */
const bin = resolve(import.meta.dirname, '../packages/workbench/bin/aftermine.js');

/** Outcome of a series of kills. */
export interface KillReport {
  readonly kills: number;
  readonly identical: number;
  /** How many runs were really interrupted: a kill may come too late. */
  readonly interrupted: number;
  readonly differences: readonly string[];
}

/** Everything a finished project says: SHA-256 per file, and the content of each table of its store. */
export function fingerprint(project: string): Map<string, string> {
  const found = new Map<string, string>();
  const walk = (folder: string): void => {
    for (const name of readdirSync(folder)) {
      const path = join(folder, name);
      if (name === '.aftermine' || /\.gpkg(-wal|-shm)?$/.test(name)) continue;
      if (statSync(path).isDirectory()) walk(path);
      else found.set(relative(project, path), createHash('sha256').update(readFileSync(path)).digest('hex'));
    }
  };
  walk(project);
  const store = new DatabaseSync(join(project, 'project.gpkg'), { readOnly: true });
  const tables = store
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
    .all() as { name: string }[];
  for (const { name } of tables) {
    if (name.startsWith('rtree_') || name === 'aftermine_events') continue;
    const rows = store.prepare(`SELECT * FROM "${name}"`).all();
    found.set(
      `project.gpkg/${name}`,
      createHash('sha256')
        .update(
          JSON.stringify(rows, (_key, value: unknown) =>
            value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value,
          ),
        )
        .digest('hex'),
    );
  }
  store.close();
  return found;
}

/** Kills runs of a prepared project (initialised, not observed) and compares. */
export async function killRuns(
  template: string,
  work: string,
  kills: number,
  seed: number,
): Promise<KillReport> {
  const undisturbed = join(work, 'undisturbed');
  cpSync(template, undisturbed, { recursive: true });
  const started = performance.now();
  observe(undisturbed);
  const wholeMs = performance.now() - started;
  const expected = fingerprint(undisturbed);
  let state = seed >>> 0;
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const differences: string[] = [];
  let interrupted = 0;
  let identical = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    const project = join(work, `killed-${kill}`);
    cpSync(template, project, { recursive: true });
    // From just after the start to just before the end, so that every stage is met.
    const afterMs = wholeMs * (0.1 + 0.9 * random());
    if (await killAfter(project, afterMs)) interrupted += 1;
    observe(project);
    const got = fingerprint(project);
    const wrong = [...new Set([...expected.keys(), ...got.keys()])].filter(
      (key) => expected.get(key) !== got.get(key),
    );
    if (wrong.length === 0) identical += 1;
    else differences.push(`kill ${kill} after ${afterMs.toFixed(0)} ms: ${wrong.slice(0, 5).join(', ')}`);
    rmSync(project, { recursive: true, force: true });
  }
  return { kills, identical, interrupted, differences };
}

function observe(project: string): void {
  const { status, stderr } = spawnSync(
    process.execPath,
    [bin, 'observe', '-C', project, '-j', '2', '--progress', 'none'],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`observe ended with ${status}:\n${stderr}`);
}

function killAfter(project: string, afterMs: number): Promise<boolean> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [bin, 'observe', '-C', project, '-j', '2', '--progress', 'none'], {
      stdio: 'ignore',
    });
    const timer = setTimeout(() => child.kill('SIGKILL'), afterMs);
    child.on('close', (_code, signal) => {
      clearTimeout(timer);
      done(signal === 'SIGKILL');
    });
  });
}

if (process.argv[1] === import.meta.filename) {
  const kills = Number(process.argv[2] ?? 50);
  const seed = Number(process.argv[3] ?? 1);
  const work = mkdtempSync(join(tmpdir(), 'aftermine-kill-'));
  try {
    const { makeSmallProject } = await import('../test/small-project.ts');
    const template = await makeSmallProject(join(work, 'template'));
    const report = await killRuns(template, work, kills, seed);
    for (const line of report.differences) console.log(line);
    console.log(
      `${report.kills} kills, ${report.interrupted} of them in mid-run: ${report.identical} reruns completed with identical results`,
    );
    process.exitCode = report.identical === report.kills ? 0 : 1;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
