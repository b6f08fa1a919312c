import { AftermineError } from '@aftermine/science/base';
import type { VectorWarning } from '../../ports/index.ts';

/**
 * Text of a file in the encodings that GeoJSON arrives in: UTF-8 with or without a byte order mark, UTF-16
 * with one, and GB 18030 (GBK) where the bytes are no UTF-8, as older Chinese software writes it. Anything but
 * UTF-8 is said in a warning.
 *
 * @throws InvalidInput `E-VEC-002` for bytes that are text in none of them
 */
export function decodeText(
  bytes: Uint8Array,
  where: string,
): { readonly text: string; readonly warnings: VectorWarning[] } {
  const encoding = encodingOf(bytes);
  const candidates = encoding === 'utf-8' ? ['utf-8', 'gb18030'] : [encoding];
  for (const candidate of candidates) {
    try {
      const text = new TextDecoder(candidate, { fatal: true }).decode(bytes);
      const warnings =
        candidate === 'utf-8' ? [] : [{ key: 'vector.encoding', params: { encoding: candidate } }];
      return { text, warnings };
    } catch {
      // The next one, or the error below.
    }
  }
  throw new AftermineError('InvalidInput', 'E-VEC-002', { where });
}

function encodingOf(bytes: Uint8Array): string {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  // UTF-16 without a mark: every other byte of JSON's first characters is zero.
  if (a === 0 && b !== 0) return 'utf-16be';
  if (a !== 0 && b === 0) return 'utf-16le';
  return 'utf-8';
}

/**
 * True when brackets in JSON text nest deeper than `limit`; brackets within strings do not count. Looked at
 * before parsing, so that what is parsed afterwards may be walked recursively.
 */
export function nestsDeeper(text: string, limit: number): boolean {
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (quoted) {
      if (code === 0x5c) i += 1;
      else if (code === 0x22) quoted = false;
    } else if (code === 0x22) quoted = true;
    else if (code === 0x5b || code === 0x7b) {
      depth += 1;
      if (depth > limit) return true;
    } else if (code === 0x5d || code === 0x7d) depth -= 1;
  }
  return false;
}
