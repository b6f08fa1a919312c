import { AftermineError } from '@aftermine/science/base';
import type { MiddlewareHandler } from 'hono';

const LOOPBACK: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];
const READING: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** True for an address that only this machine can reach. */
export function isLoopback(host: string): boolean {
  return (
    host === 'localhost' ||
    host === '::1' ||
    host === '[::1]' ||
    /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host)
  );
}

/** @throws Unsupported `E-SRV-001` for an address others can reach: there is no sign-in to tell who is who */
export function assertLoopback(host: string): void {
  if (!isLoopback(host)) throw new AftermineError('Unsupported', 'E-SRV-001', { where: '--host', got: host });
}

/**
 * Refuses what a browser must not be talked into: a Host that is not ours (a foreign name that was made to point here), and a
 * change that no page of ours asked for. A change must say where it comes from: `Origin`, or `Sec-Fetch-Site: same-origin`.
 *
 * @throws InvalidInput `E-SRV-002` for the Host; `E-SRV-003` for the origin
 */
export function guardRequests(allowedHosts: readonly string[]): MiddlewareHandler {
  const allowed = new Set([...LOOPBACK, ...allowedHosts.map((host) => host.toLowerCase())]);
  return async (c, next) => {
    const host = (c.req.header('host') ?? new URL(c.req.url).host).toLowerCase();
    const name = host.replace(/:\d+$/, '');
    if (!allowed.has(name) && !isLoopback(name))
      throw new AftermineError('InvalidInput', 'E-SRV-002', { where: 'Host', got: host.slice(0, 200) });
    if (!READING.has(c.req.method)) {
      const origin = c.req.header('origin');
      const site = c.req.header('sec-fetch-site');
      const same = origin === undefined ? site === 'same-origin' : hostOf(origin) === host;
      if (!same || (site !== undefined && site !== 'same-origin'))
        throw new AftermineError('InvalidInput', 'E-SRV-003', {
          where: 'Origin',
          got: (origin ?? '-').slice(0, 200),
        });
    }
    await next();
  };
}

function hostOf(origin: string): string | null {
  return /^https?:\/\/([^/]+)$/i.exec(origin)?.[1]?.toLowerCase() ?? null;
}
