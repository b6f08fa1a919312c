import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The program that this is part of. */
export const PROGRAM = fileURLToPath(new URL('../../bin/aftermine.js', import.meta.url));
/** More than this on standard output is nothing a page can use. */
const LONGEST_OUT = 512 * 1024 * 1024;

/** How a command in a process of its own ended. */
export interface Ended {
  readonly exitCode: number | null;
  readonly signal: string | null;
  readonly out: string;
}

/** A command in a process of its own. It ends itself, keeping its state, when this process is gone (the channel closes). */
export interface Child {
  readonly pid: number | undefined;
  readonly ended: Promise<Ended>;
  /** Asks it to end; what is finished is kept. */
  stop(): void;
  kill(): void;
}

/** A command line that tells its progress as JSON, too. Command lines of the server always print JSON. */
export function tellingProgress(argv: readonly string[]): string[] {
  const at = argv.indexOf('--json');
  return [...argv.slice(0, at), '--progress=json', ...argv.slice(at)];
}

/** Starts `aftermine ARGV` in a process of its own. `onLine` is told every line of its standard error. */
export function startChild(
  argv: readonly string[],
  cwd: string,
  onLine: (line: string) => void = () => {},
): Child {
  const child: ChildProcess = spawn(process.execPath, [PROGRAM, ...argv], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const out: Buffer[] = [];
  let bytes = 0;
  child.stdout!.on('data', (chunk: Buffer) => {
    bytes += chunk.byteLength;
    if (bytes > LONGEST_OUT) child.kill('SIGKILL');
    else out.push(chunk);
  });
  let rest = '';
  child.stderr!.setEncoding('utf8').on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop()!.slice(-100_000);
    for (const line of lines) onLine(line);
  });
  const ended = new Promise<Ended>((resolve) => {
    let failure: string | null = null;
    child.on('error', (error) => {
      failure = error.message;
      if (child.pid === undefined) resolve({ exitCode: null, signal: failure, out: '' });
    });
    child.on('close', (exitCode, signal) => {
      if (rest !== '') onLine(rest);
      resolve({ exitCode, signal: signal ?? failure, out: Buffer.concat(out).toString('utf8') });
    });
  });
  return {
    pid: child.pid,
    ended,
    stop: () => void child.kill('SIGTERM'),
    kill: () => void child.kill('SIGKILL'),
  };
}
