import { expect, test } from 'vitest';
import { madeRecords } from './made-records.fixture.ts';
import { ScreeningQueue } from './screening-queue.ts';
import { termMatrix } from './term-matrix.ts';

const { texts, labels } = madeRecords(8, 60);
const matrix = termMatrix(texts);

function screen(queue: ScreeningQueue, count: number): number[] {
  return Array.from({ length: count }, () => {
    const [first] = queue.next().next;
    queue.mark(first!.record, labels[first!.record] === true ? 'include' : 'exclude');
    return first!.record;
  });
}

test('a queue that is put away as JSON and taken up again goes on as if it had never stopped', () => {
  const whole = screen(new ScreeningQueue(matrix), 60);
  expect(new Set(whole).size).toBe(60);
  const first = new ScreeningQueue(matrix);
  const begun = screen(first, 25);
  const kept = JSON.parse(JSON.stringify(first.state()));
  const rest = screen(new ScreeningQueue(matrix, kept), 35);
  expect([...begun, ...rest]).toEqual(whole);
});

test('a mark taken back brings the earlier order back', () => {
  const queue = new ScreeningQueue(matrix);
  screen(queue, 30);
  const before = queue.next(30);
  const { record } = before.next[3]!;
  queue.mark(record, 'include');
  expect(queue.next(30).next).toHaveLength(29);
  queue.mark(record, null);
  expect(queue.next(30)).toEqual(before);
});

test('the model is told while the order rests on it', () => {
  const queue = new ScreeningQueue(matrix);
  queue.next();
  expect(queue.model()).toBeNull();
  screen(queue, 30);
  queue.next();
  expect(queue.model()!.weights).toHaveLength(matrix.terms.length + 60);
  queue.setMode('random');
  expect(queue.next().basis).toBe('random');
  expect(queue.model()).toBeNull();
});

test('refuses a record that is not there and a state of another set', () => {
  const queue = new ScreeningQueue(matrix);
  expect(() => queue.mark(60, 'include')).toThrow('E-SCR-003');
  expect(() => queue.mark(-1, 'include')).toThrow('E-SCR-003');
  expect(() => new ScreeningQueue(matrix, { mode: 'random', seed: 0, marks: [null] })).toThrow('E-SCR-001');
});
