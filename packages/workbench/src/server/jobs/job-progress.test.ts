import { expect, test } from 'vitest';
import { etaOf, hear, type Told, WHOLE } from './job-progress.ts';

const START: Told = { progress: 0, stage: null, done: null, total: null, log: [], span: WHOLE };
const hearAll = (lines: readonly (object | string)[]): Told =>
  lines.reduce<Told>(
    (told, line) => hear(told, typeof line === 'string' ? line : JSON.stringify(line), 'en'),
    START,
  );
const step = (index: number, count: number, span?: readonly [number, number]): object => ({
  event: 'step',
  step: 'series',
  index,
  count,
  ...(span === undefined ? {} : { span }),
});
const progress = (done: number, total: number): object => ({
  event: 'progress',
  step: 'series',
  done,
  total,
  etaS: null,
});

test('the share done is (k - 1 + done / total) / n of stage k of n', () => {
  expect(hearAll([step(1, 4)]).progress).toBe(0);
  expect(hearAll([step(3, 4), progress(1, 2)])).toMatchObject({
    progress: 62.5,
    stage: { step: 'series', index: 3, count: 4 },
    done: 1,
    total: 2,
  });
  expect(hearAll([progress(30, 120)]).progress).toBe(25);
});

test('within a part of the whole it is that part', () => {
  expect(hearAll([step(1, 2, [0.6, 0.8]), progress(1, 2)]).progress).toBe(65);
});

test('where a command has parts, they are the stages of the job: the count stays, and inner stages move within', () => {
  const part = (index: number, count: number, span: readonly [number, number], k: number): object => ({
    ...(step(index, count, span) as object),
    part: [k, 8],
  });
  const first = hearAll([part(1, 1, [0, 0.25], 1), progress(3, 4)]);
  expect(first).toMatchObject({ progress: 18.8, stage: { index: 1, count: 8 } });
  const second = hearAll([part(9, 9, [0.25, 0.5], 2), part(1, 2, [0.5, 0.6], 3), progress(1, 2)]);
  expect(second).toMatchObject({ progress: 52.5, stage: { step: 'series', index: 3, count: 8 }, done: 1 });
  expect(second.log).toEqual([expect.stringMatching(/^\[2\/8\]/), expect.stringMatching(/^\[3\/8\]/)]);
});

test('it never decreases, whatever is told, and only the end says 100', () => {
  let told = START;
  let state = 7;
  const random = (): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state / 2 ** 32;
  };
  for (let i = 0; i < 500; i += 1) {
    const line =
      random() < 0.3
        ? step(Math.floor(random() * 9) - 1, Math.floor(random() * 7), [random(), random()])
        : progress(Math.floor(random() * 20), Math.floor(random() * 15));
    const next = hear(told, JSON.stringify(line), 'en');
    expect(next.progress).toBeGreaterThanOrEqual(told.progress);
    expect(next.progress).toBeLessThanOrEqual(99);
    told = next;
  }
});

test('what is no event is a line of the log, which keeps its end', () => {
  const told = hearAll(['{"half": ', 'E-PRJ-001: nothing here', '', ...Array(300).fill('again'), 'last']);
  expect(told.log).toHaveLength(200);
  expect(told.log.at(-1)).toBe('last');
  expect(told.progress).toBe(0);
});

test('the time left follows from the time taken, and is not told before a tenth is done', () => {
  expect(etaOf(60_000, 0, 5)).toBe(null);
  expect(etaOf(60_000, 0, 25)).toBe(180);
  // Begun again at half: what was there before says nothing about the pace.
  expect(etaOf(60_000, 50, 55)).toBe(null);
  expect(etaOf(60_000, 50, 75)).toBe(60);
});
