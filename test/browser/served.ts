import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

const BIN = resolve(import.meta.dirname, '../../packages/workbench/bin/aftermine.js');

/** A workbench that is served from a folder, in a process of its own. */
export interface Served {
  readonly url: string;
  readonly child: ChildProcess;
  /** Ends it in good order. */
  stop(): Promise<void>;
  /** Ends it at once, as a power cut would. */
  kill(): Promise<void>;
}

/** Starts `aftermine serve` on a workspace and waits for its address. */
export async function serve(workspace: string, port = 0): Promise<Served> {
  const child = spawn(
    process.execPath,
    [BIN, 'serve', workspace, '--port', String(port), '--json', '--no-open'],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let [out, err] = ['', ''];
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const url = await new Promise<string>((done, fail) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
      const line = out.split('\n')[0]!;
      if (out.includes('\n')) done((JSON.parse(line) as { url: string }).url.replace(/\/$/, ''));
    });
    child.on('close', (code) => fail(new Error(`serve ended with ${code}: ${err}`)));
  });
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const closed = once(child, 'close');
    child.kill(signal);
    await closed;
  };
  return { url, child, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
}
