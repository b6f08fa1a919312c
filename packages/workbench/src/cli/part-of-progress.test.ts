import { expect, test } from 'vitest';
import type { ProgressEvent } from '../ports/index.ts';
import { partsOfProgress } from './part-of-progress.ts';

test('parts share the whole by their weights, and what is no stage passes as it is', () => {
  const told: ProgressEvent[] = [];
  const part = partsOfProgress({ report: (event) => told.push(event) }, [
    ['observe', 60],
    ['plan', 20],
    ['report', 20],
  ]);
  for (const name of ['observe', 'plan', 'report'] as const)
    part(name).report({ event: 'step', step: name, index: 1, count: 2 });
  part('plan').report({ event: 'progress', step: 'plan', done: 1, total: 2, etaS: null });
  expect(told.map((event) => (event.event === 'step' ? event.span : event.event))).toEqual([
    [0, 0.6],
    [0.6, 0.8],
    [0.8, 1],
    'progress',
  ]);
  expect(told.map((event) => (event.event === 'step' ? event.part : null))).toEqual([
    [1, 3],
    [2, 3],
    [3, 3],
    null,
  ]);
});

test('parts of a part are shares of the whole, and the outermost count is told', () => {
  const told: ProgressEvent[] = [];
  const outer = partsOfProgress({ report: (event) => told.push(event) }, [
    ['make', 50],
    ['run', 50],
  ]);
  const inner = partsOfProgress(outer('run'), [
    ['a', 10],
    ['b', 40],
  ]);
  inner('b').report({ event: 'step', step: 'plan', index: 1, count: 2 });
  expect(told).toEqual([{ event: 'step', step: 'plan', index: 1, count: 2, span: [0.6, 1], part: [2, 2] }]);
});
