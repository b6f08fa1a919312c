import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { speakError } from '../../packages/workbench/src/cli/errors.ts';
import { runCli } from '../../packages/workbench/src/cli/run-cli.ts';
import { composeWorkbench } from '../../packages/workbench/src/compose.ts';
import { readConfig } from '../../packages/workbench/src/config.ts';
import type { Job, Problem } from '../../packages/workbench/src/contract/index.ts';
import { type RunningServer, startServer } from '../../packages/workbench/src/server/index.ts';

/** A server of a workspace, and how a page of it asks. */
export interface Served {
  readonly workspace: string;
  readonly server: RunningServer;
  /** Asks as a page of the server does. */
  ask(path: string, init?: RequestInit): Promise<Response>;
  /** Sends JSON as a page does. */
  send(method: string, path: string, body: unknown): Promise<Response>;
  upload(name: string, bytes: Uint8Array | string, query?: string): Promise<{ id: string }>;
  /** Waits until a job is over. */
  whenOver(id: string): Promise<Job>;
  close(): Promise<void>;
}

/** Serves a workspace without pages, on any port. */
export async function serve(
  workspace = mkdtempSync(join(tmpdir(), 'aftermine-served-')),
  options: {
    readonly appFolder?: string;
    readonly largestUploadBytes?: number;
    readonly jobWidth?: number;
  } = {},
): Promise<Served> {
  const workbench = composeWorkbench();
  const config = readConfig({});
  const server = await startServer(
    {
      workbench,
      workspace,
      language: 'en',
      runInline: async (argv, language = 'en') => {
        let out = '';
        const terminal = {
          out: (text: string) => {
            out += text;
          },
          err: () => {},
          isTerminal: false,
          columns: 80,
          cwd: workspace,
          signal: new AbortController().signal,
        };
        return { exitCode: await runCli(workbench, { ...config, language }, terminal, argv), out };
      },
      speak: speakError,
    },
    { host: '127.0.0.1', port: 0, allowHosts: [], mapHosts: [], appFolder: null, ...options },
  );
  const ask = (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(`${server.url}${path}`, { ...init, headers: { origin: server.url, ...init.headers } });
  const send = (method: string, path: string, body: unknown): Promise<Response> =>
    ask(path, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  return {
    workspace,
    server,
    ask,
    send,
    upload: async (name, bytes, query = '') => {
      const body = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
      const response = await ask(`/api/uploads?name=${encodeURIComponent(name)}${query}`, {
        method: 'POST',
        body: new Uint8Array(body),
      });
      return (await response.json()) as { id: string };
    },
    whenOver: async (id) => {
      for (;;) {
        const job = (await (await ask(`/api/jobs/${id}`)).json()) as Job;
        if (job.status !== 'accepted' && job.status !== 'running') return job;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    close: () => server.close(),
  };
}

/** The code of a refusal, and that it was one in the agreed form. */
export async function codeOf(response: Response): Promise<string> {
  const { ok, error } = (await response.json()) as Problem;
  return ok === false && error.message !== '' && error.hint !== ''
    ? error.code
    : `no problem: ${response.status}`;
}

export function remove(workspace: string): void {
  rmSync(workspace, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}
