import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MemoryLocks } from '../memory/memory-locks.ts';
import { SqliteLocks } from './sqlite-locks.ts';

let folder: string;
const children: ChildProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), '锁-'));
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

/** A process of its own that takes the lock, says so, and holds it until it is killed. */
async function holdElsewhere(): Promise<ChildProcess> {
  const script = join(folder, 'hold.ts');
  const module = JSON.stringify(join(import.meta.dirname, 'sqlite-locks.ts'));
  writeFileSync(
    script,
    `import { SqliteLocks } from ${module};
     await new SqliteLocks().acquire(${JSON.stringify(folder)}, 'observe');
     process.stdout.write('held');
     setInterval(() => {}, 1000);`,
  );
  const child = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  await new Promise<void>((resolve, reject) => {
    child.stdout?.once('data', () => resolve());
    child.once('exit', () => reject(new Error('the holder ended early')));
  });
  return child;
}

describe('SqliteLocks', () => {
  test('a second process is refused at once and told who holds the lock', async () => {
    const child = await holdElsewhere();
    const started = performance.now();
    await expect(new SqliteLocks().acquire(folder, 'init')).rejects.toMatchObject({
      tag: 'Conflict',
      code: 'E-PRJ-030',
      params: { pid: child.pid, command: 'observe' },
    });
    expect(performance.now() - started).toBeLessThan(1000);
  });

  test('the lock of a killed process is free again', async () => {
    const child = await holdElsewhere();
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
    const lock = await new SqliteLocks().acquire(folder, 'observe');
    await lock.release();
  });

  test('a place that can be no folder gives a typed error', async () => {
    writeFileSync(join(folder, 'file'), '');
    await expect(new SqliteLocks().acquire(join(folder, 'file'), 'init')).rejects.toMatchObject({
      code: 'E-PRJ-013',
    });
  });
});

describe.each([
  ['SqliteLocks', () => new SqliteLocks()],
  ['MemoryLocks', () => new MemoryLocks()],
])('%s', (_, make) => {
  test('one holder at a time; released, the lock can be taken again; releasing twice is harmless', async () => {
    const locks = make();
    const lock = await locks.acquire(folder, 'observe');
    await expect(locks.acquire(folder, 'init')).rejects.toMatchObject({
      code: 'E-PRJ-030',
      params: { command: 'observe' },
    });
    await lock.release();
    await lock.release();
    const again = await locks.acquire(folder, 'init');
    await again.release();
  });
});
