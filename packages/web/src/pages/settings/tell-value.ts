import { kindOf, plainSchema, type Schema } from './schema-fields.ts';

/** Words between the parts of a value, in the language of the page. */
export interface Joints {
  readonly comma: string;
  readonly colon: string;
  readonly nothing: string;
  readonly yes: string;
  readonly no: string;
}

/** A value in words: names for choices, rows one after the other; never JSON. */
export function tellValue(value: unknown, given: Schema, joints: Joints): string {
  const schema = plainSchema(given);
  if (value === undefined || value === null) return joints.nothing;
  const pair = (name: string, one: unknown, of: Schema): string =>
    `${name}${joints.colon}${tellValue(one, of, joints)}`;
  const group = (parts: readonly string[], brackets: boolean): string =>
    parts.length === 0
      ? joints.nothing
      : brackets
        ? `(${parts.join(joints.comma)})`
        : parts.join(joints.comma);
  switch (kindOf(schema)) {
    case 'ways': {
      const isTable = typeof value === 'object';
      const way = schema.anyOf!.find(({ type }) => (type === 'object') === isTable) ?? schema.anyOf![0]!;
      return tellValue(value, way, joints);
    }
    case 'flag':
      return value === true ? joints.yes : joints.no;
    case 'choice':
      return schema['x-names']?.[String(value)] ?? String(value);
    case 'list':
      return group(
        (value as readonly unknown[]).map((one, i) => {
          const of = schema.items ?? schema.prefixItems![i]!;
          const text = tellValue(one, of, joints);
          return kindOf(of) === 'list' ? `(${text})` : text;
        }),
        false,
      );
    case 'group':
      return group(
        Object.entries(value).map(([key, one]) =>
          pair(schema.properties?.[key]?.title ?? key, one, schema.properties?.[key] ?? {}),
        ),
        true,
      );
    case 'table':
      return group(
        Object.entries(value).map(([key, one]) =>
          pair(schema['x-keys']?.['x-names']?.[key] ?? key, one, schema.additionalProperties as Schema),
        ),
        false,
      );
    default:
      return typeof value === 'object' ? '…' : String(value);
  }
}
