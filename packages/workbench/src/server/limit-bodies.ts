import { AftermineError } from '@aftermine/science/base';
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';

/** No request but an upload needs more. */
const LARGEST_JSON_BYTES = 1024 * 1024;

/** Refuses bodies beyond the cap; uploads have a cap of their own. @throws (when asked) InvalidInput `E-SRV-007` */
export function limitBodies(): MiddlewareHandler {
  const limit = bodyLimit({
    maxSize: LARGEST_JSON_BYTES,
    onError: (c) => {
      throw new AftermineError('InvalidInput', 'E-SRV-007', {
        where: c.req.path.slice(0, 200),
        expected: LARGEST_JSON_BYTES,
        got: c.req.header('content-length') ?? '?',
      });
    },
  });
  return (c, next) => (c.req.path === '/api/uploads' ? next() : limit(c, next));
}
