/** The part of JSON Schema that the settings use. */
export interface Schema {
  readonly type?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly enum?: readonly (string | number)[];
  readonly properties?: Readonly<Record<string, Schema>>;
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
}

/** Keys of a schema as fields, groups opened; lists and free groups are written as JSON. */
export function fieldsOf(schema: Schema, path: readonly string[] = []): readonly Field[] {
  if (schema.properties !== undefined)
    return Object.entries(schema.properties).flatMap(([key, one]) => fieldsOf(one, [...path, key]));
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
  return [{ path, schema, kind }];
}

/** The value at a path; undefined where it is not set. */
export function valueAt(settings: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined),
    settings,
  );
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
