import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AftermineError } from '@aftermine/science/base';
import { getRequestListener } from '@hono/node-server';
import { Commands } from './commands.ts';
import type { ServerContext } from './context.ts';
import { assertLoopback } from './guards.ts';
import { JobQueue } from './jobs/job-queue.ts';
import { makeApp } from './make-app.ts';
import { ProjectShelf } from './project-shelf.ts';
import { serverFolder } from './server-folder.ts';
import type { Services } from './services.ts';
import { Turns } from './turns.ts';
import { Uploads } from './uploads.ts';

const KEEP_ALIVE_MS = 75_000;
/** Ports that are tried after the asked one. */
const PORTS_TRIED = 50;

export interface ServerOptions {
  readonly host: string;
  /** 0 takes any free port; another one that is taken gives the next. */
  readonly port: number;
  readonly allowHosts: readonly string[];
  readonly mapHosts: readonly string[];
  /** Folder of the built app; null serves the API alone. */
  readonly appFolder: string | null;
  readonly largestUploadBytes?: number;
  /** How many jobs run at once; 0 keeps them waiting. */
  readonly jobWidth?: number;
}

export interface RunningServer {
  readonly url: string;
  readonly port: number;
  readonly services: Services;
  /** Ends what runs, keeps its state, lets go of the workspace. */
  close(): Promise<void>;
}

/**
 * Serves a workspace: pages, API, jobs. One server per workspace; jobs an earlier one left unfinished go on.
 *
 * @throws Unsupported `E-SRV-001` for an address others can reach; Conflict `E-SRV-018` while another server has the workspace,
 * `E-SRV-021` when no port is free
 */
export async function startServer(context: ServerContext, options: ServerOptions): Promise<RunningServer> {
  assertLoopback(options.host);
  const { workbench, workspace } = context;
  const { files, locks, paths } = workbench;
  const own = serverFolder(paths, workspace);
  const addressFile = paths.join(own, 'address.json');
  files.assertWritable(own);
  const lock = await locks.acquire(own, 'serve').catch((error: unknown) => {
    if (!(error instanceof AftermineError) || error.code !== 'E-PRJ-030') throw error;
    throw new AftermineError('Conflict', 'E-SRV-018', {
      where: workspace,
      got: addressIn(files, addressFile),
    });
  });
  try {
    const uploads = new Uploads(workbench, workspace, options.largestUploadBytes);
    const turns = new Turns();
    const jobs = new JobQueue({ context, turns, width: options.jobWidth ?? 1 });
    const services: Services = {
      context,
      shelf: new ProjectShelf(context),
      uploads,
      jobs,
      commands: new Commands(context, uploads, jobs, turns),
      started: workbench.clock.now(),
    };
    uploads.start();
    const app = makeApp(services, options);
    const server = createServer(getRequestListener(app.fetch, { hostname: options.host }));
    // A page of a phone that fell asleep, a scene of a gigabyte over a slow line: uploads take what they take.
    server.requestTimeout = 0;
    // A page that asks again after some seconds of reading must not meet a connection that is just being closed.
    server.keepAliveTimeout = KEEP_ALIVE_MS;
    const port = await listen(server, options.host, options.port);
    const url = `http://${options.host.includes(':') && !options.host.startsWith('[') ? `[${options.host}]` : options.host}:${port}`;
    files.writeText(addressFile, JSON.stringify({ url, port, pid: process.pid }));
    jobs.start();
    return {
      url,
      port,
      services,
      close: async () => {
        server.close();
        await Promise.all([jobs.close(), services.commands.close()]);
        server.closeAllConnections();
        files.remove(addressFile);
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

function addressIn(files: ServerContext['workbench']['files'], path: string): string {
  try {
    const { url } = JSON.parse(files.readText(path)) as { url?: unknown };
    return typeof url === 'string' ? url : '?';
  } catch {
    return '?';
  }
}

async function listen(server: ReturnType<typeof createServer>, host: string, first: number): Promise<number> {
  const tries = first === 0 ? 1 : PORTS_TRIED;
  for (let i = 0; i < tries; i += 1) {
    const port = first === 0 ? 0 : first + i;
    if (port > 65_535) break;
    const error = await new Promise<NodeJS.ErrnoException | null>((resolve) => {
      server.once('error', resolve);
      server.listen(port, host, () => {
        server.removeListener('error', resolve);
        resolve(null);
      });
    });
    if (error === null) return (server.address() as AddressInfo).port;
    if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES')
      throw new AftermineError('Conflict', 'E-SRV-021', {
        where: `${host}:${port}`,
        got: error.code ?? error.message,
        cause: error,
      });
  }
  throw new AftermineError('Conflict', 'E-SRV-021', { where: `${host}:${first}`, got: 'EADDRINUSE' });
}
