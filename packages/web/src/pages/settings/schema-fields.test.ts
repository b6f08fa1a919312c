import { expect, test } from 'vitest';
import { fieldsOf, isRemovable, readTyped, valueAt } from './schema-fields.ts';

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

test('what goes for a default is the key, or the group that needs it; what a project needs stays', () => {
  const fields = fieldsOf({
    required: ['name'],
    properties: {
      name: { type: 'string' },
      plan: {
        properties: {
          years: { type: 'integer', default: 5 },
          budget: { type: 'number' },
          topsoil: { required: ['stockM3'], properties: { stockM3: { type: 'number' } } },
        },
      },
    },
  });
  expect(fields.map(({ removes }) => removes?.join('.') ?? null)).toEqual([
    null,
    'plan.years',
    'plan.budget',
    'plan.topsoil',
  ]);
  const stated = (settings: unknown): readonly boolean[] =>
    fields.map((field) => isRemovable(field, settings));
  expect(stated({ name: 'a', plan: { years: 5 } })).toEqual([false, false, false, false]);
  expect(stated({ name: 'a', plan: { years: 6, budget: 0, topsoil: { stockM3: 1 } } })).toEqual([
    false,
    true,
    true,
    true,
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
