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

/** Makes a non-answer. */
export function unknown(reason: string, params?: Readonly<Record<string, MessageParam>>): Unknown {
  return params === undefined ? { kind: 'unknown', reason } : { kind: 'unknown', reason, params };
}

/** True when a result is a non-answer rather than a value. */
export function isUnknown(value: unknown): value is Unknown {
  return typeof value === 'object' && value !== null && (value as { kind?: unknown }).kind === 'unknown';
}
