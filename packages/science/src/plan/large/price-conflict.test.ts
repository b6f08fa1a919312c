import { expect, test } from 'vitest';
import { parseAllocation } from '../allocation/index.ts';
import { sourceOfInstance } from './allocation-source.ts';
import { largeOfColumns } from './large-of-columns.ts';
import { priceConflict } from './price-conflict.ts';
import { solveLarge } from './solve-large.ts';

/** Ten units of one hectare each; water for three, a floor of `floor` hectares, money that is no matter. */
const source = (floor: number, mandatory: readonly string[] = []) =>
  sourceOfInstance(
    parseAllocation(
      {
        format: 'aftermine-allocation/1',
        options: Array.from({ length: 10 }, (_, i) => ({
          unit: `U${i}`,
          package: 'field',
          year: 2025,
          value: 1,
          use: { water: 1, land: 1, money: 1 },
        })),
        rows: [
          { id: 'water', sense: '<=', limit: 3 },
          { id: 'money', sense: '<=', limit: 1000 },
          { id: 'land', sense: '>=', limit: floor },
        ],
        mandatory,
      },
      'test',
    ),
  );

test('rows that cannot be met together are named, those that are no matter are not', () => {
  const both = source(8);
  const large = largeOfColumns(both.frame, both.columns);
  const { status, prices } = solveLarge(large.problem);
  expect(status).toBe('infeasible');
  expect(priceConflict(both, large, prices)).toEqual({
    conflict: [
      { kind: 'row', id: 'water' },
      { kind: 'row', id: 'land' },
    ],
    unproven: true,
    relax: [],
  });
});

test('units that must be treated are named with the row that has no room for them', () => {
  const duties = source(0, ['U0', 'U1', 'U2', 'U3', 'U4']);
  const large = largeOfColumns(duties.frame, duties.columns);
  const { status, prices } = solveLarge(large.problem);
  expect(status).toBe('infeasible');
  const { conflict } = priceConflict(duties, large, prices);
  expect(conflict!.filter(({ kind }) => kind === 'row')).toEqual([{ kind: 'row', id: 'water' }]);
  expect(conflict!.filter(({ kind }) => kind === 'mandatory').map(({ id }) => id)).toEqual([
    'U0',
    'U1',
    'U2',
    'U3',
    'U4',
  ]);
});
