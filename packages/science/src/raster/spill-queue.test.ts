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
