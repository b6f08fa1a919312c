import {
  type SchemaNode,
  settingsTexts,
  settingText,
  tellSchema,
  valueName,
} from '@aftermine/science/base/settings-texts';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { projectSettingsSchema } from './project-settings.ts';

const schema = z.toJSONSchema(projectSettingsSchema, { io: 'input' }) as SchemaNode;
const HAN = /\p{Script=Han}/u;

/** Paths of a schema as texts name them, and the values of its choices. */
function walk(
  node: SchemaNode,
  path: readonly string[] = [],
): readonly (readonly [string, readonly string[]])[] {
  const inside = (one: unknown, ...step: string[]) => walk(one as SchemaNode, [...path, ...step]);
  const named = (list: unknown): readonly string[] => (Array.isArray(list) ? list.map(String) : []);
  const { properties, items, prefixItems, additionalProperties, propertyNames, anyOf } = node;
  const fixed = typeof node['const'] === 'string' ? [node['const']] : named(node['enum']);
  const isTable = typeof additionalProperties === 'object' && additionalProperties !== null;
  const isList = typeof items === 'object' && items !== null;
  const ways = (anyOf as readonly SchemaNode[] | undefined) ?? [];
  return [
    ...(path.length === 0 ? [] : [[path.join('.'), fixed] as const]),
    ...Object.entries((properties as SchemaNode | undefined) ?? {}).flatMap(([key, one]) => inside(one, key)),
    ...(isList ? inside(items, '*') : []),
    ...(Array.isArray(prefixItems) ? prefixItems.flatMap((one) => inside(one, '*')) : []),
    ...(isTable
      ? [
          [[...path, '#'].join('.'), named((propertyNames as SchemaNode | undefined)?.['enum'])] as const,
          ...inside(additionalProperties, '*'),
        ]
      : []),
    ...ways.flatMap((one) => [
      ...(ways.some(({ type }) => type === 'object')
        ? [[[...path, `|${String(one['type'])}`].join('.'), []] as const]
        : []),
      ...inside(one).filter(([key]) => key !== path.join('.')),
    ]),
  ];
}

const paths = walk(schema);

test('every setting has its name and sentence in both languages, and no text is of a setting that is not there', () => {
  expect(paths.length).toBeGreaterThan(250);
  const bare = paths.filter(([path]) => settingText(path) === undefined).map(([path]) => path);
  expect(bare).toEqual([]);
  const isPart = (path: string): boolean => /(^|\.)([#*]|\|\w+)$/.test(path);
  const silent = paths.filter(([path]) => !isPart(path) && settingText(path)?.about === undefined);
  expect(silent.map(([path]) => path)).toEqual([]);
  const known = new Set(paths.map(([path]) => path));
  expect(Object.keys(settingsTexts).filter((path) => !known.has(path))).toEqual([]);
});

test('every value of a choice has its name', () => {
  const choices = paths.flatMap(([path, values]) => values.map((value) => [path, value] as const));
  expect(choices.length).toBeGreaterThan(80);
  const bare = choices.filter(([path, value]) => valueName(path, value) === undefined);
  expect(bare.map((one) => one.join(' '))).toEqual([]);
});

test('names and sentences are in their language, and a sentence ends as one', () => {
  for (const [path] of paths) {
    const { name, about } = settingText(path)!;
    expect(HAN.test(name.en), path).toBe(false);
    expect(HAN.test(name.zh) || /^[^a-z]*$/.test(name.zh), path).toBe(true);
    if (about === undefined) continue;
    expect(about.en, path).toMatch(/\.$/);
    expect(about.zh, path).toMatch(/。$/);
  }
});

test('the schema is told in either language: name, sentence, unit, choices, rows and what must be made anew', () => {
  const plan = (told: SchemaNode): SchemaNode =>
    ((told['properties'] as SchemaNode)['plan'] as SchemaNode)['properties'] as SchemaNode;
  const zh = plan(tellSchema(schema, 'zh'));
  const en = plan(tellSchema(schema, 'en'));
  expect((zh['years'] as SchemaNode)['title']).toBe('施工年数');
  expect(en['years']).toMatchObject({ title: 'Years of works', 'x-unit': 'years', 'x-changes': 'plan' });
  expect(en['weights']).toMatchObject({
    'x-keys': { title: 'Objective', 'x-names': { npv: 'net present value' } },
  });
  const ways = (en['budget'] as { readonly anyOf: readonly SchemaNode[] }).anyOf;
  expect(ways.map(({ title }) => title)).toEqual(['the same each year', 'by year']);
  expect((en['basicFarmland'] as SchemaNode)['x-names']).toMatchObject({ unknown: 'unknown' });
});
