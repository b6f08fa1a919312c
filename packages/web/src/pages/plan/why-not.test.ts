import type { UnitAlternative } from '@aftermine/science/plan';
import { expect, test } from 'vitest';
import { whyNot } from './why-not.ts';

function option(
  more: Partial<UnitAlternative> & { readonly ecology?: number; readonly publicCost?: number },
): UnitAlternative {
  const { ecology = 1, publicCost = 10, ...rest } = more;
  return {
    state: 'pass',
    value: 1,
    reducedValue: 1,
    outcome: { objectives: { ecology, carbon: 0, livelihood: 0, npv: 0 }, publicCost, concessionCost: 0 },
    ...rest,
  } as unknown as UnitAlternative;
}

test('a closed gate comes before every other reason', () => {
  expect(whyNot(option({ state: 'fail', value: 9, ecology: 9, publicCost: 0 }), option({}))).toBe('gate');
  expect(whyNot(option({ state: 'insufficient' }), null)).toBe('gate');
});

test('what brings less for more money is dominated', () => {
  expect(whyNot(option({ ecology: 0.5, publicCost: 20 }), option({}))).toBe('dominated');
  expect(whyNot(option({ ecology: 0.5, publicCost: 5, value: 0.4 }), option({}))).toBe('less-worth');
});

test('what is worth more but takes scarcer things is too dear', () => {
  expect(whyNot(option({ ecology: 3, publicCost: 90, value: 2, reducedValue: 0.1 }), option({}))).toBe(
    'too-dear',
  );
  expect(whyNot(option({ value: 2, reducedValue: -1 }), null)).toBe('too-dear');
  expect(whyNot(option({ value: 2, reducedValue: 1 }), null)).toBe('left');
});
