import { randomUUID } from 'node:crypto';
import {
  closeSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';
import { AftermineError } from '@aftermine/science/base';
import type { TileContent, TileHandle, Tiles } from '../../ports/index.ts';
import { discard } from '../files/discard.ts';
import { writeFailure } from '../files/write-failure.ts';

const MAGIC = 0x31544641; // "AFT1", little endian
const PREFIX_BYTES = 12;

interface SectionEntry {
  readonly name: string;
  readonly offset: number;
  readonly length: number;
  readonly crc: number;
}

interface Header {
  readonly meta: Record<string, unknown>;
  readonly sections: readonly SectionEntry[];
}

/**
 * Tiles as files under one folder, `ab/abcdef...`: magic, header length, header checksum, header (JSON with
 * the place, length and CRC-32 of each section), sections. The header is checked on opening and a section on
 * reading, so a file that a crash or a failing disk damaged is never taken for a result.
 */
export class FileTiles implements Tiles {
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  #path(key: string): string {
    return join(this.#root, key.slice(0, 2), key);
  }

  has(key: string): boolean {
    let fd: number;
    try {
      fd = openSync(this.#path(key), 'r');
    } catch {
      return false;
    }
    try {
      return readHeader(fd) !== null;
    } finally {
      closeSync(fd);
    }
  }

  write(key: string, content: TileContent): void {
    const path = this.#path(key);
    const sections: SectionEntry[] = [];
    let offset = 0;
    for (const name of Object.keys(content.sections).sort()) {
      const bytes = content.sections[name]!;
      sections.push({ name, offset, length: bytes.byteLength, crc: crc32(bytes) });
      offset += bytes.byteLength;
    }
    const header = Buffer.from(JSON.stringify({ meta: content.meta, sections }), 'utf8');
    const prefix = Buffer.alloc(PREFIX_BYTES);
    prefix.writeUInt32LE(MAGIC, 0);
    prefix.writeUInt32LE(header.byteLength, 4);
    prefix.writeUInt32LE(crc32(header), 8);
    const temporary = `${path}.${randomUUID()}.tmp`;
    try {
      mkdirSync(dirname(path), { recursive: true });
      const fd = openSync(temporary, 'wx');
      try {
        writeWhole(fd, prefix);
        writeWhole(fd, header);
        for (const { name } of sections) writeWhole(fd, content.sections[name]!);
        fsyncSync(fd);
      } finally {
        closeSync(fd);
      }
      renameSync(temporary, path);
    } catch (cause) {
      discard(temporary);
      throw writeFailure(path, cause);
    }
  }

  open(key: string): TileHandle {
    const path = this.#path(key);
    let fd: number;
    try {
      fd = openSync(path, 'r');
    } catch (cause) {
      throw new AftermineError('NotFound', 'E-PRJ-010', { where: path, cause });
    }
    const header = readHeader(fd);
    if (header === null) {
      closeSync(fd);
      throw new AftermineError('NotFound', 'E-PRJ-010', { where: path });
    }
    const byName = new Map(header.value.sections.map((entry) => [entry.name, entry]));
    const base = header.end;
    return {
      meta: header.value.meta,
      names: [...byName.keys()],
      section(name, scratch) {
        const entry = byName.get(name);
        if (entry === undefined)
          throw new AftermineError('NotFound', 'E-PRJ-010', { where: `${path}#${name}` });
        const bytes =
          scratch !== undefined && scratch.byteLength >= entry.length
            ? scratch.subarray(0, entry.length)
            : new Uint8Array(entry.length);
        readWhole(fd, bytes, base + entry.offset);
        if (crc32(bytes) !== entry.crc) {
          // Damaged content must not be met again: the next run makes the tile anew.
          rmSync(path, { force: true });
          throw new AftermineError('NotFound', 'E-PRJ-010', { where: `${path}#${name}` });
        }
        return bytes;
      },
      close: () => closeSync(fd),
    };
  }
}

function readHeader(fd: number): { value: Header; end: number } | null {
  const size = fstatSync(fd).size;
  if (size < PREFIX_BYTES) return null;
  const prefix = new Uint8Array(PREFIX_BYTES);
  readWhole(fd, prefix, 0);
  const view = new DataView(prefix.buffer);
  const length = view.getUint32(4, true);
  if (view.getUint32(0, true) !== MAGIC || PREFIX_BYTES + length > size) return null;
  const bytes = new Uint8Array(length);
  readWhole(fd, bytes, PREFIX_BYTES);
  if (crc32(bytes) !== view.getUint32(8, true)) return null;
  const value = JSON.parse(new TextDecoder().decode(bytes)) as Header;
  const end = PREFIX_BYTES + length;
  const last = value.sections.at(-1);
  return end + (last === undefined ? 0 : last.offset + last.length) === size ? { value, end } : null;
}

function readWhole(fd: number, into: Uint8Array, position: number): void {
  let done = 0;
  while (done < into.byteLength) {
    const n = readSync(fd, into, done, into.byteLength - done, position + done);
    if (n === 0) throw new AftermineError('Upstream', 'E-PRJ-013', { got: 'EOF' });
    done += n;
  }
}

function writeWhole(fd: number, bytes: Uint8Array): void {
  let done = 0;
  while (done < bytes.byteLength) done += writeSync(fd, bytes, done, bytes.byteLength - done);
}
