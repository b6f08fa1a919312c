import { expect, test } from 'vitest';
import { fieldsOf, readTyped, valueAt } from './schema-fields.ts';

test('groups are opened into fields, lists are written as JSON', () => {
  const fields = fieldsOf({
    properties: {
      name: { type: 'string' },
      plan: { properties: { years: { type: 'integer' }, funds: { type: 'array' }, mode: { enum: ['a'] } } },
    },
  });
  expect(fields.map(({ path, kind }) => `${path.join('.')} ${kind}`)).toEqual([
    'name text',
    'plan.years number',
    'plan.funds json',
    'plan.mode choice',
  ]);
});

test('what does not fit is told before it is sent', () => {
  const number = { kind: 'number', schema: { type: 'integer', minimum: 1, maximum: 50 } } as const;
  expect(readTyped('7', number)).toEqual({ value: 7 });
  expect(readTyped('7.5', number)).toEqual({ fault: 'integer' });
  expect(readTyped('51', number)).toEqual({ fault: 'range' });
  expect(readTyped('', number)).toEqual({ fault: 'number' });
  expect(readTyped('[1', { kind: 'json', schema: {} })).toEqual({ fault: 'json' });
  expect(readTyped('6-1', { kind: 'text', schema: { pattern: '^\\d{2}-\\d{2}$' } })).toEqual({
    fault: 'pattern',
  });
});

test('a path that is not set is undefined, through whatever lies on the way', () => {
  expect(valueAt({ a: { b: 2 } }, ['a', 'b'])).toBe(2);
  expect(valueAt({ a: 1 }, ['a', 'b', 'c'])).toBeUndefined();
});
