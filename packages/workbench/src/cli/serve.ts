import { basename, dirname } from 'node:path';
import { AftermineError, type Language } from '@aftermine/science/base';
import type { Command } from 'commander';
import type { RunningServer } from '../server/index.ts';
import { speakError } from './errors.ts';
import type { CommandContext, CommandHost, Outcome, Terminal } from './host.ts';
import { resolveInput } from './paths.ts';

const PORT = 4317;
const HOST = '127.0.0.1';

/** Runs one command line as `main` would, in another language and with other streams. */
export type RunLine = (terminal: Terminal, argv: readonly string[], language: Language) => Promise<number>;

/** What `serve` needs of the process around it. */
export interface Surroundings {
  readonly terminal: Terminal;
  readonly run: RunLine;
}

/** `aftermine serve [folder]`: the workbench in the browser, and the API behind it. */
export function registerServe(host: CommandHost, around: Surroundings): void {
  addServeOptions(host.command('serve [folder]', 'command.serve'), host.text.bind(host)).action(
    host.action('serve', async (context, [folder = '.'], options) => {
      // No other command pays for the server's modules.
      const { isProject } = await import('../server/index.ts');
      const { files, paths } = context.workbench;
      const dir = resolveInput(folder);
      const workspace = isProject(files, paths, dir) ? dirname(dir) : dir;
      return serveWorkspace(context, around, workspace, options);
    }),
  );
}

/** Options of every command that serves. */
export function addServeOptions(command: Command, say: (key: string) => string): Command {
  const text = (key: string): string => say(`flag.${key}`);
  return command
    .option('--port <n>', text('port'))
    .option('--host <address>', text('host'))
    .option('--allow-host <name...>', text('allow-host'))
    .option('--map-host <url...>', text('map-host'))
    .option('--open', text('open'))
    .option('--no-open', text('no-open'))
    .option('--no-pages', text('no-pages'));
}

/** Serves until it is asked to end. With `demo`, the demonstration mine is made in that folder of the workspace meanwhile. */
export async function serveWorkspace(
  { workbench, flags, signal, say }: CommandContext,
  { terminal, run }: Surroundings,
  workspace: string,
  options: Readonly<Record<string, unknown>>,
  demo: string | null = null,
): Promise<Outcome> {
  const { demoJob, finishedApp, openBrowser, startServer } = await import('../server/index.ts');
  const { language } = flags;
  const tell = (line: string): void => {
    if (!flags.quiet) terminal.err(`${line}\n`);
  };
  const appFolder = options['pages'] === false ? null : await finishedApp(() => tell(say('serve.building')));
  const server = await startServer(
    {
      workbench,
      workspace,
      language,
      runInline: (argv, spoken = language) => inline(terminal, run, argv, spoken),
      speak: speakError,
    },
    {
      host: typeof options['host'] === 'string' ? options['host'] : HOST,
      port: portOf(options['port']),
      allowHosts: listOf(options['allowHost']),
      mapHosts: listOf(options['mapHost']).map(originOf),
      appFolder,
    },
  );
  const { url, port } = server;
  terminal.out(flags.json ? `${JSON.stringify({ url, port, workspace })}\n` : `${url}\n`);
  tell(say('serve.ready', { url, workspace }));
  if (demo !== null) demoJob(server.services, demo, language);
  if (options['open'] ?? terminal.isTerminal) openBrowser(url);
  await untilAsked(signal, server);
  return { data: { url, port, workspace }, human: [say('serve.ended')], printed: true };
}

/** Where the demonstration mine goes when it is served: its folder, and the workspace around it. */
export function demoPlace(folder: string): { readonly workspace: string; readonly demo: string } {
  const dir = resolveInput(folder);
  return { workspace: dirname(dir), demo: basename(dir) };
}

async function untilAsked(signal: AbortSignal, server: RunningServer): Promise<void> {
  if (!signal.aborted)
    await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  await server.close();
}

async function inline(
  terminal: Terminal,
  run: RunLine,
  argv: readonly string[],
  language: Language,
): Promise<{ exitCode: number; out: string }> {
  let out = '';
  const exitCode = await run(
    {
      out: (text) => {
        out += text;
      },
      err: () => {},
      isTerminal: false,
      columns: 80,
      cwd: terminal.cwd,
      signal: terminal.signal,
    },
    argv,
    language,
  );
  return { exitCode, out };
}

function portOf(given: unknown): number {
  if (given === undefined) return PORT;
  const port = Number(given);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new AftermineError('InvalidInput', 'E-USE-002', {
      where: '--port',
      expected: '0..65535',
      got: String(given),
    });
  return port;
}

function listOf(given: unknown): readonly string[] {
  return Array.isArray(given) ? given.map(String) : [];
}

/** A base map's address as a policy names it: scheme and host, nothing else. */
function originOf(given: string): string {
  const origin = /^(https?:\/\/[a-z0-9.-]+(?::\d+)?)\/?$/i.exec(given)?.[1];
  if (origin === undefined)
    throw new AftermineError('InvalidInput', 'E-USE-002', {
      where: '--map-host',
      expected: 'https://tiles.example.org',
      got: given,
    });
  return origin;
}
