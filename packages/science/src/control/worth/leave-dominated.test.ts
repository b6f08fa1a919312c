import { expect, test } from 'vitest';
import { chance } from '../../base/index.ts';
import type { Programme, ProgrammeOption } from '../../plan/index.ts';
import { leaveDominated } from './leave-dominated.ts';

const ROWS = [
  { id: 'budget:1', sense: '<=', limit: 5 },
  { id: 'budget:2', sense: '<=', limit: 5 },
  { id: 'farmland', sense: '>=', limit: 1 },
] as const;
const PROGRAMME = {
  rows: ROWS,
  carryOver: [['budget:1', 'budget:2']],
  exclusive: [],
} as unknown as Programme;

function option(
  value: number,
  use: Readonly<Record<string, number>>,
  needs: readonly string[] = [],
): ProgrammeOption {
  return { value, use, needs } as unknown as ProgrammeOption;
}
const left = (options: readonly ProgrammeOption[], programme = PROGRAMME): readonly number[] =>
  leaveDominated(options, programme).map((one) => options.indexOf(one));

test('the same for less money, or the same money later where it carries over, makes an option needless', () => {
  expect(left([option(1, { 'budget:1': 3 }), option(1, { 'budget:1': 2 })])).toEqual([1]);
  expect(left([option(1, { 'budget:1': 3 }), option(1, { 'budget:2': 3 })])).toEqual([1]);
  expect(left([option(2, { 'budget:1': 3 }), option(1, { 'budget:2': 3 })])).toEqual([0, 1]);
  const strict = { ...PROGRAMME, carryOver: [] } as Programme;
  expect(left([option(1, { 'budget:1': 3 }), option(1, { 'budget:2': 3 })], strict)).toEqual([0, 1]);
});

test('what adds to a floor, or needs no shared work, is not needless', () => {
  expect(left([option(2, {}), option(1, { farmland: 1 })])).toEqual([0, 1]);
  expect(left([option(2, {}, ['road']), option(1, {})])).toEqual([0, 1]);
});

test('of equals the first stays, and with groups that exclude each other all do', () => {
  const twins = [option(1, { 'budget:1': 3 }), option(1, { 'budget:1': 3 })];
  expect(left(twins)).toEqual([0]);
  const grouped = { ...PROGRAMME, exclusive: [[{ unit: 'A' }, { unit: 'B' }]] } as unknown as Programme;
  expect(left(twins, grouped)).toEqual([0, 1]);
});

test('leaving out never costs anything: the best under any limits is the same, over all random choices', () => {
  const { uniform } = chance(3);
  for (let n = 0; n < 200; n += 1) {
    const options = Array.from({ length: 12 }, () =>
      option(uniform(), {
        'budget:1': Math.round(4 * uniform()),
        'budget:2': Math.round(4 * uniform()),
        farmland: Math.round(2 * uniform()),
      }),
    );
    const [a, b, floor] = [8 * uniform(), 8 * uniform(), 2 * uniform()];
    const best = (of: readonly ProgrammeOption[]): number =>
      Math.max(
        ...of
          .filter(
            ({ use }) =>
              use['budget:1']! <= a &&
              use['budget:1']! + use['budget:2']! <= a + b &&
              use['farmland']! >= floor,
          )
          .map(({ value }) => value),
      );
    expect(best(leaveDominated(options, PROGRAMME))).toBe(best(options));
  }
});
