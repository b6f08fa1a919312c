import { z } from 'zod';

/**
 * An object of a document that people write: `snake_case` and `camelCase` keys mean the same, further keys are let be.
 */
export function looseObject<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.preprocess(camelKeys, z.object(shape));
}

/** A record with every key in camelCase; anything else as it is. */
export function camelKeys(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
      inner,
    ]),
  );
}

/** An id of a list that people write with `_` or `-`: always `-`. */
export function dashed(text: string): string {
  return text.trim().replaceAll('_', '-');
}

/** The first thing a schema found wrong, as the place below and its message. */
export function firstFault(error: z.ZodError): { readonly path: string; readonly message: string } {
  const issue = error.issues[0]!;
  return { path: issue.path.map(String).join('.'), message: issue.message };
}
