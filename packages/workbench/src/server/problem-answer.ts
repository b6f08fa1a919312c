import { AftermineError, type ErrorTag } from '@aftermine/science/base';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Problem } from '../contract/index.ts';
import type { ServerContext } from './context.ts';
import { requestLanguage } from './request-language.ts';

const BY_TAG: Record<ErrorTag, ContentfulStatusCode> = {
  InvalidInput: 400,
  Misaligned: 422,
  NotEnoughData: 422,
  Infeasible: 422,
  Unsupported: 422,
  NotFound: 404,
  Conflict: 409,
  Upstream: 502,
};

const BY_CODE: Readonly<Record<string, ContentfulStatusCode>> = {
  'E-SRV-002': 403,
  'E-SRV-003': 403,
  'E-SRV-007': 413,
  'E-SRV-008': 415,
  'E-SRV-019': 503,
  // A full disk is the machine's, not the asker's.
  'E-PRJ-011': 507,
};

/** The status an error is answered with: by its code, else by its tag; what is not ours is 500. */
export function statusOf(error: { readonly code: string; readonly tag: string }): ContentfulStatusCode {
  return BY_CODE[error.code] ?? BY_TAG[error.tag as ErrorTag] ?? 500;
}

/** An error as every endpoint answers it, in the language of the request. */
export function answerProblem(c: Context, context: ServerContext, error: unknown): Response {
  const spoken = context.speak(error, requestLanguage(c, context));
  // Of a refused body a part may still be on its way: the next request takes another connection.
  if (c.req.method !== 'GET') c.header('connection', 'close');
  return c.json({ ok: false, error: spoken } satisfies Problem, statusOf(spoken));
}

/** The problem a schema has with what was sent, as an error of ours: where it is, and what is wrong there. */
export function misfit(
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
): AftermineError {
  const [issue] = issues;
  return new AftermineError('InvalidInput', 'E-SRV-006', {
    where: (issue?.path.map(String).join('.') || 'body').slice(0, 200),
    got: (issue?.message ?? '?').slice(0, 300),
  });
}
