/** A JSON schema as OpenAPI 3.1 writes it, as far as ours do. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

/** Numbers from 0 to 1 by a seed. */
export function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return ((z ^ (z >>> 15)) >>> 0) / 2 ** 32;
  };
}

export function pick<T>(random: () => number, values: readonly T[]): T {
  return values[Math.floor(random() * values.length)]!;
}

/** Texts that were trouble to somebody. */
export const TEXTS: readonly string[] = [
  '',
  ' ',
  '0',
  '-1',
  '1e999',
  'NaN',
  '../../etc/passwd',
  '..',
  '/',
  'C:\\x',
  'a\0b',
  '\ud800',
  "' OR 1=1 --",
  '<script>alert(1)</script>',
  '%{7}',
  '--output=/tmp/x',
  '-C',
  'upload:../../x',
  'upload:7d1f0e9a-0000-4000-8000-000000000000',
  '__proto__',
  'constructor',
  '北山',
  '🌱'.repeat(40),
  'x'.repeat(60_000),
  '2031-02-30',
  'EPSG:999999',
  'mine',
  'other',
];

/** Anything but what was asked for. */
export function junk(random: () => number): unknown {
  return pick<unknown>(random, [
    null,
    true,
    0,
    -1,
    1e308,
    0.1,
    2 ** 53,
    [],
    {},
    [[[[[[[[]]]]]]]],
    { a: { b: { c: [1, null, 'x'] } } },
    JSON.parse('{"__proto__": {"polluted": true}, "constructor": 1}'),
    Array(500).fill('x'),
    pick(random, TEXTS),
  ]);
}

/** A value of a schema, spoilt here and there with probability `spoil`. */
export function madeOf(schema: Schema, random: () => number, spoil: number): unknown {
  if (random() < spoil) return junk(random);
  const options = schema.anyOf ?? schema.oneOf;
  if (options !== undefined) return madeOf(pick(random, options), random, spoil);
  if (schema.enum !== undefined) return pick(random, schema.enum);
  if (schema.const !== undefined) return schema.const;
  const type = typeof schema.type === 'string' ? schema.type : schema.type?.[0];
  if (type === 'object' || schema.properties !== undefined) {
    const made: Record<string, unknown> = {};
    for (const [key, one] of Object.entries(schema.properties ?? {}))
      if (schema.required?.includes(key) ? random() > spoil / 2 : random() < 0.5)
        made[key] = madeOf(one, random, spoil);
    if (typeof schema.additionalProperties === 'object' && random() < 0.5)
      made[pick(random, ['by', 'note', 'force', 'set', 'year', ...TEXTS.slice(0, 20)])] = madeOf(
        schema.additionalProperties,
        random,
        spoil,
      );
    if (random() < spoil) made[pick(random, TEXTS.slice(0, 20))] = junk(random);
    return made;
  }
  if (type === 'array')
    return Array.from({ length: Math.floor(random() * 4) }, () => madeOf(schema.items ?? {}, random, spoil));
  if (type === 'number' || type === 'integer') return Math.round(random() * 3000);
  if (type === 'boolean') return random() < 0.5;
  return random() < 0.5 ? pick(random, TEXTS) : 'x';
}
