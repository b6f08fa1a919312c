import { type DecodeText, trimEnd } from './dbf-text.ts';
import type { Tally } from './tally.ts';

type Value = string | number | boolean | null;
type ReadValue = (bytes: Uint8Array, decode: DecodeText, tally: Tally) => Value;

const READERS: Readonly<Record<string, ReadValue>> = {
  C: text,
  N: number,
  F: number,
  D: date,
  L: (bytes) => {
    const letter = String.fromCharCode(bytes[0] ?? 0).toLowerCase();
    return letter === 't' || letter === 'y' ? true : letter === 'f' || letter === 'n' ? false : null;
  },
  I: (bytes) => (bytes.length === 4 ? viewOf(bytes).getInt32(0, true) : null),
  O: double,
  B: double,
};

/** How values of a type are read; null for types that keep them elsewhere (memo, picture) or are not known. */
export function dbfValue(type: string): ReadValue | null {
  return READERS[type] ?? null;
}

function text(bytes: Uint8Array, decode: DecodeText, tally: Tally): Value {
  const value = trimEnd(bytes);
  if (value.length === 0) return null;
  const decoded = decode(value);
  if (decoded.cut) tally.count('vector.text-cut-read');
  if (decoded.damaged) tally.count('vector.undecodable');
  return decoded.text;
}

/** Rows of stars stand for numbers that did not fit their field. */
function number(bytes: Uint8Array, _decode: DecodeText, tally: Tally): Value {
  const plain = ascii(bytes);
  if (plain === '' || plain.startsWith('*')) {
    if (plain !== '') tally.count('vector.number-lost');
    return null;
  }
  const value = Number(plain.replace(',', '.'));
  if (!Number.isFinite(value)) {
    tally.count('vector.number-lost');
    return null;
  }
  // Parcel numbers of nineteen digits in a numeric field: a double would change the last ones.
  return /^-?\d{16,}$/.test(plain) && !Number.isSafeInteger(value) ? plain : value;
}

function date(bytes: Uint8Array): Value {
  const plain = ascii(bytes);
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(plain) ?? [];
  return year === undefined || plain === '00000000' ? null : `${year}-${month}-${day}`;
}

function double(bytes: Uint8Array): Value {
  if (bytes.length !== 8) return null;
  const value = viewOf(bytes).getFloat64(0, true);
  return Number.isFinite(value) ? value : null;
}

function ascii(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    .toString('latin1')
    .replaceAll('\0', ' ')
    .trim();
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
