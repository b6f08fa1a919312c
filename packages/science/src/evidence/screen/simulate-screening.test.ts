import { expect, test } from 'vitest';
import { madeRecords } from './made-records.fixture.ts';
import { ScreeningQueue } from './screening-queue.ts';
import { simulateScreening } from './simulate-screening.ts';
import { termMatrix } from './term-matrix.ts';

const { texts, labels } = madeRecords(11, 120);

test('every record but the priors is screened once, and the same input gives the same order', () => {
  const first = simulateScreening(texts, labels, [3, 0]);
  expect(first).toMatchObject({ finished: true, unsettled: 0 });
  expect([...first.order].sort((a, b) => a - b)).toEqual(
    Array.from({ length: 120 }, (_, i) => i).filter((i) => i !== 3 && i !== 0),
  );
  expect(simulateScreening(texts, labels, [0, 3])).toEqual(first);
  expect(first.loss).toBeLessThan(0.15);
});

test('the simulation screens in the order in which a queue with the same labels would', () => {
  const { order } = simulateScreening(texts, labels, [3, 0]);
  const queue = new ScreeningQueue(termMatrix(texts));
  queue.mark(3, 'include');
  queue.mark(0, 'exclude');
  const screened = order.map(() => {
    const { record } = queue.next().next[0]!;
    queue.mark(record, labels[record] === true ? 'include' : 'exclude');
    return record;
  });
  expect(screened).toEqual(order);
});

test('progress is told after each record, and an abort keeps what was done', () => {
  const seen: number[] = [];
  const abort = { aborted: false };
  const half = simulateScreening(texts, labels, [3, 0], {
    abort,
    report: ({ screened, total, found }) => {
      expect(total).toBe(118);
      expect(found).toBeLessThanOrEqual(screened);
      seen.push(screened);
      if (screened === 10) abort.aborted = true;
    },
  });
  expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(half.finished).toBe(false);
  expect(half.order).toEqual(simulateScreening(texts, labels, [3, 0]).order.slice(0, 10));
  expect(half.loss).toMatchObject({ kind: 'unknown', reason: 'screening-not-far-enough' });
});

test('records without any text are screened too', () => {
  const blank = simulateScreening(
    ['mine soil', 'trial', '', 'mine spoil', ''],
    [true, false, false, true, false],
    [0, 1],
  );
  expect(blank.order[0]).toBe(3);
  expect(blank.order.slice(1)).toEqual([2, 4]);
});

test('refuses priors of one kind, priors that are no records, and too few labels', () => {
  expect(() => simulateScreening(texts, labels, [0, 1])).toThrow('E-SCR-002');
  expect(() => simulateScreening(texts, labels, [3, 120])).toThrow('E-SCR-003');
  expect(() => simulateScreening(texts, labels, [3, 3])).toThrow('E-SCR-003');
  expect(() => simulateScreening(texts, labels.slice(1), [3, 0])).toThrow('E-SCR-001');
});
