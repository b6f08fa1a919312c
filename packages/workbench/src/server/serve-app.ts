import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { extname, join, resolve, sep } from 'node:path';
import type { Context } from 'hono';
import { contentPolicy } from './page-policy.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
};
/** Stands in the page where the nonce of the answer goes. */
const NONCE = '__NONCE__';

/**
 * Answers with a file of the app, or with its page for every other address (the app reads the address itself). Files under
 * `assets/` carry their hash in their name and are kept for a year; the page has a fresh nonce each time.
 */
export function serveApp(
  folder: string,
  mapHosts: readonly string[],
): (c: Context) => Response | Promise<Response> {
  const root = resolve(folder);
  return (c) => {
    const path = fileIn(root, c.req.path);
    const found = path === null || path === join(root, 'index.html') ? null : read(path);
    if (found !== null) {
      const etag = `"${createHash('sha256').update(found).digest('base64url').slice(0, 22)}"`;
      const headers = {
        'content-type': TYPES[extname(path!)] ?? 'application/octet-stream',
        'cache-control': path!.startsWith(join(root, 'assets') + sep)
          ? 'public, max-age=31536000, immutable'
          : 'no-cache',
        etag,
      };
      if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers);
      return c.body(new Uint8Array(found), 200, headers);
    }
    // A file that is not there is not the page: an old page must learn that its parts are gone.
    if (extname(c.req.path) !== '' && c.req.path.startsWith('/assets/')) return c.notFound();
    const page = read(join(root, 'index.html'));
    if (page === null) return c.notFound();
    const nonce = randomBytes(16).toString('base64url');
    return c.body(page.toString('utf8').replaceAll(NONCE, nonce), 200, {
      'content-type': TYPES['.html']!,
      'cache-control': 'no-store',
      'content-security-policy': contentPolicy(nonce, mapHosts),
    });
  };
}

function fileIn(root: string, path: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return null;
  }
  const file = resolve(root, `.${decoded}`);
  return !decoded.includes('\0') && file.startsWith(root + sep) ? file : null;
}

function read(path: string): Buffer | null {
  try {
    return statSync(path).isFile() ? readFileSync(path) : null;
  } catch {
    return null;
  }
}
