import { z } from 'zod';
import type { MessageParam } from '../../base/index.ts';

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

/** What is wrong with a value of a document; `fault` is a key of the catalogue without `evidence.fault.`. */
export type DocumentFault = Readonly<Record<string, MessageParam>> & { readonly fault: string };

/** The first thing a schema found wrong: the place below, and what it is in words of the catalogue. */
export function firstFault(error: z.ZodError): { readonly path: string; readonly fault: DocumentFault } {
  const issue = error.issues[0]!;
  return { path: issue.path.map(String).join('.'), fault: faultOf(issue) };
}

function faultOf(issue: z.core.$ZodIssue): DocumentFault {
  switch (issue.code) {
    case 'invalid_type':
      return issue.message.endsWith('received undefined')
        ? { fault: 'missing' }
        : { fault: `type-${KINDS.find((kind) => kind === issue.expected) ?? 'other'}` };
    case 'invalid_value':
      return { fault: 'choice', expected: issue.values.map(String).join(', ') };
    case 'invalid_format':
      return { fault: issue.message === NOT_A_NUMBER ? 'type-number' : 'form' };
    case 'too_small':
      return issue.origin === 'number' || issue.origin === 'int'
        ? { fault: 'too-small', least: Number(issue.minimum) }
        : { fault: 'missing' };
    case 'too_big':
      return { fault: 'too-large', most: Number(issue.maximum) };
    case 'invalid_union': {
      // The branch that came furthest says most: text that is no number rather than "a number is expected".
      const nested = issue.errors.flatMap((branch) => branch.slice(0, 1));
      const one = nested.find(({ code }) => code !== 'invalid_type') ?? nested[0];
      return one === undefined ? { fault: 'type-other' } : faultOf(one);
    }
    default:
      return { fault: 'type-other' };
  }
}

const KINDS = ['string', 'number', 'int', 'boolean', 'array', 'object', 'record'] as const;

/** Message of text that is no number, for schemas that read table cells. */
export const NOT_A_NUMBER = 'a number with . for decimals';
