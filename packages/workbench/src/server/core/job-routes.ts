import type { OpenAPIHono } from '@hono/zod-openapi';
import { streamSSE } from 'hono/streaming';
import { z } from 'zod';
import { type Job, job } from '../../contract/index.ts';
import { quoted } from '../../contract/typed-line.ts';
import { isOver } from '../jobs/job-queue.ts';
import { DEMO_MARK } from '../project-card.ts';
import { requestLanguage } from '../request-language.ts';
import type { Services } from '../services.ts';
import { coreRoute, pathName } from './core-route.ts';

/** At most five events a second: more than an eye follows. */
const EVENT_EVERY_MS = 200;
const STILL_THERE_MS = 15_000;
/** Folder of the demonstration mine in the workspace. */
export const DEMO_FOLDER = 'aftermine-demo';

const jobParams = z.object({ id: pathName });

/** Long work: what was asked for, how far it is, ending it, beginning it again. */
export function registerJobs(app: OpenAPIHono, services: Services): void {
  const { context, jobs } = services;
  coreRoute(
    app,
    {
      method: 'post',
      path: '/api/demo',
      summary: 'Makes the demonstration mine and runs every step on it, as a job.',
      body: z.strictObject({}),
      answers: { 202: job },
    },
    (c) => c.json(demoJob(services, DEMO_FOLDER, requestLanguage(c, context)), 202),
  );
  coreRoute(
    app,
    {
      method: 'get',
      path: '/api/jobs',
      summary: 'Jobs, newest first; results are without their data here.',
      query: z.object({ project: z.string().max(300).optional() }),
      answers: { 200: z.object({ jobs: z.array(job) }) },
    },
    (c, { query }) => c.json({ jobs: jobs.list(query.project).map(withoutData) }),
  );
  coreRoute(
    app,
    {
      method: 'get',
      path: '/api/jobs/{id}',
      summary: 'One job, with what it printed once it is over.',
      params: jobParams,
      answers: { 200: job },
    },
    (c, { params }) => c.json(jobs.get(params.id)),
  );
  coreRoute(
    app,
    {
      method: 'delete',
      path: '/api/jobs/{id}',
      summary: 'Ends a job; what is finished is kept, and it can be resumed.',
      params: jobParams,
      answers: { 200: job },
    },
    (c, { params }) => c.json(jobs.dismiss(params.id)),
  );
  coreRoute(
    app,
    {
      method: 'post',
      path: '/api/jobs/{id}/resume',
      summary: 'Begins a job again that was ended or failed.',
      params: jobParams,
      answers: { 202: job },
    },
    (c, { params }) => c.json(jobs.resume(params.id), 202),
  );
  coreRoute(
    app,
    {
      method: 'get',
      path: '/api/jobs/{id}/events',
      summary: 'The job as it goes on (server-sent events named `job`), until it is over.',
      params: jobParams,
      answers: { 200: null },
      type: 'text/event-stream',
    },
    (c, { params }) => {
      jobs.get(params.id);
      return streamSSE(c, async (stream) => {
        let changed: () => void = () => {};
        let news = true;
        const unfollow = jobs.follow(params.id, () => {
          news = true;
          changed();
        });
        stream.onAbort(() => {
          unfollow();
          changed();
        });
        try {
          while (!stream.aborted) {
            const now = jobs.get(params.id);
            if (news) await stream.writeSSE({ event: 'job', data: JSON.stringify(now) });
            else await stream.write(': still there\n\n');
            news = false;
            if (isOver(now)) break;
            await stream.sleep(EVENT_EVERY_MS);
            if (news || stream.aborted) continue;
            await new Promise<void>((resolve) => {
              const late = setTimeout(resolve, STILL_THERE_MS);
              changed = () => {
                clearTimeout(late);
                resolve();
              };
            });
          }
        } finally {
          unfollow();
        }
      });
    },
  );
}

/** The job that makes the demonstration mine in a folder of the workspace; one that is under way is the same one. */
export function demoJob({ context, jobs }: Services, folder: string, language: 'zh' | 'en'): Job {
  const under = jobs.unfinished(folder, 'demo');
  if (under !== undefined) return under;
  const { files, paths } = context.workbench;
  const dir = paths.join(context.workspace, folder);
  // A folder that is nobody's, or ours: begun again after a break it may be written over.
  const ours = files.list(dir).length === 0 || files.exists(paths.join(dir, DEMO_MARK));
  return jobs.add({
    project: folder,
    dir,
    verb: 'demo',
    argv: ['demo', '--json', `--lang=${language}`, ...(ours ? ['--overwrite'] : []), '--', dir],
    line: `aftermine demo ${quoted(dir)}`,
    language,
  });
}

function withoutData(one: Job): Job {
  const { result } = one;
  return typeof result === 'object' && result !== null && 'data' in result
    ? { ...one, result: { ...result, data: null } }
    : one;
}
