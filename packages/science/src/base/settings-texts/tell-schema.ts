import { catalogue, type Language, type Text, type Texts } from '../catalogue/index.ts';
import { gameText } from './game-names.ts';
import { settingChange } from './setting-change.ts';
import type { SettingText } from './setting-text.ts';
import { settingValues } from './setting-values.ts';
import { settingsTexts } from './settings-texts.ts';

/** A node of JSON Schema (draft 2020-12), as far as it is walked here. */
export interface SchemaNode {
  readonly [key: string]: unknown;
}

const texts = settingsTexts as Readonly<Record<string, SettingText>>;
const words: Texts = catalogue;

/** Name, sentence and unit of a setting; undefined where it has none. */
export function settingText(path: string): SettingText | undefined {
  return texts[path] ?? gameText(path, words);
}

/** What a value of a choice is called; undefined where it has no name. */
export function valueName(path: string, value: string): Text | undefined {
  const names = settingValues[path];
  return typeof names === 'string' ? words[`${names}${value}`] : names?.[value];
}

/**
 * The JSON Schema of the settings with its words: `title`, `description`, `x-unit`, `x-changes` (the step to be made anew), `x-names`
 * (of the values of a choice) and `x-keys` (what a row of a table is called by, and the names of the rows where they are given).
 * Whatever has no text stays as it is.
 */
export function tellSchema(schema: SchemaNode, language: Language): SchemaNode {
  return told(schema, [], language);
}

function told(node: SchemaNode, path: readonly string[], language: Language): SchemaNode {
  const key = path.join('.');
  const text = settingText(key);
  const within = (one: unknown, ...step: string[]): SchemaNode =>
    told(one as SchemaNode, [...path, ...step], language);
  const each = (list: unknown, step: string): readonly SchemaNode[] =>
    (list as readonly unknown[]).map((one) => within(one, step));
  const out: Record<string, unknown> = { ...node };
  if (text !== undefined) {
    out['title'] = text.name[language];
    if (text.about !== undefined) out['description'] = text.about[language];
    if (text.unit !== undefined) out['x-unit'] = text.unit[language];
  }
  if (path.length > 0 && !path.includes('*') && text !== undefined) out['x-changes'] = settingChange(path);
  const choices = node['enum'] ?? (typeof node['const'] === 'string' ? [node['const']] : undefined);
  if (choices !== undefined) out['x-names'] = namesOf(choices as readonly unknown[], key, language);
  const { properties, items, prefixItems, additionalProperties, propertyNames, anyOf } = node;
  if (isNode(properties))
    out['properties'] = Object.fromEntries(
      Object.entries(properties).map(([name, one]) => [name, within(one, name)]),
    );
  if (isNode(items)) out['items'] = within(items, '*');
  if (Array.isArray(prefixItems)) out['prefixItems'] = each(prefixItems, '*');
  if (isNode(additionalProperties)) {
    out['additionalProperties'] = within(additionalProperties, '*');
    const keys = settingText(`${key}.#`);
    out['x-keys'] = {
      ...(keys === undefined ? {} : { title: keys.name[language] }),
      'x-names': namesOf(
        ((propertyNames as SchemaNode | undefined)?.['enum'] as readonly unknown[] | undefined) ?? [],
        `${key}.#`,
        language,
      ),
    };
  }
  if (Array.isArray(anyOf))
    out['anyOf'] = anyOf.map((one: SchemaNode) => {
      const way = settingText(`${key}.|${String(one['type'])}`);
      // Every way is a value of the same setting: only its own name differs.
      const { title: _t, description: _d, 'x-unit': _u, 'x-changes': _c, ...rest } = within(one);
      return way === undefined ? rest : { ...rest, title: way.name[language] };
    });
  return out;
}

function namesOf(values: readonly unknown[], path: string, language: Language): Record<string, string> {
  return Object.fromEntries(
    values.flatMap((value) => {
      const name = valueName(path, String(value));
      return name === undefined ? [] : [[String(value), name[language]]];
    }),
  );
}

function isNode(value: unknown): value is SchemaNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
