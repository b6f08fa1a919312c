import { afterEach, expect, test, vi } from 'vitest';
import { Attendants } from '../../packages/workbench/src/server/attendants.ts';

let attendants: Attendants;
afterEach(() => attendants.close());

test('answer each question with what its own command line printed, in the language asked for', async () => {
  attendants = new Attendants(2);
  attendants.warm();
  const nowhere = (name: string): readonly string[] => ['status', `--dir=/nowhere/${name}`, '--json'];
  const names = ['a', 'b', 'c', 'd', 'e'];
  const answers = await Promise.all(names.map((name) => attendants.run(nowhere(name), 'zh')));
  for (const [i, { exitCode, out }] of answers.entries()) {
    expect(exitCode).toBe(3);
    const { error } = JSON.parse(out) as { error: { where: string; message: string } };
    expect(error.where).toBe(`/nowhere/${names[i]}`);
    expect(error.message).toMatch(/\p{Script=Han}/u);
  }
});

test('that take too long are ended, and the next question is answered by another', async () => {
  attendants = new Attendants(1, { longestMs: 1 });
  const late = attendants.run(['doctor', '--json'], 'en');
  await expect(late).rejects.toThrow('E-SRV-022');
  // It was ended with the process that was to answer it; the next has a process of its own.
  await expect(attendants.run(['doctor', '--json'], 'en')).rejects.toThrow('E-SRV-022');
});

test('that rested too long are let go for good, and the next question is answered by a new one', async () => {
  attendants = new Attendants(1, { idleMs: 1 });
  for (let round = 0; round < 2; round += 1) {
    const { out } = await attendants.run(['schema', '--json'], 'en');
    expect((JSON.parse(out) as { ok: boolean }).ok).toBe(true);
    await vi.waitFor(() => expect(attendants.count).toBe(0), { timeout: 10_000 });
  }
});

test('while one is on its way out, a question does not wait for it in vain', async () => {
  attendants = new Attendants(1, { idleMs: 0 });
  await attendants.run(['schema', '--json'], 'en');
  // Its time is up in the same moment in which it is asked: it is replaced, whichever comes first.
  await new Promise((resolve) => setTimeout(resolve, 1));
  const { exitCode } = await attendants.run(['schema', '--json'], 'en');
  expect(exitCode).toBe(0);
});
