import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { composeWorkbench } from '../../packages/workbench/src/compose.ts';
import type { Job, UnitPage } from '../../packages/workbench/src/contract/index.ts';
import { fingerprint } from '../../scripts/kill-runs.ts';
import { makeSmallProject } from '../small-project.ts';
import { codeOf, remove, type Served, serve } from './served.ts';

let work: string;
let template: string;
let served: Served;

beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'aftermine-jobs-'));
  template = await makeSmallProject(join(work, 'template'), { from: 2000, to: 2005 });
  const workspace = join(work, 'workspace');
  for (const name of ['mine', '北山']) cpSync(template, join(workspace, name), { recursive: true });
  served = await serve(workspace);
});
afterAll(async () => {
  await served.close();
  remove(work);
});

const run = (project: string, request: object): Promise<Response> =>
  served.send('POST', `/api/projects/${encodeURIComponent(project)}/commands`, request);
const json = async <T>(response: Promise<Response> | Response): Promise<T> =>
  (await (await response).json()) as T;
const begun = async (project: string, request: object): Promise<Job> => {
  const response = await run(project, request);
  expect(response.status).toBe(202);
  return (await json<{ job: Job }>(response)).job;
};

describe('verbs in their lanes', () => {
  test('inline: the envelope of the command line, and its line', async () => {
    const { envelope, line } = await json<{
      envelope: { ok: boolean; command: string; data: { steps: unknown[] } };
      line: string;
    }>(run('北山', { verb: 'status' }));
    expect(envelope).toMatchObject({ ok: true, command: 'status' });
    expect(envelope.data.steps).toHaveLength(5);
    expect(line).toBe(`aftermine status -C ${join(served.workspace, '北山')}`);
  });

  test('apart: the same, from a process beside the server', async () => {
    const response = await run('mine', { verb: 'check' });
    expect(response.status).toBe(200);
    expect((await json<{ envelope: { command: string } }>(response)).envelope.command).toBe('check');
    // What the command refuses is refused with its own words and a status that fits.
    const refused = await run('mine', { verb: 'plan explain', args: ['nobody'] });
    expect(refused.status).toBe(404);
    expect(await codeOf(refused)).toMatch(/^E-PLN-/);
  });

  test('what is no verb, no option, no project and no file of the project is refused', async () => {
    expect(await codeOf(await run('mine', { verb: 'serve' }))).toBe('E-SRV-006');
    expect(await codeOf(await run('mine', { verb: 'status', extra: 1 }))).toBe('E-SRV-006');
    expect(await codeOf(await run('mine', { verb: 'status', options: { dir: '/etc' } }))).toBe('E-SRV-012');
    expect(await codeOf(await run('mine', { verb: 'info', args: ['/etc/passwd'] }))).toBe('E-SRV-013');
    expect(await codeOf(await run('mine', { verb: 'info', args: ['../北山/aftermine.yaml'] }))).toBe(
      'E-SRV-013',
    );
    expect(await codeOf(await run('mine', { verb: 'import', args: ['upload:../../x'] }))).toBe('E-SRV-009');
    for (const project of [
      '..',
      '.',
      '../mine',
      'mine/../..',
      '.aftermine-server',
      'nobody',
      'mine\0',
      '%2e%2e',
    ])
      expect(await codeOf(await run(project, { verb: 'status' }))).toMatch(/^E-SRV-0(04|17)$/);
  });

  test('an export is a file to keep', async () => {
    expect((await run('mine', { verb: 'export', args: ['units'], options: { format: 'kml' } })).status).toBe(
      200,
    );
    const file = await served.ask('/api/projects/mine/exports/units.kml');
    expect(file.headers.get('content-disposition')).toContain('attachment');
    expect(await file.text()).toContain('<kml');
    expect(await codeOf(await served.ask('/api/projects/mine/exports/..%2faftermine.yaml'))).toBe(
      'E-SRV-017',
    );
  });
});

describe('settings', () => {
  test('are changed key by key, comments kept; the second of two tabs is told, and nothing is lost', async () => {
    const path = '/api/projects/mine/settings';
    const first = await json<{ settings: { name: string }; revision: string }>(served.ask(path));
    const second = await json<{ revision: string }>(served.ask(path));
    const changed = await json<{ settings: { name: string }; revision: string }>(
      served.send('PATCH', path, { path: ['name'], value: '北山 2 号', revision: first.revision }),
    );
    expect(changed.settings.name).toBe('北山 2 号');
    const late = await served.send('PATCH', path, {
      path: ['name'],
      value: 'other',
      revision: second.revision,
    });
    expect([late.status, await codeOf(late)]).toEqual([409, 'E-SRV-016']);
    const text = readFileSync(join(served.workspace, 'mine', 'aftermine.yaml'), 'utf8');
    expect(text).toContain('北山 2 号');
    expect(text).toContain('# ');
  });

  test('changed in two tabs at the same instant: one is taken, the other told', async () => {
    const path = '/api/projects/mine/settings';
    const { revision } = await json<{ revision: string }>(served.ask(path));
    const answers = await Promise.all(
      ['one', 'two'].map((value) => served.send('PATCH', path, { path: ['name'], value, revision })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test('are taken away, and the default or no limit holds again', async () => {
    const path = '/api/projects/mine/settings';
    type Answer = { settings: { plan: { budget?: number } }; revision: string };
    const before = await json<Answer>(served.ask(path));
    const budget = ['plan', 'budget'];
    const set = await json<Answer>(
      served.send('PATCH', path, { path: budget, value: 900, revision: before.revision }),
    );
    expect(set.settings.plan.budget).toBe(900);
    const late = await served.send('PATCH', path, { path: budget, remove: true, revision: before.revision });
    expect([late.status, await codeOf(late)]).toEqual([409, 'E-SRV-016']);
    const removed = await json<Answer>(
      served.send('PATCH', path, { path: budget, remove: true, revision: set.revision }),
    );
    expect(removed.settings).toEqual(before.settings);
    expect(readFileSync(join(served.workspace, 'mine', 'aftermine.yaml'), 'utf8')).not.toContain('budget');
  });

  test('are written as a whole file, refused with its line where it does not fit', async () => {
    const path = '/api/projects/mine/settings';
    type Answer = { settings: { plan: { years: number } }; text: string; revision: string };
    const before = await json<Answer>(served.ask(path));
    const text = `${before.text}plan: {years: 7} # agreed\n`;
    const changed = await json<Answer>(served.send('PATCH', path, { text, revision: before.revision }));
    expect([changed.settings.plan.years, changed.text]).toEqual([7, text]);
    const wrong = await served.send('PATCH', path, {
      text: `${before.text}plan: {yaers: 7}\n`,
      revision: changed.revision,
    });
    expect([wrong.status, await codeOf(wrong)]).toEqual([400, 'E-SET-002']);
    expect((await json<Answer>(served.ask(path))).text).toBe(text);
    await served.send('PATCH', path, { text: before.text, revision: changed.revision });
  });

  test('that do not fit leave the file as it was', async () => {
    const path = '/api/projects/mine/settings';
    const { revision } = await json<{ revision: string }>(served.ask(path));
    const before = readFileSync(join(served.workspace, 'mine', 'aftermine.yaml'), 'utf8');
    for (const change of [
      { path: ['observe', 'composite'], value: 'nonsense' },
      { path: ['nobody', 'knows'], value: 1 },
      { path: ['name', 'below', 'a', 'text'], value: 1 },
      { path: ['__proto__', 'x'], value: 1 },
      { path: ['name'], value: null },
      { path: ['name'] },
      { path: ['name'], remove: true },
      { path: ['language'], remove: true, value: 'en' },
      { path: ['language'], remove: false },
      { path: [], value: 'x' },
      { path: ['observe', 'scenes'], value: { a: 1 } },
      { path: ['name'], text: 'name: a' },
      {},
    ]) {
      const response = await served.send('PATCH', path, { ...change, revision });
      expect(response.status).toBe(400);
      expect(await codeOf(response)).toMatch(/^E-S(ET|RV)-00/);
    }
    expect(readFileSync(join(served.workspace, 'mine', 'aftermine.yaml'), 'utf8')).toBe(before);
  });
});

describe('jobs', () => {
  test('tell how they go on, never backwards, and end with what the command printed', async () => {
    const job = await begun('北山', { verb: 'observe' });
    const events = await served.ask(`/api/jobs/${job.id}/events`);
    expect(events.headers.get('content-type')).toContain('text/event-stream');
    const told = [...(await events.text()).matchAll(/^event: job\ndata: (.+)$/gm)].map(
      ([, data]) => JSON.parse(data!) as Job,
    );
    const progress = told.map((one) => one.progress);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    expect(told.some((one) => one.stage !== null && one.status === 'running')).toBe(true);
    expect(told.at(-1)).toMatchObject({ status: 'successful', progress: 100, attempts: 1 });
    const over = await json<Job>(served.ask(`/api/jobs/${job.id}`));
    expect(over.result).toMatchObject({ ok: true, command: 'observe' });
    expect(over.log.length).toBeGreaterThan(1);
    const { jobs } = await json<{ jobs: Job[] }>(
      served.ask(`/api/jobs?project=${encodeURIComponent('北山')}`),
    );
    expect(jobs.find(({ id }) => id === job.id)?.result).toMatchObject({ ok: true, data: null });
    const page = await json<UnitPage>(served.ask(`/api/projects/${encodeURIComponent('北山')}/units`));
    expect(page.rows.some(({ lastMedian }) => lastMedian !== null)).toBe(true);
    const project = await json<{ phase: string; layers: unknown[] }>(
      served.ask(`/api/projects/${encodeURIComponent('北山')}`),
    );
    expect(project.phase).toBe('diagnosis');
    expect(project.layers.length).toBeGreaterThan(2);
  }, 180_000);

  test('one after the other; a job that waits can be ended, one that was ended goes on where it was', async () => {
    const first = await begun('mine', { verb: 'observe' });
    const second = await begun('mine', { verb: 'diagnose' });
    // The same line asked for twice while it waits is the same work.
    expect((await begun('mine', { verb: 'diagnose' })).id).toBe(second.id);
    expect(await json(served.ask(`/api/jobs/${second.id}`))).toMatchObject({ status: 'accepted' });
    expect(await json(served.ask(`/api/jobs/${second.id}`, { method: 'DELETE' }))).toMatchObject({
      status: 'dismissed',
    });
    await expect
      .poll(async () => (await json<Job>(served.ask(`/api/jobs/${first.id}`))).progress, { timeout: 90_000 })
      .toBeGreaterThan(0);
    const ended = await json<Job>(served.ask(`/api/jobs/${first.id}`, { method: 'DELETE' }));
    expect(ended.status).toBe('dismissed');
    const again = await json<Job>(served.ask(`/api/jobs/${first.id}/resume`, { method: 'POST' }));
    expect(again.status).toBe('accepted');
    expect(await served.whenOver(first.id)).toMatchObject({ status: 'successful', attempts: 2 });
    const refused = await served.ask(`/api/jobs/${first.id}/resume`, { method: 'POST' });
    expect([refused.status, await codeOf(refused)]).toEqual([409, 'E-SRV-015']);
    expect(await codeOf(await served.ask('/api/jobs/nobody'))).toBe('E-SRV-014');
    expect(await codeOf(await served.ask('/api/jobs/nobody/events'))).toBe('E-SRV-014');
  }, 180_000);

  test('wait while somebody at a terminal writes to the project', async () => {
    const lock = await composeWorkbench().locks.acquire(join(served.workspace, 'mine'), 'observe');
    const job = await begun('mine', { verb: 'diagnose', options: { force: true } });
    await new Promise((done) => setTimeout(done, 300));
    expect(await json(served.ask(`/api/jobs/${job.id}`))).toMatchObject({ status: 'accepted', attempts: 0 });
    // A change that cannot wait is refused, and says who is at it.
    expect(await codeOf(await run('mine', { verb: 'check --fix', options: { by: 'x' } }))).toBe('E-PRJ-030');
    await lock.release();
    expect((await served.whenOver(job.id)).attempts).toBe(1);
  });

  test('that fail say why, in the language they were asked in', async () => {
    const response = await served.ask(`/api/projects/mine/commands`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': 'zh-CN' },
      body: JSON.stringify({ verb: 'run', args: ['nonsense'] }),
    });
    const { job } = await json<{ job: Job }>(response);
    const over = await served.whenOver(job.id);
    expect(over.status).toBe('failed');
    expect(over.result).toMatchObject({ ok: false, error: { code: 'E-USE-002' } });
  });
});

describe('a server that is killed', () => {
  test('in the middle of a job goes on with it after the next start, and the results are identical', async () => {
    // Observed above, without a break.
    const reference = join(served.workspace, '北山');
    const workspace = join(work, 'killed');
    cpSync(template, join(workspace, 'mine'), { recursive: true });

    const server = spawn(process.execPath, [resolve(import.meta.dirname, 'serve-alone.ts'), workspace], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const url = await new Promise<string>((told) => createInterface(server.stdout).once('line', told));
    const response = await fetch(`${url}/api/projects/mine/commands`, {
      method: 'POST',
      headers: { origin: url, 'content-type': 'application/json' },
      body: JSON.stringify({ verb: 'observe' }),
    });
    const { job } = (await response.json()) as { job: Job };
    await expect
      .poll(async () => ((await (await fetch(`${url}/api/jobs/${job.id}`)).json()) as Job).progress, {
        timeout: 90_000,
        interval: 20,
      })
      .toBeGreaterThan(5);
    const gone = new Promise((done) => server.once('close', done));
    server.kill('SIGKILL');
    await gone;
    expect(existsSync(join(workspace, 'mine', 'rasters', 'rsei'))).toBe(false);

    const next = await serve(workspace);
    try {
      expect(await next.whenOver(job.id)).toMatchObject({ status: 'successful', attempts: 2, progress: 100 });
    } finally {
      await next.close();
    }
    const [expected, got] = [fingerprint(reference), fingerprint(join(workspace, 'mine'))];
    expect([...got].filter(([key, value]) => expected.get(key) !== value)).toEqual([]);
    expect(got.size).toBe(expected.size);
  }, 180_000);

  test('leaves its workspace to the next; two at once are refused with the address of the first', async () => {
    await expect(serve(served.workspace)).rejects.toThrow('E-SRV-018');
    const workspace = join(work, 'left');
    cpSync(template, join(workspace, 'mine'), { recursive: true });
    const one = await serve(workspace);
    const job = (
      await json<{ job: Job }>(one.send('POST', '/api/projects/mine/commands', { verb: 'observe' }))
    ).job;
    await one.close();
    const [name] = readdirSync(join(workspace, '.aftermine-server', 'jobs'));
    const kept = JSON.parse(readFileSync(join(workspace, '.aftermine-server', 'jobs', name!), 'utf8')) as {
      job: Job;
    };
    expect(kept.job).toMatchObject({ id: job.id, status: 'accepted' });
    // A file that holds no job does not stop a server.
    writeFileSync(join(workspace, '.aftermine-server', 'jobs', 'broken.json'), '{');
    const two = await serve(workspace);
    await two.ask(`/api/jobs/${job.id}`, { method: 'DELETE' });
    await two.close();
  });
});
