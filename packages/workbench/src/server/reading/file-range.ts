import { createReadStream, statSync } from 'node:fs';
import { Readable } from 'node:stream';
import { AftermineError } from '@aftermine/science/base';
import type { Context } from 'hono';
import { matches } from './json-answer.ts';

/** First and last byte of what is asked; `whole` where nothing (or more than one part) is, `outside` where there is no such part. */
export type ByteRange = { readonly from: number; readonly to: number } | 'whole' | 'outside';

/**
 * Reads a `Range` header against a size. Several parts at once are answered with the whole, as RFC 9110 allows.
 *
 * @source RFC 9110, section 14
 */
export function byteRange(header: string | undefined, size: number): ByteRange {
  const asked = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '');
  if (asked === null || (asked[1] === '' && asked[2] === '')) return 'whole';
  if (asked[1] === '') {
    const last = Number(asked[2]);
    return last === 0 || size === 0 ? 'outside' : { from: Math.max(0, size - last), to: size - 1 };
  }
  const from = Number(asked[1]);
  const to = asked[2] === '' ? size - 1 : Math.min(Number(asked[2]), size - 1);
  if (asked[2] !== '' && Number(asked[2]) < from) return 'whole';
  return from >= size ? 'outside' : { from, to };
}

/**
 * A file, or the part of it that is asked for, streamed.
 *
 * @throws NotFound `E-PRJ-002` where the file is gone
 */
export function fileAnswer(
  c: Context,
  path: string,
  type: string,
  more: Readonly<Record<string, string>> = {},
): Response {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined || !stat.isFile())
    throw new AftermineError('NotFound', 'E-PRJ-002', { where: path });
  const etag = `"${stat.size.toString(36)}-${Math.round(stat.mtimeMs * 1000).toString(36)}"`;
  const headers: Record<string, string> = {
    etag,
    'accept-ranges': 'bytes',
    'cache-control': 'private, no-cache',
    'last-modified': stat.mtime.toUTCString(),
    ...more,
  };
  if (matches(c.req.header('if-none-match'), etag)) return new Response(null, { status: 304, headers });
  const condition = c.req.header('if-range');
  const range =
    condition === undefined || matches(condition, etag)
      ? byteRange(c.req.header('range'), stat.size)
      : 'whole';
  if (range === 'outside')
    return new Response(null, {
      status: 416,
      headers: { ...headers, 'content-range': `bytes */${stat.size}` },
    });
  headers['content-type'] = type;
  const part = range === 'whole' ? { from: 0, to: stat.size - 1 } : range;
  headers['content-length'] = String(part.to - part.from + 1);
  if (range !== 'whole') headers['content-range'] = `bytes ${part.from}-${part.to}/${stat.size}`;
  const body =
    stat.size === 0 || c.req.method === 'HEAD'
      ? null
      : (Readable.toWeb(
          createReadStream(path, { start: part.from, end: part.to }),
        ) as ReadableStream<Uint8Array>);
  return new Response(body, { status: range === 'whole' ? 200 : 206, headers });
}
