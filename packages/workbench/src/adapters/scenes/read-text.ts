import { readFileSync, statSync } from 'node:fs';

/**
 * Text of a metadata file, without its byte order mark.
 *
 * @param limit largest size that is read, in bytes: metadata is small, and what is not is no metadata
 * @returns null when it cannot be read or is larger
 */
export function readText(path: string, limit: number): string | null {
  try {
    const status = statSync(path);
    if (!status.isFile() || status.size > limit) return null;
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch {
    return null;
  }
}
