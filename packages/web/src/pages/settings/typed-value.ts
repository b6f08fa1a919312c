import { kindOf, plainSchema, type Schema } from './schema-fields.ts';

/**
 * A value as it stands in the fields of a form: numbers and choices as they were typed, rows with their own names, and which way of
 * writing was taken. Nothing is lost while it does not fit yet.
 */
export type Typed =
  | { readonly is: 'plain'; readonly text: string }
  | { readonly is: 'list'; readonly items: readonly Typed[] }
  | { readonly is: 'group'; readonly parts: Readonly<Record<string, Typed>> }
  | { readonly is: 'table'; readonly rows: readonly { readonly key: string; readonly value: Typed }[] }
  | { readonly is: 'way'; readonly way: number; readonly value: Typed };

export type FaultKind =
  | 'number'
  | 'integer'
  | 'range'
  | 'over'
  | 'empty'
  | 'pattern'
  | 'few'
  | 'many'
  | 'twice';

/** What is wrong with one field, and what it must lie between. */
export interface Fault {
  readonly kind: FaultKind;
  readonly low: number;
  readonly high: number;
}

/** What was typed as a value, undefined where nothing is stated; and what is wrong, by the place of the field. */
export interface Reading {
  readonly value: unknown;
  readonly faults: Readonly<Record<string, Fault>>;
}

/** A value as it is typed; where there is none, empty fields. */
export function typedOf(value: unknown, given: Schema): Typed {
  const schema = plainSchema(given);
  const { items, prefixItems, properties, additionalProperties, anyOf } = schema;
  switch (kindOf(schema)) {
    case 'ways': {
      const found = anyOf!.findIndex((way) => fits(value, way));
      const way = Math.max(0, found);
      return { is: 'way', way, value: typedOf(found < 0 ? undefined : value, anyOf![way]!) };
    }
    case 'group': {
      const parts = (value ?? {}) as Readonly<Record<string, unknown>>;
      return {
        is: 'group',
        parts: Object.fromEntries(
          Object.entries(properties!).map(([key, one]) => [key, typedOf(parts[key] ?? one.default, one)]),
        ),
      };
    }
    case 'list': {
      const list = Array.isArray(value) ? (value as readonly unknown[]) : [];
      return prefixItems === undefined
        ? { is: 'list', items: list.map((one) => typedOf(one, items!)) }
        : { is: 'list', items: prefixItems.map((one, i) => typedOf(list[i], one)) };
    }
    case 'table':
      return {
        is: 'table',
        rows: Object.entries((value ?? {}) as object).map(([key, one]) => ({
          key,
          value: typedOf(one, additionalProperties as Schema),
        })),
      };
    default:
      return { is: 'plain', text: value === undefined || value === null ? '' : String(value) };
  }
}

/** True where a value is written the way of a schema. */
function fits(value: unknown, way: Schema): boolean {
  if (way.type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  if (way.type === 'array') return Array.isArray(value);
  return way.type === (typeof value === 'number' && way.type === 'integer' ? 'integer' : typeof value);
}

/**
 * What was typed as a value for the file. Keys that hold their default, or nothing, are left out of groups.
 *
 * @param needed false where nothing may be stated: empty fields are no fault then
 * @param at place of the field: indices and keys joined with `/`, the name of a row at `#`
 */
export function readTyped(typed: Typed, given: Schema, needed = true, at = ''): Reading {
  const schema = plainSchema(given);
  const wrong = (kind: FaultKind, low = 0, high = 0): Reading => ({
    value: undefined,
    faults: { [at]: { kind, low, high } },
  });
  if (typed.is === 'way') return readTyped(typed.value, schema.anyOf![typed.way]!, needed, at);
  if (typed.is === 'plain') return readPlain(typed.text, schema, needed, at);
  if (typed.is === 'group') {
    const read = Object.entries(schema.properties!).map(([key, one]) => {
      const isNeeded = schema.required?.includes(key) === true && (needed || isStated(typed));
      return [key, one, readTyped(typed.parts[key]!, one, isNeeded, below(at, key))] as const;
    });
    const held = read.flatMap(([key, one, { value }]) =>
      value === undefined || (!schema.required?.includes(key) && isSame(value, one.default))
        ? []
        : [[key, value] as const],
    );
    const isNothing = held.length === 0 && !needed;
    return {
      value: isNothing ? undefined : Object.fromEntries(held),
      faults: allFaults(read.map(([, , one]) => one)),
    };
  }
  if (typed.is === 'table') {
    const rows = typed.rows.map(({ key, value }, i) => {
      const keys: Schema = schema.propertyNames ?? { type: 'string' };
      const name = readPlain(key.trim(), { minLength: 1, ...keys }, true, below(below(at, String(i)), '#'));
      const isTwice =
        key.trim() !== '' && typed.rows.findIndex((other) => other.key.trim() === key.trim()) < i;
      const told = isTwice
        ? {
            value: undefined,
            faults: { [below(below(at, String(i)), '#')]: { kind: 'twice', low: 0, high: 0 } as Fault },
          }
        : name;
      return {
        told,
        read: readTyped(value, schema.additionalProperties as Schema, true, below(at, String(i))),
      };
    });
    const faults = allFaults(rows.flatMap(({ told, read }) => [told, read]));
    if (rows.length === 0 && !needed) return { value: undefined, faults };
    return {
      value: Object.fromEntries(rows.map(({ told, read }) => [String(told.value), read.value])),
      faults,
    };
  }
  const { items, prefixItems, minItems = 0, maxItems = Infinity } = schema;
  const count = typed.items.length;
  if (count === 0 && !needed) return { value: undefined, faults: {} };
  if (prefixItems === undefined && count < minItems) return wrong('few', minItems);
  if (prefixItems === undefined && count > maxItems) return wrong('many', 0, maxItems);
  const read = typed.items.map((one, i) =>
    readTyped(one, prefixItems === undefined ? items! : prefixItems[i]!, true, below(at, String(i))),
  );
  return { value: read.map(({ value }) => value), faults: allFaults(read) };
}

function readPlain(text: string, given: Schema, needed: boolean, at: string): Reading {
  const schema = plainSchema(given);
  const wrong = (kind: FaultKind, low = 0, high = 0): Reading => ({
    value: undefined,
    faults: { [at]: { kind, low, high } },
  });
  if (text.trim() === '')
    return needed
      ? wrong(kindOf(schema) === 'number' ? 'number' : 'empty')
      : { value: undefined, faults: {} };
  switch (kindOf(schema)) {
    case 'choice': {
      const chosen = schema.enum!.find((one) => String(one) === text);
      return chosen === undefined ? wrong('pattern') : { value: chosen, faults: {} };
    }
    case 'flag':
      return { value: text === 'true', faults: {} };
    case 'number': {
      // The sign as people read it, and as it is copied from a page.
      const value = Number(text.replace('−', '-'));
      if (!Number.isFinite(value)) return wrong('number');
      if (schema.type === 'integer' && !Number.isInteger(value)) return wrong('integer');
      const { minimum = -Infinity, maximum = Infinity } = schema;
      const { exclusiveMinimum = -Infinity, exclusiveMaximum = Infinity } = schema;
      const low = Math.max(minimum, exclusiveMinimum);
      const high = Math.min(maximum, exclusiveMaximum);
      if (value <= exclusiveMinimum) return wrong('over', low, high);
      if (value < minimum || value > maximum || value >= exclusiveMaximum) return wrong('range', low, high);
      return { value, faults: {} };
    }
    default:
      if (text.length < (schema.minLength ?? 0)) return wrong('empty');
      if (schema.pattern !== undefined && !new RegExp(schema.pattern, 'u').test(text))
        return wrong('pattern');
      return { value: text, faults: {} };
  }
}

/** True where anything at all was typed. */
function isStated(typed: Typed): boolean {
  if (typed.is === 'plain') return typed.text.trim() !== '';
  if (typed.is === 'list') return typed.items.length > 0;
  if (typed.is === 'table') return typed.rows.length > 0;
  if (typed.is === 'way') return isStated(typed.value);
  return Object.values(typed.parts).some(isStated);
}

function below(at: string, key: string): string {
  return at === '' ? key : `${at}/${key}`;
}

function allFaults(readings: readonly Reading[]): Reading['faults'] {
  return Object.assign({}, ...readings.map(({ faults }) => faults)) as Reading['faults'];
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
