import type { MiddlewareHandler } from 'hono';

/** What a page of ours may load. `mapHosts` are hosts of base maps that whoever started the server named. */
export function contentPolicy(nonce: string | null, mapHosts: readonly string[]): string {
  const maps = mapHosts.length === 0 ? '' : ` ${mapHosts.join(' ')}`;
  return [
    "default-src 'self'",
    "script-src 'self'",
    `style-src 'self'${nonce === null ? '' : ` 'nonce-${nonce}'`}`,
    `img-src 'self' data: blob:${maps}`,
    `connect-src 'self'${maps}`,
    "object-src 'none'",
    "frame-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
}

/** Puts the policy on every answer that does not bring a stricter one of its own. */
export function setPolicy(mapHosts: readonly string[]): MiddlewareHandler {
  const plain = contentPolicy(null, mapHosts);
  return async (c, next) => {
    await next();
    const set = (name: string, value: string): void => {
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
    };
    set('content-security-policy', plain);
    set('x-content-type-options', 'nosniff');
    set('referrer-policy', 'no-referrer');
    set('cross-origin-resource-policy', 'same-origin');
    set('cross-origin-opener-policy', 'same-origin');
    if (c.req.path.startsWith('/api')) set('cache-control', 'no-cache');
  };
}
