import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { join } from 'node:path';

const CHUNK = 4 << 20;
const MAGIC = 'SQLite format 3\0';

/**
 * Bytes of an SQLite header that say how the file was last written, not what is in it: journal mode, change counter, and the
 * version that goes with the counter. Opening a store and closing it again changes them and nothing else.
 *
 * @source https://www.sqlite.org/fileformat.html#the_database_header
 */
const BOOKKEEPING = [
  [18, 20],
  [24, 28],
  [92, 100],
] as const;

/** SHA-256 of what some files of a folder hold; the same after a reader opened a database among them and closed it. */
export async function fileContent(dir: string, names: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  const chunk = Buffer.alloc(CHUNK);
  for (const name of names) {
    const file = await open(join(dir, name), 'r').catch(() => null);
    let size = 0;
    try {
      while (file !== null) {
        const { bytesRead } = await file.read(chunk, 0, CHUNK, size);
        if (bytesRead === 0) break;
        if (size === 0 && chunk.subarray(0, MAGIC.length).toString('latin1') === MAGIC)
          for (const [from, to] of BOOKKEEPING) chunk.fill(0, from, to);
        hash.update(chunk.subarray(0, bytesRead));
        size += bytesRead;
      }
    } finally {
      await file?.close();
    }
    hash.update(`|${name} ${size}|`);
  }
  return hash.digest('hex');
}
