import { AftermineError } from '@aftermine/science/base';
import type { Feature } from '@aftermine/science/site';
import { dbfEncoding, type EncodedSample } from './dbf-encoding.ts';
import { dbfText, trimEnd } from './dbf-text.ts';
import { dbfValue } from './dbf-value.ts';
import type { Tally } from './tally.ts';

export interface DbfField {
  readonly name: string;
  /** Type letter of dBASE: C text, N and F numbers, D date, L yes or no. */
  readonly type: string;
  /** Where the field begins in a row, bytes from its start. */
  readonly offset: number;
  readonly bytes: number;
}

/** The attribute table of a shapefile. */
export interface Dbf {
  readonly fields: readonly DbfField[];
  readonly rowCount: number;
  /** Encoding its texts were read in, as `TextDecoder` names it. */
  readonly encoding: string;
  /** Properties of row `i` from 0; null for a row marked as deleted. */
  row(i: number): Feature['properties'] | null;
}

export interface DbfOptions {
  /** Content of the `.cpg` file. */
  readonly cpg: string | null;
  readonly encoding: string | undefined;
}

const HEADER_BYTES = 32;
const FIELD_BYTES = 32;
const FIELD_NAME_BYTES = 11;
const END_OF_FIELDS = 0x0d;
const DELETED = 0x2a;
/** Texts looked at to tell the encoding. */
const MAX_SAMPLES = 5_000;

/**
 * Reads a dBASE table; every length in its header is held against the file before it is used. Values: text without
 * its padding, numbers (text where a double cannot hold all digits), dates as `YYYY-MM-DD`, booleans; blank is null.
 * Texts and names cut in mid-character lose the broken part, which a warning counts.
 *
 * @throws InvalidInput `E-VEC-105` for lengths that do not fit the file, and what `dbfEncoding` throws
 * @source dBASE III+ and dBASE 7 file structure; ESRI Shapefile Technical Description (1998)
 */
export function readDbf(bytes: Uint8Array, where: string, options: DbfOptions, tally: Tally): Dbf {
  const broken = (got: string): AftermineError =>
    new AftermineError('InvalidInput', 'E-VEC-105', { where, got });
  if (bytes.length < HEADER_BYTES) throw broken(`${bytes.length} B`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const rowCount = view.getUint32(4, true);
  const headerBytes = view.getUint16(8, true);
  const rowBytes = view.getUint16(10, true);
  if (headerBytes < HEADER_BYTES + 1 || headerBytes > bytes.length) throw broken(`header: ${headerBytes} B`);
  // A file of no rows may state no length for them; the marker at its end is optional.
  const available = rowBytes < 1 ? 0 : Math.floor((bytes.length - headerBytes) / rowBytes);
  if (rowCount > available) throw broken(`${rowCount} > ${available}`);
  const raw = fieldsOf(bytes, headerBytes, rowBytes, rowCount, broken);
  const rowAt = (i: number): number => headerBytes + i * rowBytes;

  const clues = { cpg: options.cpg, driver: bytes[29]!, wanted: options.encoding };
  const samples = collectSamples(bytes, raw, rowCount, rowAt);
  const encoding = dbfEncoding({ ...clues, samples }, where, tally);
  const text = dbfText(encoding);
  const fields = named(raw, text.decode, tally);
  const memo = fields.filter(({ type }) => dbfValue(type) === null).length;
  tally.count('vector.property-left-out', memo);
  const columns = fields.flatMap((field) => {
    const read = dbfValue(field.type);
    return read === null ? [] : [{ ...field, read }];
  });
  return {
    fields,
    rowCount,
    encoding,
    row(i) {
      const at = rowAt(i);
      if (bytes[at] === DELETED) return null;
      const entries: [string, string | number | boolean | null][] = [];
      for (const { name, offset, bytes: width, read } of columns) {
        const value = read(bytes.subarray(at + offset, at + offset + width), text.decode, tally);
        entries.push([name, value]);
      }
      return Object.fromEntries(entries);
    },
  };
}

interface RawField extends Omit<DbfField, 'name'> {
  readonly name: EncodedSample;
}

function fieldsOf(
  bytes: Uint8Array,
  headerBytes: number,
  rowBytes: number,
  rowCount: number,
  broken: (got: string) => AftermineError,
): RawField[] {
  const fields: RawField[] = [];
  let offset = 1;
  for (let at = HEADER_BYTES; at + 1 <= headerBytes && bytes[at] !== END_OF_FIELDS; at += FIELD_BYTES) {
    // What stands behind the fields (Visual FoxPro) begins with the same end mark; a field that does not fit is damage.
    if (at + FIELD_BYTES > headerBytes) throw broken('fields');
    const type = String.fromCharCode(bytes[at + 11]!).toUpperCase();
    // Long texts of Clipper keep the high byte of their width where numbers have their decimals.
    const wide = type === 'C' ? bytes[at + 17]! * 256 : 0;
    const narrow = bytes[at + 16]!;
    const width = offset + narrow + wide <= rowBytes ? narrow + wide : narrow;
    const nameBytes = bytes.subarray(at, at + FIELD_NAME_BYTES);
    const end = nameBytes.indexOf(0);
    const name = trimEnd(end < 0 ? nameBytes : nameBytes.subarray(0, end));
    fields.push({
      name: { bytes: name, full: name.length >= FIELD_NAME_BYTES - 3 },
      type,
      offset,
      bytes: width,
    });
    offset += width;
  }
  if (rowCount > 0 && offset > rowBytes) throw broken(`${offset} > ${rowBytes}`);
  return fields;
}

/** Different texts with bytes above 0x7f; the rest is the same in every encoding. */
function collectSamples(
  bytes: Uint8Array,
  fields: readonly RawField[],
  rowCount: number,
  rowAt: (i: number) => number,
): EncodedSample[] {
  const samples = fields.map(({ name }) => name).filter(({ bytes: name }) => !isAscii(name));
  const seen = new Set<string>();
  const texts = fields.filter(({ type }) => type === 'C');
  for (let i = 0; i < rowCount && samples.length < MAX_SAMPLES; i += 1) {
    for (const { offset, bytes: width } of texts) {
      const from = rowAt(i) + offset;
      const value = trimEnd(bytes.subarray(from, from + width));
      if (isAscii(value)) continue;
      const key = Buffer.from(value.buffer, value.byteOffset, value.length).toString('latin1');
      if (seen.has(key)) continue;
      seen.add(key);
      // A writer that cuts may leave the bytes of the lost character blank.
      samples.push({ bytes: value, full: value.length >= width - 3 });
    }
  }
  return samples;
}

/** Names made whole and distinct: cutting may have made two of them equal. */
function named(
  raw: readonly RawField[],
  decode: (bytes: Uint8Array) => { readonly text: string; readonly cut: boolean },
  tally: Tally,
): DbfField[] {
  const taken = new Set(['__proto__', 'constructor', 'prototype']);
  return raw.map(({ name, ...field }, i) => {
    const { text, cut } = decode(name.bytes);
    if (cut) tally.count('vector.name-cut');
    const base = text.trim() === '' ? `field_${i + 1}` : text.trim();
    let own = base;
    for (let n = 2; taken.has(own); n += 1) own = `${base}_${n}`;
    if (own !== base) tally.count('vector.name-twice');
    taken.add(own);
    return { ...field, name: own };
  });
}

function isAscii(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i += 1) if (bytes[i]! >= 0x80) return false;
  return true;
}
