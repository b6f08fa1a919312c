import { expect, test } from 'vitest';
import { withAxisNumbers } from './axis-numbers.ts';

test('axes of values are labelled as numbers of the page, with a true minus; all others stay as they are', () => {
  const own = { type: 'value', axisLabel: { formatter: '{value} %' } };
  const years = { type: 'category', data: ['2031'] };
  const option = { xAxis: years, yAxis: [{ type: 'value', axisLabel: { color: 'red' } }, own], series: [] };
  const told = withAxisNumbers(option, 'en');
  expect(told.xAxis).toBe(years);
  expect(told.yAxis[1]).toBe(own);
  const { color, formatter } = told.yAxis[0]!.axisLabel as unknown as {
    readonly color: string;
    readonly formatter: (value: number) => string;
  };
  expect(color).toBe('red');
  expect([formatter(-1200), formatter(0.05)]).toEqual(['−1,200', '0.05']);
});
