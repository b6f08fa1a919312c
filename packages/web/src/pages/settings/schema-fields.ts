/** The part of JSON Schema that the settings use, with the words the server tells in the language of the page. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly title?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly enum?: readonly (string | number)[];
  readonly const?: string | number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly additionalProperties?: Schema | boolean;
  readonly propertyNames?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly minLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly pattern?: string;
  /** Unit of the value. */
  readonly 'x-unit'?: string;
  /** The step that must be made anew after a change. */
  readonly 'x-changes'?: Change;
  /** Names of the values of a choice. */
  readonly 'x-names'?: Readonly<Record<string, string>>;
  /** What a row of a table is called by. */
  readonly 'x-keys'?: { readonly title?: string; readonly 'x-names'?: Readonly<Record<string, string>> };
}

export type Change = 'observe' | 'diagnose' | 'plan' | 'control' | 'nothing';

/** How a value is edited. */
export type Kind = 'text' | 'number' | 'flag' | 'choice' | 'list' | 'group' | 'table' | 'ways';

/** One setting as a field of a form. */
export interface Field {
  readonly path: readonly string[];
  readonly schema: Schema;
  /** Names of the groups it lies in, from the outermost. */
  readonly groups: readonly string[];
  /** What can go from the file so that the default, or nothing, holds: the key or the group that needs it; null where neither may. */
  readonly removes: readonly string[] | null;
}

/** A schema without detours: a union of constants is a choice, and that something may be null is left to its default. */
export function plainSchema(schema: Schema): Schema {
  const { anyOf, ...rest } = schema;
  if (anyOf !== undefined) {
    const ways = anyOf.filter(({ type }) => type !== 'null');
    if (ways.length === 1) return { ...ways[0]!, ...rest };
    const constants = ways.map((one) => one.const);
    if (constants.every((one) => one !== undefined)) return { ...rest, enum: constants };
    return schema;
  }
  if (schema.const !== undefined) return { ...schema, enum: [schema.const] };
  if (typeof schema.type !== 'string' && schema.type !== undefined)
    return { ...schema, type: schema.type.find((one) => one !== 'null')! };
  return schema;
}

/** How a value of a schema is edited. */
export function kindOf(schema: Schema): Kind {
  const {
    anyOf,
    enum: choices,
    properties,
    items,
    prefixItems,
    additionalProperties,
    type,
  } = plainSchema(schema);
  if (anyOf !== undefined) return 'ways';
  if (choices !== undefined) return 'choice';
  if (properties !== undefined) return 'group';
  if (items !== undefined || prefixItems !== undefined) return 'list';
  if (typeof additionalProperties === 'object') return 'table';
  if (type === 'number' || type === 'integer') return 'number';
  return type === 'boolean' ? 'flag' : 'text';
}

/** True for one number, text, choice or yes-or-no; everything else is edited as rows. */
export function isPlain(schema: Schema): boolean {
  return ['text', 'number', 'choice', 'flag'].includes(kindOf(schema));
}

/**
 * Settings of a schema as fields, groups opened. A group stays one field where its keys only make sense together: where it needs two
 * of them, or needs one and is not stated yet.
 */
export function fieldsOf(
  schema: Schema,
  settings: unknown,
  path: readonly string[] = [],
  groups: readonly string[] = [],
  removes: readonly string[] | null = null,
): readonly Field[] {
  const needed = schema.required?.length ?? 0;
  const isOpened =
    path.length === 0 || needed === 0 || (needed === 1 && valueAt(settings, path) !== undefined);
  if (kindOf(schema) !== 'group' || !isOpened) return [{ path, schema, groups, removes }];
  const inside = path.length === 0 ? [] : [...groups, schema.title ?? path.at(-1)!];
  return Object.entries(schema.properties!).flatMap(([key, one]) => {
    const inner = [...path, key];
    return fieldsOf(one, settings, inner, inside, schema.required?.includes(key) === true ? removes : inner);
  });
}

/** The value at a path; undefined where it is not set. */
export function valueAt(settings: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined),
    settings,
  );
}

/** True where something is stated that can be taken away: a value that is not the default. */
export function isRemovable({ path, schema, removes }: Field, settings: unknown): boolean {
  const value = valueAt(settings, path);
  return removes !== null && value !== undefined && JSON.stringify(value) !== JSON.stringify(schema.default);
}

/** True where words are found in the key, the names or the sentence of a field, or of what it holds. */
export function isFound({ path, schema, groups }: Field, words: string): boolean {
  const inside = (one: Schema): readonly string[] => [
    one.title ?? '',
    one.description ?? '',
    ...Object.values(one['x-names'] ?? {}),
    ...Object.entries(one.properties ?? {}).flatMap(([key, part]) => [key, ...inside(part)]),
    ...(one.items === undefined ? [] : inside(one.items)),
    ...(typeof one.additionalProperties === 'object' ? inside(one.additionalProperties) : []),
  ];
  return [path.join('.'), ...groups, ...inside(schema)]
    .join('\n')
    .toLowerCase()
    .includes(words.trim().toLowerCase());
}
