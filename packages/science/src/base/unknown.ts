import type { MessageParam } from './errors.ts';

/**
 * Nature's non-answer: a value, never a sentinel number. `reason` is a catalogue key without its `unknown.`
 * prefix (`too-few-clear-looks`), `params` fill its template in either language.
 */
export interface Unknown {
  readonly kind: 'unknown';
  readonly reason: string;
  readonly params?: Readonly<Record<string, MessageParam>>;
}

/** Makes a non-answer; one without parameters is the same object every time, for a large site has millions. */
export function unknown(reason: string, params?: Readonly<Record<string, MessageParam>>): Unknown {
  if (params !== undefined) return { kind: 'unknown', reason, params };
  let shared = plain.get(reason);
  if (shared === undefined) {
    shared = Object.freeze({ kind: 'unknown', reason });
    plain.set(reason, shared);
  }
  return shared;
}

const plain = new Map<string, Unknown>();

/** True when a result is a non-answer rather than a value. */
export function isUnknown(value: unknown): value is Unknown {
  return typeof value === 'object' && value !== null && (value as { kind?: unknown }).kind === 'unknown';
}
