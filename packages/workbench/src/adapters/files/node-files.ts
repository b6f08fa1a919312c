import { createHash, randomUUID } from 'node:crypto';
import {
  closeSync,
  copyFileSync,
  type Dirent,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { AftermineError } from '@aftermine/science/base';
import type { DiskUsage, Files } from '../../ports/index.ts';
import { discard } from './discard.ts';
import { writeFailure } from './write-failure.ts';

const HASH_CHUNK_BYTES = 1 << 20;

/** The machine's own file system. Every write is whole or absent. */
export class NodeFiles implements Files {
  readonly #hashes = new Map<string, string>();

  exists(path: string): boolean {
    return existsSync(path);
  }

  readText(path: string): string {
    try {
      return readFileSync(path, 'utf8');
    } catch (cause) {
      throw new AftermineError('NotFound', 'E-PRJ-002', { where: path, cause });
    }
  }

  writeText(path: string, text: string): string {
    return this.writeBytes(path, Buffer.from(text, 'utf8'));
  }

  writeBytes(path: string, bytes: Uint8Array): string {
    const temporary = `${path}.${randomUUID()}.tmp`;
    try {
      mkdirSync(dirname(path), { recursive: true });
      const fd = openSync(temporary, 'wx');
      try {
        let done = 0;
        while (done < bytes.byteLength) done += writeSync(fd, bytes, done, bytes.byteLength - done);
        fsyncSync(fd);
      } finally {
        closeSync(fd);
      }
      renameSync(temporary, path);
    } catch (cause) {
      discard(temporary);
      throw writeFailure(path, cause);
    }
    return createHash('sha256').update(bytes).digest('hex');
  }

  copy(from: string, to: string): void {
    const temporary = `${to}.${randomUUID()}.tmp`;
    try {
      mkdirSync(dirname(to), { recursive: true });
      copyFileSync(from, temporary);
      renameSync(temporary, to);
    } catch (cause) {
      discard(temporary);
      throw writeFailure(to, cause);
    }
  }

  remove(path: string): void {
    rmSync(path, { force: true, recursive: true });
  }

  makeFolder(path: string): void {
    try {
      mkdirSync(path, { recursive: true });
    } catch (cause) {
      throw writeFailure(path, cause);
    }
  }

  list(path: string): string[] {
    try {
      return readdirSync(path).sort();
    } catch {
      return [];
    }
  }

  assertWritable(folder: string): void {
    const probe = join(folder, `.aftermine-probe-${randomUUID()}`);
    try {
      mkdirSync(folder, { recursive: true });
      closeSync(openSync(probe, 'wx'));
    } catch (cause) {
      const { code } = cause as { code?: string };
      // A file stands where a folder is wanted: the place is wrong, not the disk.
      if (code === 'ENOTDIR' || code === 'EEXIST')
        throw new AftermineError('InvalidInput', 'E-PRJ-012', { where: folder, got: code, cause });
      throw writeFailure(folder, cause);
    } finally {
      discard(probe);
    }
  }

  sha256(path: string): string {
    const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
    if (stat === undefined) throw new AftermineError('NotFound', 'E-PRJ-002', { where: path });
    const stamp = `${stat.dev}|${stat.ino}|${stat.size}|${stat.mtimeNs}`;
    const known = this.#hashes.get(stamp);
    if (known !== undefined) return known;
    const hash = createHash('sha256');
    const chunk = Buffer.allocUnsafe(HASH_CHUNK_BYTES);
    const fd = openSync(path, 'r');
    try {
      for (let n = readSync(fd, chunk); n > 0; n = readSync(fd, chunk)) hash.update(chunk.subarray(0, n));
    } finally {
      closeSync(fd);
    }
    const digest = hash.digest('hex');
    this.#hashes.set(stamp, digest);
    return digest;
  }

  usage(folder: string): DiskUsage {
    let [files, bytes] = [0, 0];
    for (const entry of entriesOf(folder)) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        const below = this.usage(path);
        files += below.files;
        bytes += below.bytes;
      } else {
        files += 1;
        // A file that is renamed or removed meanwhile takes nothing any more.
        bytes += lstatSync(path, { throwIfNoEntry: false })?.size ?? 0;
      }
    }
    return { files, bytes };
  }

  freeBytes(folder: string): number {
    const stat = statfsSync(folder);
    return stat.bavail * stat.bsize;
  }
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
