import type { Context } from 'hono';
import type { Envelope } from './envelope.ts';
import { statusOf } from './problem-answer.ts';

/** What a command printed, as an answer: its envelope and its line, or its error with the status that belongs to it. */
export function answerEnvelope(c: Context, envelope: Envelope, line: string): Response {
  if (envelope.ok) return c.json({ envelope, line });
  return c.json({ ok: false, error: envelope.error, line }, statusOf(envelope.error));
}
