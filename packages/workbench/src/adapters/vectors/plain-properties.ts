import type { Feature } from '@aftermine/science/site';
import type { Tally } from './tally.ts';

/** Names that would reach an object's prototype when somebody assigns by key. */
const POISONED = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Properties of a feature as plain values: text, numbers, booleans, null; nested values as JSON text. Names
 * that could change a prototype are left out and counted.
 */
export function plainProperties(value: unknown, tally: Tally): Feature['properties'] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  const entries: [string, string | number | boolean | null][] = [];
  for (const [name, inner] of Object.entries(value)) {
    if (POISONED.has(name)) tally.count('vector.property-left-out');
    else if (inner === null || typeof inner === 'string' || typeof inner === 'boolean')
      entries.push([name, inner]);
    else if (typeof inner === 'number') entries.push([name, Number.isFinite(inner) ? inner : null]);
    else entries.push([name, JSON.stringify(inner) ?? null]);
  }
  return Object.fromEntries(entries);
}
