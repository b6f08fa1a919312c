import { describe, expect, test } from 'vitest';
import { chance } from '../../base/index.ts';
import type { Measure } from '../library/index.ts';
import { MEASURES } from '../plan-example.fixture.ts';
import { schedulePackage } from './schedule-package.ts';

const task = (id: string, more: Partial<Measure> = {}): Measure => ({ ...MEASURES.reshape, id, ...more });
const times = (measures: readonly Measure[]) =>
  Object.fromEntries(
    schedulePackage(measures).map(({ measure, startMonth, endMonth }) => [measure, [startMonth, endMonth]]),
  );

describe('seasons', () => {
  test('work begins in its season: March is month 2', () => {
    expect(times([task('a', { months: { from: 3, to: 5 } })])).toEqual({ a: [2, 5] });
  });

  test('planting waits for the next spring where earthworks end in summer', () => {
    const earth = task('earth', { months: { from: 3, to: 11 }, durationMonths: 4 });
    expect(times([earth, MEASURES.planting])).toEqual({ earth: [2, 6], planting: [14, 17] });
  });

  test('a season may run over New Year', () => {
    const winter = { from: 11, to: 2 };
    expect(times([task('a', { months: winter })])).toEqual({ a: [0, 3] });
    // January to March is free for `a`; `b` comes after March and waits for November.
    expect(
      times([task('a', { months: { from: 1, to: 1 } }), task('b', { months: winter, after: ['a'] })]),
    ).toEqual({ a: [0, 3], b: [10, 13] });
    const december = task('c', { months: { from: 12, to: 12 }, durationMonths: 1 });
    expect(times([december, task('d', { months: winter, after: ['c'] })])).toEqual({
      c: [11, 12],
      d: [12, 15],
    });
  });
});

describe('order', () => {
  test('families follow each other; `after` orders within one and against it', () => {
    const survey = task('survey', { family: 'management', durationMonths: 1 });
    const cap = task('cap', { family: 'contamination', after: ['earth'], durationMonths: 1 });
    const earth = task('earth', { durationMonths: 1 });
    const [drain, soil] = [
      task('drain', { family: 'drainage', durationMonths: 1 }),
      task('soil', { family: 'soil', durationMonths: 1 }),
    ];
    const tasks = schedulePackage([soil, drain, cap, earth, survey]);
    expect(tasks.map(({ measure }) => measure)).toEqual(['survey', 'earth', 'cap', 'drain', 'soil']);
    expect(tasks.find(({ measure }) => measure === 'cap')!.after).toEqual(['earth']);
  });

  test('`after` of measures that the package does not have is no matter', () => {
    expect(times([task('a', { after: ['nowhere'] })])).toEqual({ a: [0, 3] });
  });

  test('measures that wait for each other are refused', () => {
    const circle = [task('a', { after: ['b'] }), task('b', { after: ['a'] })];
    expect(() => schedulePackage(circle)).toThrow(expect.objectContaining({ code: 'E-PLN-301' }));
  });
});

test('property: nothing begins before what it waits for ends, all begin in season, and the order of the input is no matter', () => {
  const random = chance(3).uniform;
  const families = [
    'management',
    'contamination',
    'earthworks',
    'drainage',
    'soil',
    'water',
    'vegetation',
  ] as const;
  for (let n = 0; n < 200; n += 1) {
    const measures = Array.from({ length: 5 }, (_, i) =>
      task(`m${i}`, {
        family: families[Math.floor(random() * 7)]!,
        months: { from: 1 + Math.floor(random() * 12), to: 1 + Math.floor(random() * 12) },
        durationMonths: 1 + Math.floor(random() * 20) / 2,
        after: Array.from({ length: i }, (_, k) => `m${k}`).filter(() => random() < 0.3),
      }),
    );
    const tasks = schedulePackage(measures);
    const by = new Map(tasks.map((one) => [one.measure, one]));
    for (const {
      id,
      after,
      months: { from, to },
    } of measures) {
      const { startMonth } = by.get(id)!;
      for (const before of after) expect(startMonth).toBeGreaterThanOrEqual(by.get(before)!.endMonth);
      const month = (Math.floor(startMonth) % 12) + 1;
      expect(from <= to ? month >= from && month <= to : month >= from || month <= to).toBe(true);
    }
    expect(schedulePackage([...measures].reverse())).toEqual(tasks);
  }
});
