import { expect, test } from 'vitest';
import { SpillQueue } from './spill-queue.ts';

test('the lowest comes first, in any mixture of pushes and pops', () => {
  let state = 9;
  const random = (): number => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
  const queue = new SpillQueue();
  const levels = Float32Array.from({ length: 3000 }, () => Math.floor(3000 * random()) - 1500);
  const waiting: number[] = [];
  let next = 0;
  while (next < levels.length || queue.size > 0) {
    if (next < levels.length && (queue.size === 0 || random() < 0.6)) {
      queue.push(levels[next]!, next);
      waiting.push(levels[next]!);
      next += 1;
    } else {
      const lowest = Math.min(...waiting);
      expect(levels[queue.pop()]).toBe(lowest);
      waiting.splice(waiting.indexOf(lowest), 1);
    }
  }
  expect(waiting).toEqual([]);
});

test('a queue takes over all of another, which is empty then', () => {
  const [queue, other] = [new SpillQueue(2), new SpillQueue(2)];
  for (const level of [5, 1, 4]) queue.push(level, level);
  for (const level of [3, 0, 2, 6]) other.push(level, level);
  queue.takeAll(other);
  expect(other.size).toBe(0);
  expect(Array.from({ length: 7 }, () => queue.pop())).toEqual([0, 1, 2, 3, 4, 5, 6]);
});
