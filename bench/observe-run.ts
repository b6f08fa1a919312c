import { spawn } from 'node:child_process';
import { appendFileSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

const bin = resolve(import.meta.dirname, '../packages/workbench/bin/aftermine.js');

/** What one run of the program cost. */
export interface RunCost {
  readonly seconds: number;
  readonly peakMegabytes: number;
}

/** Runs the program as a user would, in a process of its own, and measures wall time and peak memory. */
export function runProgram(args: readonly string[], expected: readonly number[] = [0]): Promise<RunCost> {
  return new Promise((done, fail) => {
    const started = performance.now();
    const child = spawn(process.execPath, [bin, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
    let peakKilobytes = 0;
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4000);
    });
    const timer = setInterval(() => {
      try {
        const line = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'));
        if (line) peakKilobytes = Math.max(peakKilobytes, Number(line[1]));
      } catch {
        // Ended, or a system without /proc: the figure then stays at 0 and is reported as not measured.
      }
    }, 50);
    child.on('error', fail);
    child.on('close', (code) => {
      clearInterval(timer);
      if (code === null || !expected.includes(code))
        fail(new Error(`aftermine ${args.join(' ')} ended with ${code}:\n${said}`));
      else done({ seconds: (performance.now() - started) / 1000, peakMegabytes: peakKilobytes / 1024 });
    });
  });
}

/** Makes a project of a stack folder and observes it from nothing with `workers` workers. */
export async function observeStack(stack: string, workers: number): Promise<RunCost> {
  const project = join(stack, `project-${workers}`);
  rmSync(project, { recursive: true, force: true });
  await runProgram(['init', project, '--boundary', join(stack, 'boundary.geojson'), '--quiet']);
  const settings = join(project, 'aftermine.yaml');
  const own = readFileSync(join(stack, 'observe.yaml'), 'utf8').replace('inputs/{year}', '../inputs/{year}');
  const kept = readFileSync(settings, 'utf8').replace(/^observe:[\s\S]*?(?=^\w)/m, own);
  rmSync(settings);
  appendFileSync(settings, kept);
  const cost = await runProgram([
    'observe',
    '-C',
    project,
    '-j',
    String(workers),
    '--progress',
    'none',
    '--quiet',
  ]);
  rmSync(project, { recursive: true, force: true });
  return cost;
}
