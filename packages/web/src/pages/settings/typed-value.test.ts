import { expect, test } from 'vitest';
import type { Schema } from './schema-fields.ts';
import { tellValue } from './tell-value.ts';
import { readTyped, type Typed, typedOf } from './typed-value.ts';

const year: Schema = { type: 'string', pattern: '^\\d{4}$' };
const amounts: Schema = {
  type: 'object',
  propertyNames: year,
  additionalProperties: { type: 'number', minimum: 0 },
};
const budget: Schema = { anyOf: [{ type: 'number', minimum: 0 }, amounts] };
const funds: Schema = {
  type: 'array',
  maxItems: 2,
  default: [],
  items: {
    type: 'object',
    required: ['id', 'amounts'],
    properties: {
      id: { type: 'string', pattern: '^[a-z]+$' },
      amounts,
      for: {
        type: 'object',
        properties: { damage: { type: 'array', items: { enum: ['pit', 'road'] } } },
      },
      carry: { type: 'boolean', default: true },
    },
  },
};
const clip: Schema = {
  type: 'array',
  prefixItems: [
    { type: 'number', minimum: 0, maximum: 49 },
    { type: 'number', minimum: 51, maximum: 100 },
  ],
};
const text = (one: string): Typed => ({ is: 'plain', text: one });

test('what stands in the file comes back from the fields as it was, whatever its shape', () => {
  const samples: readonly (readonly [unknown, Schema])[] = [
    [5, { type: 'integer' }],
    [-0.1, { type: 'number' }],
    ['U17', { type: 'string' }],
    [true, { type: 'boolean' }],
    [256, { anyOf: [{ const: 128 }, { const: 256 }] }],
    [300_000, budget],
    [{ 2026: 1, 2027: 2 }, budget],
    [[2, 98], clip],
    [
      [
        [1, 5],
        [0.2, 1],
      ],
      { type: 'array', items: { type: 'array', items: { type: 'number' } } },
    ],
    [[], funds],
    [[{ id: 'deposit', amounts: { 2026: 5 }, for: { damage: ['pit'] } }], funds],
    [[{ id: 'deposit', amounts: { 2026: 5 }, carry: false }], funds],
  ];
  for (const [value, schema] of samples)
    expect(readTyped(typedOf(value, schema), schema)).toEqual({ value, faults: {} });
});

test('groups leave out what holds its default or was left empty', () => {
  const value = [{ id: 'deposit', amounts: { 2026: 5 }, for: {}, carry: true }];
  expect(readTyped(typedOf(value, funds), funds).value).toEqual([{ id: 'deposit', amounts: { 2026: 5 } }]);
});

test('a number that is none, has a fraction, lies outside or is missing is told at its field', () => {
  const whole: Schema = { type: 'integer', minimum: 1, maximum: 50 };
  const kind = (typed: string, schema: Schema): string | undefined =>
    readTyped(text(typed), schema).faults['']?.kind;
  expect(readTyped(text('7'), whole).value).toBe(7);
  expect(kind('7.5', whole)).toBe('integer');
  expect(readTyped(text('51'), whole).faults['']).toEqual({ kind: 'range', low: 1, high: 50 });
  expect(kind('seven', whole)).toBe('number');
  expect(kind('', whole)).toBe('number');
  expect(kind('0', { type: 'number', exclusiveMinimum: 0 })).toBe('over');
  expect(readTyped(text('−0.1'), { type: 'number' }).value).toBe(-0.1);
  expect(kind('6-1', { type: 'string', pattern: '^\\d{2}-\\d{2}$' })).toBe('pattern');
});

test('in rows, each fault stands at its own field: the year, the amount, the name, a year given twice', () => {
  const typed: Typed = {
    is: 'list',
    items: [
      {
        is: 'group',
        parts: {
          id: text('Deposit 1'),
          amounts: {
            is: 'table',
            rows: [
              { key: '26', value: text('5') },
              { key: '2027', value: text('-5') },
              { key: '2027', value: text('5') },
            ],
          },
          for: typedOf(undefined, funds.items!.properties!['for']!),
          carry: text('true'),
        },
      },
    ],
  };
  const { faults } = readTyped(typed, funds);
  expect(Object.entries(faults).map(([at, { kind }]) => `${at} ${kind}`)).toEqual([
    '0/id pattern',
    '0/amounts/0/# pattern',
    '0/amounts/1 range',
    '0/amounts/2/# twice',
  ]);
});

test('too few or too many rows are told of the list', () => {
  const three = typedOf(
    ['a', 'b', 'c'].map((id) => ({ id, amounts: {} })),
    funds,
  );
  expect(readTyped(three, funds).faults['']).toEqual({ kind: 'many', low: 0, high: 2 });
  const pair: Schema = { type: 'array', minItems: 2, items: { type: 'string' } };
  expect(readTyped(typedOf(['one'], pair), pair).faults['']?.kind).toBe('few');
});

test('a group that may be left out is none while its fields are empty, and whole once one is typed', () => {
  const schema: Schema = {
    type: 'object',
    properties: {
      climate: { type: 'object', required: ['rain'], properties: { rain: { type: 'number' } } },
    },
  };
  expect(readTyped(typedOf({}, schema), schema)).toEqual({ value: {}, faults: {} });
  expect(readTyped(typedOf({ climate: { rain: 340 } }, schema), schema).value).toEqual({
    climate: { rain: 340 },
  });
});

test('a value is told in words, never as JSON', () => {
  const joints = { comma: ', ', colon: ': ', nothing: 'nothing', yes: 'yes', no: 'no' };
  expect(tellValue({ 2026: 5, 2027: 6 }, budget, joints)).toBe('2026: 5, 2027: 6');
  expect(tellValue([{ id: 'deposit', amounts: { 2026: 5 } }], funds, joints)).toBe(
    '(id: deposit, amounts: 2026: 5)',
  );
  expect(tellValue(undefined, budget, joints)).toBe('nothing');
  expect(tellValue(['pit'], { items: { enum: ['pit'], 'x-names': { pit: 'open pit' } } }, joints)).toBe(
    'open pit',
  );
  expect(tellValue(true, { type: 'boolean' }, joints)).toBe('yes');
});
