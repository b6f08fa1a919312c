/** The part of JSON Schema that the settings use. */
export interface Schema {
  readonly type?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly enum?: readonly (string | number)[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly minLength?: number;
  readonly pattern?: string;
}

/** One key of the settings as a field of a form. */
export interface Field {
  readonly path: readonly string[];
  readonly schema: Schema;
  readonly kind: 'text' | 'number' | 'flag' | 'choice' | 'json';
  /** What can go from the file so that the default, or nothing, holds: the key or the group that needs it; null where neither may. */
  readonly removes: readonly string[] | null;
}

/** Keys of a schema as fields, groups opened; lists and free groups are written as JSON. */
export function fieldsOf(
  schema: Schema,
  path: readonly string[] = [],
  removes: readonly string[] | null = null,
): readonly Field[] {
  if (schema.properties !== undefined)
    return Object.entries(schema.properties).flatMap(([key, one]) => {
      const inner = [...path, key];
      return fieldsOf(one, inner, schema.required?.includes(key) === true ? removes : inner);
    });
  const kind =
    schema.enum !== undefined
      ? 'choice'
      : schema.type === 'number' || schema.type === 'integer'
        ? 'number'
        : schema.type === 'boolean'
          ? 'flag'
          : schema.type === 'string'
            ? 'text'
            : 'json';
  return [{ path, schema, kind, removes }];
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

/** A value as it is typed. */
export function typedOf(value: unknown, kind: Field['kind']): string {
  if (value === undefined || value === null) return '';
  return kind === 'json' ? JSON.stringify(value) : String(value);
}

export type Fault = 'number' | 'integer' | 'range' | 'empty' | 'pattern' | 'json';

/** What was typed as a value, or what is wrong with it, told while typing. */
export function readTyped(
  text: string,
  { schema, kind }: Pick<Field, 'schema' | 'kind'>,
): { readonly value: unknown } | { readonly fault: Fault } {
  if (kind === 'flag') return { value: text === 'true' };
  if (kind === 'number') {
    const value = Number(text);
    if (text.trim() === '' || !Number.isFinite(value)) return { fault: 'number' };
    if (schema.type === 'integer' && !Number.isInteger(value)) return { fault: 'integer' };
    const isOutside =
      value < (schema.minimum ?? -Infinity) ||
      value > (schema.maximum ?? Infinity) ||
      value <= (schema.exclusiveMinimum ?? -Infinity) ||
      value >= (schema.exclusiveMaximum ?? Infinity);
    return isOutside ? { fault: 'range' } : { value };
  }
  if (kind === 'json') {
    try {
      return { value: JSON.parse(text) as unknown };
    } catch {
      return { fault: 'json' };
    }
  }
  if (text.length < (schema.minLength ?? 1)) return { fault: 'empty' };
  if (schema.pattern !== undefined && !new RegExp(schema.pattern, 'u').test(text))
    return { fault: 'pattern' };
  return { value: text };
}
