import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { badInput } from '../golden.ts';
import { remove, type Served, serve } from './served.ts';

const folder = badInput('');
const files = existsSync(folder) ? walk(folder) : [];
if (files.length === 0) process.stderr.write('bad inputs: skipped, the folder is not here\n');

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(async () => {
  await served.close();
  remove(served.workspace);
});

test.skipIf(files.length === 0)(
  'every bad file that is uploaded is told or refused in words and by its own name, and the server lives',
  async () => {
    const faults: string[] = [];
    const one = async (path: string): Promise<void> => {
      const name = basename(path)
        .replace(/[:*?"<>|\\]/g, '_')
        .replace(/^\.+/, '');
      const { id } = await served.upload(name, readFileSync(path));
      const response = await served.send('POST', `/api/uploads/${id}/info`, {});
      const text = await response.text();
      if (text.includes('.aftermine-server') || text.includes(id)) faults.push(`${path}: tells its folder`);
      const answer = JSON.parse(text) as {
        envelope?: { ok: boolean };
        error?: { code: string; message: string; hint: string };
      };
      const sound =
        response.status === 200
          ? answer.envelope?.ok === true
          : response.status < 500 &&
            /^E-(?!BUG)/.test(answer.error?.code ?? '') &&
            answer.error?.message !== '';
      if (!sound) faults.push(`${path}: ${response.status} ${JSON.stringify(answer).slice(0, 200)}`);
    };
    const queue = [...files];
    await Promise.all(
      [1, 2, 3].map(async () => {
        for (let path = queue.pop(); path !== undefined; path = queue.pop()) await one(path);
      }),
    );
    expect(faults).toEqual([]);
    expect((await served.ask('/api/health')).status).toBe(200);
  },
  180_000,
);

function walk(at: string): string[] {
  return readdirSync(at).flatMap((name) => {
    const path = join(at, name);
    return statSync(path).isDirectory() ? walk(path) : [path];
  });
}
