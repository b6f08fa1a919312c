import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assertLoopback, isLoopback } from '../../packages/workbench/src/server/guards.ts';
import { codeOf, remove, type Served, serve } from './served.ts';

let served: Served;
beforeAll(async () => {
  const app = mkdtempSync(join(tmpdir(), 'aftermine-app-'));
  mkdirSync(join(app, 'assets'));
  writeFileSync(join(app, 'index.html'), '<script nonce="__NONCE__"></script>');
  writeFileSync(join(app, 'assets', 'main-abc.js'), 'export {}');
  writeFileSync(join(app, '..', 'aftermine-secret.txt'), 'kept from pages');
  served = await serve(undefined, { appFolder: app });
});
afterAll(async () => {
  await served.close();
  remove(served.workspace);
});

/** A request with headers that `fetch` does not let one set, and with a path as it stands. */
function raw(
  path: string,
  headers: Record<string, string>,
  method = 'GET',
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const asked = request(
      { host: '127.0.0.1', port: served.server.port, path, method, headers },
      (response) => {
        let body = '';
        response.on('data', (chunk: Buffer) => {
          body += chunk;
        });
        response.on('end', () => resolve({ status: response.statusCode!, body }));
      },
    );
    asked.on('error', reject);
    asked.end();
  });
}

describe('who may ask', () => {
  test('a name that is not ours is refused, even for reading', async () => {
    const { status, body } = await raw('/api/projects', { host: 'evil.example:4317' });
    expect(status).toBe(403);
    expect(JSON.parse(body).error.code).toBe('E-SRV-002');
    expect((await raw('/', { host: 'evil.example' })).status).toBe(403);
    expect((await raw('/api/health', { host: `localhost:${served.server.port}` })).status).toBe(200);
    expect((await raw('/api/health', { host: `[::1]:${served.server.port}` })).status).toBe(200);
  });

  test('a change must say that it comes from a page of this server', async () => {
    const host = `127.0.0.1:${served.server.port}`;
    const from = async (headers: Record<string, string>): Promise<string> =>
      JSON.parse((await raw('/api/demo', { host, 'content-length': '0', ...headers }, 'POST')).body).error
        .code;
    expect(await from({})).toBe('E-SRV-003');
    expect(await from({ origin: 'https://evil.example' })).toBe('E-SRV-003');
    expect(await from({ origin: 'http://127.0.0.1:1' })).toBe('E-SRV-003');
    expect(await from({ origin: 'null' })).toBe('E-SRV-003');
    expect(await from({ 'sec-fetch-site': 'cross-site' })).toBe('E-SRV-003');
    expect(await from({ 'sec-fetch-site': 'cross-site', origin: `http://${host}` })).toBe('E-SRV-003');
    // From a page of ours it goes on to the next question: what the body is.
    expect(await from({ 'sec-fetch-site': 'same-origin' })).toBe('E-SRV-008');
    expect(await from({ origin: `http://${host}` })).toBe('E-SRV-008');
  });

  test('an address that others can reach is refused', () => {
    for (const host of [
      '0.0.0.0',
      '::',
      '192.168.1.5',
      'mine.example',
      '1270.0.0.1',
      '127.0.0.1.evil.example',
    ])
      expect(() => assertLoopback(host)).toThrow('E-SRV-001');
    expect(['127.0.0.1', '127.3.2.1', 'localhost', '::1', '[::1]'].every(isLoopback)).toBe(true);
  });
});

describe('what pages may do', () => {
  test('every page has a fresh nonce, and nothing is inline, framed or loaded from elsewhere', async () => {
    const pages = [await served.ask('/'), await served.ask('/projects/x')];
    const nonces = await Promise.all(
      pages.map(async (page) => /nonce="([^"]+)"/.exec(await page.text())?.[1]),
    );
    expect(nonces[0]).not.toBe(nonces[1]);
    const policy = pages[0]!.headers.get('content-security-policy')!;
    expect(policy).toContain(`style-src 'self' 'nonce-${nonces[0]}'`);
    expect(policy).not.toContain('unsafe');
    for (const rule of [
      "default-src 'self'",
      "script-src 'self'",
      "connect-src 'self'",
      "object-src 'none'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ])
      expect(policy.split('; ')).toContain(rule);
    expect(pages[0]!.headers.get('x-content-type-options')).toBe('nosniff');
    expect(pages[0]!.headers.get('referrer-policy')).toBe('no-referrer');
    expect((await served.ask('/api/health')).headers.get('content-security-policy')).toContain(
      'frame-ancestors',
    );
  });

  test('parts of the app are kept for a year, the page never; no path leads out of the folder', async () => {
    const asset = await served.ask('/assets/main-abc.js');
    expect(asset.headers.get('cache-control')).toContain('immutable');
    expect((await served.ask('/')).headers.get('cache-control')).toBe('no-store');
    expect((await served.ask('/assets/gone-123.js')).status).toBe(404);
    const host = `127.0.0.1:${served.server.port}`;
    for (const path of [
      '/../aftermine-secret.txt',
      '/%2e%2e/aftermine-secret.txt',
      '/assets/..%2f..%2faftermine-secret.txt',
      '/..%5caftermine-secret.txt',
      '/%00',
      '/%ff%fe',
    ])
      expect((await raw(path, { host })).body).not.toContain('kept from pages');
  });

  test('what is not there is told in the language of the request', async () => {
    const response = await served.ask('/api/nothing', { headers: { 'accept-language': 'fr, zh-CN;q=0.9' } });
    expect(response.status).toBe(404);
    expect(((await response.json()) as { error: { message: string } }).error.message).toMatch(
      /\p{Script=Han}/u,
    );
    expect(await codeOf(await served.ask('/api/nothing?lang=en'))).toBe('E-SRV-017');
  });
});
