const UTF8_FLAG = 0x0800;
/** Extra field of Info-ZIP that holds the name in UTF-8. */
const UNICODE_PATH = 0x7075;

/**
 * The name of a zip entry. Without the UTF-8 flag the encoding is whatever the writing system had: UTF-8 where the
 * bytes are no other (macOS), else GB 18030 (Chinese Windows), else Latin-1.
 *
 * @param flags general purpose bits of the entry
 * @param extra extra field of the entry in the central directory
 */
export function zipEntryName(bytes: Uint8Array, flags: number, extra: Uint8Array): string {
  const unicode = unicodePath(extra);
  if (unicode !== null) return unicode;
  const candidates = (flags & UTF8_FLAG) !== 0 ? ['utf-8'] : ['utf-8', 'gb18030'];
  for (const candidate of candidates) {
    try {
      return new TextDecoder(candidate, { fatal: true }).decode(bytes);
    } catch {
      // The next one, or Latin-1, which reads anything.
    }
  }
  return Buffer.from(bytes).toString('latin1');
}

function unicodePath(extra: Uint8Array): string | null {
  const view = new DataView(extra.buffer, extra.byteOffset, extra.byteLength);
  for (let at = 0; at + 4 <= extra.length; ) {
    const length = view.getUint16(at + 2, true);
    const end = at + 4 + length;
    if (end > extra.length) return null;
    // One byte of version and four of the checksum of the other name stand before the text.
    if (view.getUint16(at, true) === UNICODE_PATH && length > 5)
      return new TextDecoder('utf-8').decode(extra.subarray(at + 9, end));
    at = end;
  }
  return null;
}

/**
 * A name as a path within the archive, slashes forward; null for one that leads out of it (`../`, `/etc`, `C:`) or
 * belongs to the archiver (`__MACOSX/`, `._name`).
 */
export function safeEntryPath(name: string): { readonly path: string | null; readonly hostile: boolean } {
  const path = name.replaceAll('\\', '/');
  const parts = path.split('/');
  if (path.startsWith('/') || /^[a-z]:/i.test(path) || parts.includes('..') || path.includes('\0'))
    return { path: null, hostile: true };
  if (parts[0] === '__MACOSX' || parts.at(-1)!.startsWith('._')) return { path: null, hostile: false };
  return { path, hostile: false };
}
