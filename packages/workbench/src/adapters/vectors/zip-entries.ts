import { crc32, inflateRawSync } from 'node:zlib';
import { AftermineError } from '@aftermine/science/base';
import { safeEntryPath, zipEntryName } from './zip-names.ts';

/** A file within an archive; `bytes` unpacks it. */
export interface ZipEntry {
  /** Path within the archive, slashes forward. */
  readonly path: string;
  bytes(): Uint8Array;
}

export interface ZipContent {
  readonly entries: readonly ZipEntry[];
  /** Entries left out because their names or kinds lead out of the archive. */
  readonly ignored: number;
}

const MAX_ENTRIES = 2_000;
/** All entries that are unpacked, together. */
const MAX_UNPACKED_BYTES = 512 * 1024 * 1024;
/** A table of blanks may shrink a thousandfold, a bomb as well; above this size such a ratio is a bomb. */
const MAX_RATIO = 400;
const RATIO_COUNTS_ABOVE = 64 * 1024 * 1024;

const END_SIGNATURE = 0x06054b50;
const END_BYTES = 22;
const MAX_COMMENT = 0xffff;
const CENTRAL_SIGNATURE = 0x02014b50;
const CENTRAL_BYTES = 46;
const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_BYTES = 30;
const SYMLINK = 0o120000;

/**
 * The files of a zip archive by its central directory. Nothing is unpacked before it is asked for; then what comes out
 * is counted against limits as it comes, whatever sizes the archive states, and its checksum is held against the
 * stated one. Names that lead out of the archive and symbolic links are left out; nothing is ever written to disk.
 *
 * @throws InvalidInput `E-VEC-107` for no readable archive (encrypted, zip64, damaged, two files of one name),
 * `E-VEC-108` for too many entries or one that unpacks to too much
 */
export function zipEntries(archive: Uint8Array, where: string): ZipContent {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const broken = (got: string): AftermineError =>
    new AftermineError('InvalidInput', 'E-VEC-107', { where, got });
  const end = findEnd(view);
  if (end === null) throw broken('end');
  const count = view.getUint16(end + 10, true);
  if (count > MAX_ENTRIES && count !== 0xffff)
    throw new AftermineError('InvalidInput', 'E-VEC-108', { where, expected: MAX_ENTRIES, got: count });
  let at = view.getUint32(end + 16, true);
  if (count === 0xffff || at === 0xffffffff) throw broken('zip64');
  const budget = { left: MAX_UNPACKED_BYTES };
  const entries: ZipEntry[] = [];
  const seen = new Set<string>();
  let ignored = 0;
  for (let i = 0; i < count; i += 1) {
    if (at + CENTRAL_BYTES > end || view.getUint32(at, true) !== CENTRAL_SIGNATURE) throw broken('directory');
    const nameBytes = view.getUint16(at + 28, true);
    const extraBytes = view.getUint16(at + 30, true);
    const nameAt = at + CENTRAL_BYTES;
    const next = nameAt + nameBytes + extraBytes + view.getUint16(at + 32, true);
    if (next > end) throw broken('directory');
    const flags = view.getUint16(at + 8, true);
    const name = zipEntryName(
      archive.subarray(nameAt, nameAt + nameBytes),
      flags,
      archive.subarray(nameAt + nameBytes, nameAt + nameBytes + extraBytes),
    );
    const { path, hostile } = safeEntryPath(name);
    const isLink = (view.getUint32(at + 38, true) >>> 16) >> 12 === SYMLINK >> 12;
    if (hostile || isLink) ignored += 1;
    else if (path !== null && !path.endsWith('/')) {
      // Two files of one name: which of them a program takes differs, so none may be taken.
      if (seen.has(path)) throw broken(`${path} x 2`);
      seen.add(path);
      const stated = {
        flags,
        method: view.getUint16(at + 10, true),
        checksum: view.getUint32(at + 16, true),
        packedBytes: view.getUint32(at + 20, true),
        bytes: view.getUint32(at + 24, true),
        localAt: view.getUint32(at + 42, true),
      };
      entries.push({ path, bytes: () => unpack(archive, view, stated, `${where}#${path}`, budget) });
    }
    at = next;
  }
  return { entries, ignored };
}

function findEnd(view: DataView): number | null {
  const last = view.byteLength - END_BYTES;
  for (let at = last; at >= Math.max(0, last - MAX_COMMENT); at -= 1)
    if (view.getUint32(at, true) === END_SIGNATURE) return at;
  return null;
}

interface Stated {
  readonly flags: number;
  readonly method: number;
  readonly checksum: number;
  readonly packedBytes: number;
  readonly bytes: number;
  readonly localAt: number;
}

function unpack(
  archive: Uint8Array,
  view: DataView,
  stated: Stated,
  where: string,
  budget: { left: number },
): Uint8Array {
  const broken = (got: string, cause?: unknown): AftermineError =>
    new AftermineError('InvalidInput', 'E-VEC-107', { where, got, cause });
  const { flags, method, checksum, packedBytes, bytes, localAt } = stated;
  if ((flags & 1) !== 0) throw broken('encrypted');
  if (method !== 0 && method !== 8) throw broken(`method ${method}`);
  if (localAt + LOCAL_BYTES > archive.length || view.getUint32(localAt, true) !== LOCAL_SIGNATURE)
    throw broken('local header');
  const from =
    localAt + LOCAL_BYTES + view.getUint16(localAt + 26, true) + view.getUint16(localAt + 28, true);
  if (from + packedBytes > archive.length) throw broken('truncated');
  const packed = archive.subarray(from, from + packedBytes);
  const limit = Math.min(budget.left, Math.max(RATIO_COUNTS_ABOVE, packedBytes * MAX_RATIO));
  const tooMuch = (got: number): AftermineError =>
    new AftermineError('InvalidInput', 'E-VEC-108', { where, expected: limit, got });
  if (bytes > limit) throw tooMuch(bytes);
  let out: Uint8Array;
  try {
    // Beyond what is stated an honest entry never goes.
    out = method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, bytes) });
  } catch (cause) {
    const isTooLong = (cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw broken(isTooLong ? `more than the stated ${bytes} bytes` : (cause as Error).message, cause);
  }
  if (out.length !== bytes) throw broken(`${out.length} of ${bytes} bytes`);
  if (crc32(out) !== checksum) throw broken('checksum');
  budget.left -= out.length;
  return out;
}
