import { expect, test } from 'vitest';
import { chance, seedOf } from '../../base/index.ts';
import { agreementInterval } from './agreement-interval.ts';
import { krippendorffAlpha, type MeasurementLevel } from './krippendorff-alpha.ts';

/** The standard test data: four raters, twelve units, dots not rated. */
const raters = ['123321412...', '1233224125.3', '.3332342251.', '12332441251.'];
const standard = Array.from({ length: 12 }, (_, unit) =>
  raters.map((row) => {
    const mark = row[unit]!;
    return mark === '.' ? null : Number(mark);
  }),
);
const LEVELS: readonly MeasurementLevel[] = ['nominal', 'ordinal', 'interval', 'ratio'];

test('the standard test data: nominal .743, ordinal .815, interval .849, ratio .797', () => {
  expect(LEVELS.map((level) => (krippendorffAlpha(standard, level) as number).toFixed(3))).toEqual([
    '0.743',
    '0.815',
    '0.849',
    '0.797',
  ]);
});

test('by hand: two raters, units aa, ab, bb: coincidences 2, 1, 1, 2: alpha = 1 - 5 x 2 / 18', () => {
  const units = [
    ['a', 'a'],
    ['a', 'b'],
    ['b', 'b'],
  ];
  expect(krippendorffAlpha(units, 'nominal')).toBeCloseTo(1 - (5 * 2) / 18, 12);
});

test('any ratings: the order of units and of raters does not matter, nor do units rated once', () => {
  const { uniform } = chance(seedOf(16, 'alpha'));
  const shuffle = <T>(values: readonly T[]): T[] =>
    values
      .map((value) => ({ value, key: uniform() }))
      .sort((a, b) => a.key - b.key)
      .map(({ value }) => value);
  for (let round = 0; round < 30; round += 1) {
    const units = Array.from({ length: 15 }, () =>
      Array.from({ length: 4 }, () => (uniform() < 0.2 ? null : Math.floor(4 * uniform()))),
    );
    const mixed = [...shuffle(units.map(shuffle)), [3, null, null, null], [null]];
    for (const level of LEVELS)
      expect(krippendorffAlpha(mixed, level)).toBeCloseTo(krippendorffAlpha(units, level) as number, 12);
  }
});

test('levels know what they may: names change nothing for nominal, shift and scale nothing for interval, scale nothing for ratio', () => {
  const map = (change: (value: number) => number | string): (number | string | null)[][] =>
    standard.map((unit) => unit.map((value) => (value === null ? null : change(value))));
  const same = (level: MeasurementLevel, change: (value: number) => number | string): void => {
    expect(krippendorffAlpha(map(change), level)).toBeCloseTo(
      krippendorffAlpha(standard, level) as number,
      12,
    );
  };
  same('nominal', (value) => 'edcba'[value - 1]!);
  same('ordinal', (value) => value ** 3);
  same('interval', (value) => 100 - 7 * value);
  same('ratio', (value) => 7 * value);
});

test('1 when raters always agree, and below 0 when they always differ', () => {
  const agree = [
    [1, 1],
    [2, 2],
    [5, 5],
  ];
  for (const level of LEVELS) expect(krippendorffAlpha(agree, level)).toBe(1);
  expect(
    krippendorffAlpha(
      [
        [1, 2],
        [2, 1],
      ],
      'nominal',
    ),
  ).toBeLessThan(0);
});

test('non-answers and misuse', () => {
  expect(
    krippendorffAlpha(
      [
        [1, null],
        [null, 2],
      ],
      'nominal',
    ),
  ).toMatchObject({ reason: 'nothing-rated-twice' });
  expect(
    krippendorffAlpha(
      [
        [1, 1],
        [1, 1],
      ],
      'nominal',
    ),
  ).toMatchObject({ reason: 'one-category-only' });
  expect(() => krippendorffAlpha([[1, 'a']], 'ordinal')).toThrow('E-SCR-008');
  expect(() => krippendorffAlpha([[1, -2]], 'ratio')).toThrow('E-SCR-008');
  expect(() => krippendorffAlpha([[1, Number.NaN]], 'interval')).toThrow('E-SCR-008');
});

test('the interval holds the value, is the same for the same seed and narrows with more units', () => {
  const alpha = (units: readonly (readonly (number | null)[])[]) => krippendorffAlpha(units, 'nominal');
  const few = agreementInterval(standard, alpha);
  const many = agreementInterval(Array.from({ length: 8 }, () => standard).flat(), alpha);
  if ('kind' in few || 'kind' in many) throw new Error('no interval');
  expect(few.low).toBeLessThan(0.743);
  expect(few.high).toBeGreaterThan(0.743);
  expect(many.high - many.low).toBeLessThan((few.high - few.low) / 2);
  expect(agreementInterval(standard, alpha)).toEqual(few);
  expect(agreementInterval(standard.slice(0, 9), alpha)).toMatchObject({ reason: 'too-few-units' });
});
