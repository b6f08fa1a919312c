import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inject } from 'vitest';

/** What `aftermine demo --json` left and said. Copy the folder before changing anything in it. */
export interface WholeDemo {
  readonly dir: string;
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const BIN = resolve(import.meta.dirname, '../packages/workbench/bin/aftermine.js');
const PATIENCE_MS = 500_000;

/** The whole demonstration, with all its size: made once for all test files of a run, by the first that asks. */
export async function wholeDemo(): Promise<WholeDemo> {
  const folder = join(inject('shared'), 'demo');
  const result = join(folder, 'result.json');
  if (ours(folder)) {
    const made = await runDemo(join(folder, 'aftermine-demo'));
    writeFileSync(`${result}.part`, JSON.stringify(made));
    renameSync(`${result}.part`, result);
    return made;
  }
  const until = Date.now() + PATIENCE_MS;
  while (!existsSync(result)) {
    if (Date.now() > until) throw new Error('the demonstration was not made in time');
    await sleep(250);
  }
  return JSON.parse(readFileSync(result, 'utf8')) as WholeDemo;
}

/** True for the one that makes the folder. */
function ours(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

function runDemo(dir: string): Promise<WholeDemo> {
  return new Promise((done, fail) => {
    const child = spawn(
      process.execPath,
      [BIN, 'demo', dir, '--json', '--progress', 'none', '--lang', 'en'],
      {
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    let [out, err] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.on('error', fail);
    child.on('close', (code) => done({ dir, code: code ?? -1, out, err }));
  });
}
