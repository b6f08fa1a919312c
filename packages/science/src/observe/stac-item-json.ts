/** A JSON object of unknown content. */
export type JsonRecord = Readonly<Record<string, unknown>>;

export function isJsonRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object under `key`, or an empty one. */
export function recordAt(from: JsonRecord, key: string): JsonRecord {
  const value = Object.hasOwn(from, key) ? from[key] : undefined;
  return isJsonRecord(value) ? value : {};
}

/** The array under `key`, or an empty one. */
export function arrayAt(from: JsonRecord, key: string): readonly unknown[] {
  const value = Object.hasOwn(from, key) ? from[key] : undefined;
  return Array.isArray(value) ? value : [];
}

/** The text under the first of `keys` that holds one that is not empty, or null. */
export function textAt(from: JsonRecord, ...keys: readonly string[]): string | null {
  for (const key of keys) {
    const value = Object.hasOwn(from, key) ? from[key] : undefined;
    if (typeof value === 'string' && value.trim() !== '') return value;
  }
  return null;
}

/** The finite number under the first of `keys` that holds one, or null. */
export function numberAt(from: JsonRecord, ...keys: readonly string[]): number | null {
  for (const key of keys) {
    const value = Object.hasOwn(from, key) ? from[key] : undefined;
    if (typeof value === 'number' && Number.isFinite(value)) return value;
  }
  return null;
}

/** The truth value under the first of `keys` that holds one, or null. */
export function flagAt(from: JsonRecord, ...keys: readonly string[]): boolean | null {
  for (const key of keys) {
    const value = Object.hasOwn(from, key) ? from[key] : undefined;
    if (typeof value === 'boolean') return value;
  }
  return null;
}
