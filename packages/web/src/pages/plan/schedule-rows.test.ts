import type { PlanResult, ScheduledTask } from '@aftermine/science/plan';
import { expect, test } from 'vitest';
import { csvText, orderedTasks, readyMonth, seasonsIn, spanYears } from './schedule-rows.ts';

const task = (unit: string, startMonth: number, critical = false, measure = 'sow'): ScheduledTask => ({
  unit,
  measure,
  startMonth,
  endMonth: startMonth + 2,
  months: { from: 4, to: 6 },
  after: [],
  critical,
});
const plan = {
  years: 2,
  units: [{ id: 'A' }, { id: 'B' }],
  schedule: [task('B', 0), task('A', 6), task('A', 30, true)],
} as unknown as PlanResult;

const none = (): boolean => false;

test('what holds water comes first, then critical works, however late; each order keeps every task', () => {
  expect(orderedTasks(plan, 'critical', none)[0]).toMatchObject({ unit: 'A', startMonth: 30 });
  const drained = { ...plan, schedule: [...plan.schedule, task('B', 40, false, 'drain')] };
  expect(orderedTasks(drained, 'critical', (measure) => measure === 'drain')[0]).toMatchObject({
    measure: 'drain',
  });
  expect(orderedTasks(plan, 'unit', none).map(({ unit }) => unit)).toEqual(['A', 'A', 'B']);
  expect(orderedTasks(plan, 'time', none).map(({ startMonth }) => startMonth)).toEqual([0, 6, 30]);
});

test('the axis reaches to the end of the last task, and to the end of the programme at least', () => {
  expect(spanYears(plan)).toBe(3);
  expect(spanYears({ ...plan, schedule: [] })).toBe(2);
});

test('a season over New Year is two pieces a year, all year is none', () => {
  expect(seasonsIn({ from: 11, to: 2 }, 12)).toEqual([
    [0, 2],
    [10, 12],
  ]);
  expect(seasonsIn({ from: 4, to: 6 }, 24)).toEqual([
    [3, 6],
    [15, 18],
  ]);
  expect(seasonsIn({ from: 1, to: 12 }, 24)).toEqual([]);
});

test('a task waits for the last of those of its own unit', () => {
  const shape = task('A', 0, false, 'regrade');
  const sow = { ...task('A', 4), after: ['regrade', 'drain'] };
  const elsewhere = task('B', 20, false, 'regrade');
  expect(readyMonth(sow, [shape, sow, elsewhere])).toBe(2);
  expect(readyMonth(shape, [shape, sow])).toBeNull();
});

test('cells are quoted, formulas are text, and the file says that it is UTF-8', () => {
  expect(
    csvText([
      ['名称', 'a,"b"', null, 1.5],
      ['=1+1', '', 0, -2],
    ]),
  ).toBe('\ufeff名称,"a,""b""",,1.5\r\n\'=1+1,,0,-2\r\n');
});
