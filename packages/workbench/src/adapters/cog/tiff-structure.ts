import { readSync } from 'node:fs';
import { AftermineError } from '@aftermine/science/base';

/** Sizes of TIFF field types 1-13 and 16-18, in bytes. */
const TYPE_BYTES: Readonly<Record<number, number>> = {
  1: 1,
  2: 1,
  3: 2,
  4: 4,
  5: 8,
  6: 1,
  7: 1,
  8: 2,
  9: 4,
  10: 8,
  11: 4,
  12: 8,
  13: 4,
  16: 8,
  17: 8,
  18: 8,
};

const MAX_DIRECTORIES = 64;
const MAX_ENTRIES = 1000;
/** More values than any real tag holds: block offsets of a 2,000,000,000-pixel image in 16 x 16 tiles. */
const MAX_VALUES = 8_000_000;

interface Entry {
  readonly type: number;
  readonly count: number;
  /** Where the values stand in the file. */
  readonly position: number;
}

/** One image file directory: tags are read from the file when asked for. */
export class TiffDirectory {
  readonly #file: TiffBytes;
  readonly #entries: ReadonlyMap<number, Entry>;

  constructor(file: TiffBytes, entries: ReadonlyMap<number, Entry>) {
    this.#file = file;
    this.#entries = entries;
  }

  has(tag: number): boolean {
    return this.#entries.has(tag);
  }

  /** Values of a numeric tag; null when it is absent. */
  numbers(tag: number): number[] | null {
    const entry = this.#entries.get(tag);
    if (entry === undefined) return null;
    return this.#file.numbers(entry.type, entry.count, entry.position, tag);
  }

  number(tag: number): number | null {
    return this.numbers(tag)?.[0] ?? null;
  }

  /** Text of an ASCII tag without its closing zeros. */
  text(tag: number): string | null {
    const entry = this.#entries.get(tag);
    if (entry === undefined) return null;
    const bytes = this.#file.bytes(entry.position, entry.count);
    const end = bytes.indexOf(0);
    return new TextDecoder('utf-8').decode(end < 0 ? bytes : bytes.subarray(0, end));
  }
}

/** The bytes of a TIFF, read where asked, never beyond its end. */
export class TiffBytes {
  readonly path: string;
  readonly size: number;
  readonly fd: number;
  littleEndian = true;

  constructor(fd: number, size: number, path: string) {
    this.fd = fd;
    this.size = size;
    this.path = path;
  }

  /** @throws InvalidInput `E-TIF-002` when the file ends before */
  bytes(position: number, length: number): Uint8Array {
    if (!(position >= 0 && length >= 0 && position + length <= this.size)) {
      throw new AftermineError('InvalidInput', 'E-TIF-002', {
        where: this.path,
        expected: position + length,
        got: this.size,
      });
    }
    const out = new Uint8Array(length);
    let done = 0;
    while (done < length) {
      const n = readSync(this.fd, out, done, length - done, position + done);
      if (n === 0)
        throw new AftermineError('InvalidInput', 'E-TIF-002', {
          where: this.path,
          expected: position + length,
          got: position + done,
        });
      done += n;
    }
    return out;
  }

  numbers(type: number, count: number, position: number, tag: number): number[] {
    const width = TYPE_BYTES[type];
    if (width === undefined || type === 2) throw damaged(this.path, `tag ${tag} type ${type}`);
    const view = new DataView(this.bytes(position, count * width).buffer);
    const little = this.littleEndian;
    const out = new Array<number>(count);
    for (let i = 0; i < count; i += 1) {
      const at = i * width;
      switch (type) {
        case 1:
        case 7:
          out[i] = view.getUint8(at);
          break;
        case 3:
          out[i] = view.getUint16(at, little);
          break;
        case 4:
        case 13:
          out[i] = view.getUint32(at, little);
          break;
        case 5:
          out[i] = view.getUint32(at, little) / view.getUint32(at + 4, little);
          break;
        case 6:
          out[i] = view.getInt8(at);
          break;
        case 8:
          out[i] = view.getInt16(at, little);
          break;
        case 9:
          out[i] = view.getInt32(at, little);
          break;
        case 10:
          out[i] = view.getInt32(at, little) / view.getInt32(at + 4, little);
          break;
        case 11:
          out[i] = view.getFloat32(at, little);
          break;
        case 12:
          out[i] = view.getFloat64(at, little);
          break;
        default:
          out[i] = Number(type === 17 ? view.getBigInt64(at, little) : view.getBigUint64(at, little));
      }
    }
    return out;
  }
}

/**
 * The directories of a classic or Big TIFF. Everything is checked before it is believed: offsets and counts
 * against the size of the file, directories against loops, their number against a cap.
 *
 * @throws InvalidInput `E-TIF-001` when it is no TIFF, `E-TIF-002` when it is cut short, `E-TIF-003` when its
 * structure contradicts itself
 */
export function readDirectories(file: TiffBytes): TiffDirectory[] {
  if (file.size < 8)
    throw new AftermineError('InvalidInput', 'E-TIF-001', { where: file.path, got: `${file.size} bytes` });
  const head = new DataView(file.bytes(0, Math.min(16, file.size)).buffer);
  const order = head.getUint16(0);
  if (order !== 0x4949 && order !== 0x4d4d)
    throw new AftermineError('InvalidInput', 'E-TIF-001', {
      where: file.path,
      got: `0x${order.toString(16)}`,
    });
  const little = order === 0x4949;
  file.littleEndian = little;
  const magic = head.getUint16(2, little);
  if (magic !== 42 && magic !== 43)
    throw new AftermineError('InvalidInput', 'E-TIF-001', { where: file.path, got: `magic ${magic}` });
  const big = magic === 43;
  if (big && (file.size < 16 || head.getUint16(4, little) !== 8)) throw damaged(file.path, 'BigTIFF header');
  let position = big ? Number(head.getBigUint64(8, little)) : head.getUint32(4, little);
  const directories: TiffDirectory[] = [];
  const seen = new Set<number>();
  while (position !== 0) {
    if (seen.has(position)) throw damaged(file.path, 'directory loop');
    seen.add(position);
    if (directories.length >= MAX_DIRECTORIES)
      throw damaged(file.path, `more than ${MAX_DIRECTORIES} directories`);
    const countBytes = big ? 8 : 2;
    const countView = new DataView(file.bytes(position, countBytes).buffer);
    const count = big ? Number(countView.getBigUint64(0, little)) : countView.getUint16(0, little);
    if (count === 0 || count > MAX_ENTRIES) throw damaged(file.path, `${count} entries`);
    const each = big ? 20 : 12;
    const linkBytes = big ? 8 : 4;
    const body = new DataView(file.bytes(position + countBytes, count * each + linkBytes).buffer);
    const entries = new Map<number, Entry>();
    for (let i = 0; i < count; i += 1) {
      const at = i * each;
      const tag = body.getUint16(at, little);
      const type = body.getUint16(at + 2, little);
      const values = big ? Number(body.getBigUint64(at + 4, little)) : body.getUint32(at + 4, little);
      const width = TYPE_BYTES[type];
      // A tag of a type nobody knows is skipped, as the specification asks.
      if (width === undefined) continue;
      const length = values * width;
      const inline = length <= (big ? 8 : 4);
      const field = at + (big ? 12 : 8);
      const target = inline
        ? position + countBytes + field
        : big
          ? Number(body.getBigUint64(field, little))
          : body.getUint32(field, little);
      if (values > MAX_VALUES || target + length > file.size) {
        if (!inline) {
          entries.set(tag, { type, count: -1, position: target });
          continue;
        }
      }
      entries.set(tag, { type, count: values, position: target });
    }
    for (const [tag, entry] of entries) {
      if (entry.count >= 0) continue;
      // Metadata nobody needs for reading may be damaged; what describes the image may not.
      if (tag > 342 && tag !== 33550 && tag !== 33922 && tag !== 34264 && tag !== 34735) entries.delete(tag);
      else throw damaged(file.path, `tag ${tag} lies outside the file`);
    }
    directories.push(new TiffDirectory(file, entries));
    const next = count * each;
    position = big ? Number(body.getBigUint64(next, little)) : body.getUint32(next, little);
  }
  if (directories.length === 0) throw damaged(file.path, 'no directory');
  return directories;
}

/** Structure that contradicts itself. */
export function damaged(path: string, what: string): AftermineError {
  return new AftermineError('InvalidInput', 'E-TIF-003', { where: path, got: what });
}
