import { expect, test } from 'vitest';
import { fieldsOf, isFound, isRemovable, kindOf, plainSchema, valueAt } from './schema-fields.ts';

test('groups are opened into fields, and each field knows how it is edited', () => {
  const fields = fieldsOf(
    {
      properties: {
        name: { type: 'string' },
        plan: {
          title: 'Plan',
          properties: {
            years: { type: 'integer' },
            funds: { type: 'array', items: { type: 'string' } },
            mode: { enum: ['a'] },
            weights: { type: 'object', additionalProperties: { type: 'number' } },
            budget: {
              anyOf: [{ type: 'number' }, { type: 'object', additionalProperties: { type: 'number' } }],
            },
          },
        },
      },
    },
    {},
  );
  expect(fields.map(({ path, schema, groups }) => `${path.join('.')} ${kindOf(schema)} ${groups}`)).toEqual([
    'name text ',
    'plan.years number Plan',
    'plan.funds list Plan',
    'plan.mode choice Plan',
    'plan.weights table Plan',
    'plan.budget ways Plan',
  ]);
});

test('a union of constants is a choice, and that a number may be null leaves a number', () => {
  expect(plainSchema({ anyOf: [{ const: 128 }, { const: 256 }] }).enum).toEqual([128, 256]);
  expect(kindOf({ anyOf: [{ type: 'number', exclusiveMinimum: 0 }, { type: 'null' }] })).toBe('number');
  expect(kindOf({ type: ['number', 'null'] })).toBe('number');
});

test('keys that only make sense together stay one field: two are needed, or one that is not stated yet', () => {
  const schema = {
    properties: {
      season: { required: ['from', 'to'], properties: { from: { type: 'string' }, to: { type: 'string' } } },
      topsoil: {
        required: ['stockM3'],
        properties: { stockM3: { type: 'number' }, haulKm: { type: 'number' } },
      },
    },
  };
  const paths = (settings: unknown) => fieldsOf(schema, settings).map(({ path }) => path.join('.'));
  expect(paths({ season: { from: '06-01', to: '09-30' } })).toEqual(['season', 'topsoil']);
  expect(paths({ topsoil: { stockM3: 1 } })).toEqual(['season', 'topsoil.stockM3', 'topsoil.haulKm']);
});

test('what goes for a default is the key, or the group that needs it; what a project needs stays', () => {
  const fields = fieldsOf(
    {
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
    },
    { plan: { topsoil: { stockM3: 1 } } },
  );
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

test('a field is found by its key, its name, its sentence, and by what its rows hold', () => {
  const [field] = fieldsOf(
    {
      properties: {
        funds: {
          title: 'Funds',
          type: 'array',
          items: { properties: { name: { title: 'Name of the fund', type: 'string' } }, required: [] },
        },
      },
    },
    {},
  );
  for (const words of ['funds', 'FUND', 'name of']) expect(isFound(field!, words)).toBe(true);
  expect(isFound(field!, 'water')).toBe(false);
});

test('a path that is not set is undefined, through whatever lies on the way', () => {
  expect(valueAt({ a: { b: 2 } }, ['a', 'b'])).toBe(2);
  expect(valueAt({ a: 1 }, ['a', 'b', 'c'])).toBeUndefined();
});
