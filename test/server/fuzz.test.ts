import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Job } from '../../packages/workbench/src/contract/index.ts';
import { makeSmallProject } from '../small-project.ts';
import { junk, madeOf, numbers, pick, type Schema, TEXTS } from './junk.ts';
import { remove, type Served, serve } from './served.ts';

/** Requests per operation; each is different. */
const ROUNDS = 24;

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema?: Schema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

let served: Served;
let dismissed: string;
beforeAll(async () => {
  const work = mkdtempSync(join(tmpdir(), 'aftermine-fuzz-'));
  const template = await makeSmallProject(join(work, 'mine'), { from: 2000, to: 2001 });
  cpSync(template, join(work, 'other'), { recursive: true });
  // Jobs are taken and wait: what they do is held elsewhere.
  served = await serve(work, { jobWidth: 0 });
  const { job } = (await (
    await served.send('POST', '/api/projects/mine/commands', { verb: 'observe' })
  ).json()) as { job: Job };
  dismissed = job.id;
  await served.ask(`/api/jobs/${dismissed}`, { method: 'DELETE' });
});
afterAll(async () => {
  await served.close();
  remove(served.workspace);
});

test('whatever is sent to any address of the description, the answer is never 500, and a refusal is always a problem', async () => {
  const document = (await (await served.ask('/api')).json()) as {
    openapi: string;
    paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  };
  expect(document.openapi).toBe('3.1.0');
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  expect(operations.length).toBeGreaterThan(20);
  const random = numbers(20_261_128);
  const faults: string[] = [];
  let [refused, answered] = [0, 0];
  for (const { path, method, operation } of operations) {
    for (let round = 0; round < ROUNDS; round += 1) {
      // Events of a job that waits would never end.
      if (path.endsWith('/events')) await served.ask(`/api/jobs/${dismissed}`, { method: 'DELETE' });
      const [address, init] = requestOf(path, method, operation, random);
      const signal = AbortSignal.timeout(30_000);
      const response = await served
        .ask(address, { ...init, signal })
        .catch((error: unknown) => String(error));
      if (typeof response === 'string') {
        faults.push(
          `${method} ${address.slice(0, 150)} ${String(init.body ?? '').slice(0, 200)} -> ${response}`,
        );
        continue;
      }
      const text = await response.text();
      if (response.status < 300) answered += 1;
      if (response.status >= 400) {
        refused += 1;
        if (response.status >= 500 || !isProblem(text))
          faults.push(
            `${method} ${address.slice(0, 150)} ${String(init.body ?? '').slice(0, 200)} -> ${response.status} ${text.slice(0, 300)}`,
          );
      }
    }
  }
  expect(faults).toEqual([]);
  expect(refused).toBeGreaterThan(operations.length);
  // Not only junk: what is sound gets through.
  expect(answered).toBeGreaterThan(operations.length);
  expect((await served.ask('/api/health')).status).toBe(200);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
}, 120_000);

test('the page of the description lists what the description holds', async () => {
  const page = await (await served.ask('/api/docs')).text();
  expect(page).toContain('/api/projects/{project}/commands');
});

function requestOf(
  path: string,
  method: string,
  { parameters = [], requestBody }: Operation,
  random: () => number,
): [address: string, init: RequestInit] {
  const part = (name: string): string =>
    name === 'project'
      ? pick(random, ['mine', 'mine', 'other', pick(random, TEXTS)])
      : name === 'id'
        ? pick(random, [dismissed, pick(random, TEXTS)])
        : pick(random, ['boundary', 'units', 'rsei', '2000', '-', 'U1', pick(random, TEXTS)]);
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => encoded(part(name)).slice(0, 4000));
  const query = parameters
    .filter((one) => one.in === 'query' && random() < 0.6)
    .map(({ name, schema = {} }) => `${name}=${encoded(String(madeOf(schema, random, 0.3))).slice(0, 4000)}`);
  const full = `${address}${query.length === 0 ? '' : `?${query.join('&')}`}`;
  const schema = requestBody?.content['application/json']?.schema;
  if (schema !== undefined) {
    const body =
      random() < 0.1
        ? pick(random, [
            '',
            '{',
            'null',
            '[]',
            '"x"',
            '\0',
            `${'['.repeat(5000)}${']'.repeat(5000)}`,
            '{"a":'.repeat(200),
          ])
        : JSON.stringify(random() < 0.1 ? junk(random) : madeOf(schema, random, 0.15));
    const type = random() < 0.95 ? 'application/json' : pick(random, ['text/plain', '', 'application/xml']);
    return [full, { method: method.toUpperCase(), body, headers: { 'content-type': type } }];
  }
  if (requestBody !== undefined) return [full, { method: method.toUpperCase(), body: pick(random, TEXTS) }];
  return [full, { method: method.toUpperCase() }];
}

/** Lone halves of characters cannot stand in an address. */
function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

function isProblem(text: string): boolean {
  try {
    const { ok, error } = JSON.parse(text) as { ok: boolean; error: { code: string; message: string } };
    return ok === false && /^E-[A-Z]{3}-\d{3}$/.test(error.code) && error.message !== '';
  } catch {
    return false;
  }
}
