import { expect, test } from 'vitest';
import { Turns } from './turns.ts';

test('what concerns the same thing happens in its order, what concerns others does not wait', async () => {
  const turns = new Turns();
  const told: string[] = [];
  let open = (): void => {};
  const first = turns.take('a', async () => {
    await new Promise<void>((resolve) => {
      open = resolve;
    });
    told.push('a1');
    throw new Error('lost');
  });
  const second = turns.take('a', async () => told.push('a2'));
  await turns.take('b', async () => told.push('b'));
  open();
  await expect(first).rejects.toThrow('lost');
  await second;
  expect(told).toEqual(['b', 'a1', 'a2']);
});
