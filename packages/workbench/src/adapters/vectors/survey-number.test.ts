import { expect, test } from 'vitest';
import { surveyNumber } from './survey-number.ts';

test('decimal numbers are read with plain and with full-width digits', () => {
  expect(surveyNumber(' 3331286.79 ')).toBe(3331286.79);
  expect(surveyNumber('３８４５５９６４．６３')).toBe(38455964.63);
  expect(surveyNumber('-.5')).toBe(-0.5);
});

test('degrees, minutes and seconds come out as decimal degrees in every common spelling', () => {
  const degrees = 113 + 25 / 60 + 30.6 / 3600;
  for (const text of [
    '113°25′30.6″',
    '113°25\'30.6"',
    '113度25分30.6秒',
    '113-25-30.6',
    '113:25:30.6',
    '113 25 30.6',
    'E113°25′30.6″',
    '113°25′30.6″E',
    '１１３°２５′３０．６″',
  ])
    expect(surveyNumber(text), text).toBeCloseTo(degrees, 12);
  expect(surveyNumber("113°25.51'")).toBeCloseTo(degrees, 12);
  expect(surveyNumber('33°30′S')).toBe(-33.5);
  expect(surveyNumber('-0°30′')).toBe(-0.5);
  expect(surveyNumber('113.4°')).toBe(113.4);
});

test('what is no coordinate gives null', () => {
  for (const text of ['', 'J1', '113°60′', '113°25′61″', '1,2', '12abc', '1e999', '--5', 'NaN', 'Infinity'])
    expect(surveyNumber(text), text).toBeNull();
});
