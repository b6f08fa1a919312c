import type { Feature } from '@aftermine/science/site';
import iconv from 'iconv-lite';
import { type DbfColumn, dbfColumns } from './dbf-columns.ts';
import type { Tally } from './tally.ts';
import { wholeCharacterBytes } from './whole-characters.ts';

export interface WrittenDbf {
  readonly dbf: Uint8Array;
  /** Content of the `.cpg`. */
  readonly codePage: 'GBK' | 'UTF-8';
  /** Names as written and as they were, in the order of the fields. */
  readonly fields: readonly WrittenField[];
}

export interface WrittenField {
  readonly field: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
}

const MAX_TEXT_BYTES = 254;
const MAX_NAME_BYTES = 10;
/** Language driver of Chinese (PRC); 0 leaves it to the `.cpg`. */
const CHINESE_DRIVER = 0x4d;
const FIELD_BYTES = 32;
/** Of the few characters outside GBK that a warning names. */
const NAMED_CHARACTERS = 10;

/**
 * The attribute table of features as a dBASE III file, in GBK with language driver 0x4D; in UTF-8 where the caller wants
 * it or a character is not in GBK. What the format cannot hold is told: shortened names and texts, numbers written
 * as text, blanks lost.
 *
 * @param table name of the alias table, for the warning
 */
export function writeDbf(
  features: readonly Feature[],
  wanted: 'gbk' | 'utf-8',
  table: string,
  tally: Tally,
): WrittenDbf {
  const columns = dbfColumns(features, tally);
  const missing = wanted === 'gbk' ? notInGbk(features, columns) : [];
  if (missing.length > 0) tally.note('vector.written-utf8', { characters: missing.join('') });
  const utf8 = wanted === 'utf-8' || missing.length > 0;
  const encode = (text: string): Uint8Array => (utf8 ? Buffer.from(text, 'utf8') : iconv.encode(text, 'gbk'));
  const decoderName = utf8 ? 'utf-8' : 'gb18030';
  const cut = (bytes: Uint8Array, limit: number): Uint8Array => {
    if (bytes.length <= limit) return bytes;
    const head = bytes.subarray(0, limit);
    return head.subarray(0, wholeCharacterBytes(head, decoderName));
  };

  const names = shortNames(columns, encode, cut);
  const cells = columns.map((column) => cellsOf(column, features, encode, cut, tally));
  const fields = columns.map(({ name, type }, i): WrittenField => {
    const widest = cells[i]!.reduce((most, cell) => Math.max(most, cell?.length ?? 0), 1);
    return { field: names[i]!.text, name, type, bytes: type === 'L' ? 1 : widest };
  });
  for (const { field, name } of fields)
    if (field !== name) tally.note('vector.name-shortened', { name, field, table });

  const headerBytes = 32 + fields.length * FIELD_BYTES + 1;
  const rowBytes = fields.reduce((sum, { bytes }) => sum + bytes, 1);
  const dbf = new Uint8Array(headerBytes + features.length * rowBytes + 1);
  const view = new DataView(dbf.buffer);
  // The day of writing is a fixed one, so that equal features give equal files.
  dbf.set([3, 100, 1, 1]);
  view.setUint32(4, features.length, true);
  view.setUint16(8, headerBytes, true);
  view.setUint16(10, rowBytes, true);
  dbf[29] = utf8 ? 0 : CHINESE_DRIVER;
  fields.forEach(({ type, bytes }, i) => {
    const at = 32 + i * FIELD_BYTES;
    dbf.set(names[i]!.bytes, at);
    dbf[at + 11] = type.charCodeAt(0);
    dbf[at + 16] = bytes;
    dbf[at + 17] = columns[i]!.decimals;
  });
  dbf[headerBytes - 1] = 0x0d;
  dbf.fill(0x20, headerBytes);
  let offset = 1;
  fields.forEach(({ type, bytes }, i) => {
    cells[i]!.forEach((cell, row) => {
      const at = headerBytes + row * rowBytes + offset;
      if (cell !== null) dbf.set(cell, type === 'N' ? at + bytes - cell.length : at);
      else if (type === 'L') dbf[at] = 0x3f;
    });
    offset += bytes;
  });
  dbf[dbf.length - 1] = 0x1a;
  return { dbf, codePage: utf8 ? 'UTF-8' : 'GBK', fields };
}

function cellsOf(
  column: DbfColumn,
  features: readonly Feature[],
  encode: (text: string) => Uint8Array,
  cut: (bytes: Uint8Array, limit: number) => Uint8Array,
  tally: Tally,
): (Uint8Array | null)[] {
  let shortened = 0;
  const cells = features.map(({ properties }) => {
    const text = column.text(properties[column.name] ?? null);
    if (text === null) return null;
    const kept = text.replace(/[\0 ]+$/, '');
    if (kept !== text || text === '') tally.count('vector.blank-text');
    const bytes = encode(kept);
    const short = cut(bytes, MAX_TEXT_BYTES);
    if (short.length < bytes.length) shortened += 1;
    return short.length === 0 ? null : short;
  });
  if (shortened > 0) tally.note('vector.text-shortened', { name: column.name, count: shortened });
  return cells;
}

/** Names of ten bytes at most, none equal to another whatever the case of its letters. */
function shortNames(
  columns: readonly DbfColumn[],
  encode: (text: string) => Uint8Array,
  cut: (bytes: Uint8Array, limit: number) => Uint8Array,
): { readonly text: string; readonly bytes: Uint8Array }[] {
  const shorten = (name: string, tail: string): string => {
    const characters = [...name];
    const room = MAX_NAME_BYTES - tail.length;
    while (
      characters.length > 0 &&
      cut(encode(characters.join('')), room).length < encode(characters.join('')).length
    )
      characters.pop();
    return characters.join('').trimEnd() + tail;
  };
  // Names that fit keep their place before shortened ones are made distinct from them.
  const taken = new Set<string>();
  const own = columns.map(({ name }) => {
    const clean = name.replaceAll('\0', '').trim();
    const fits = clean !== '' && encode(clean).length <= MAX_NAME_BYTES && !taken.has(clean.toLowerCase());
    if (fits) taken.add(clean.toLowerCase());
    return fits ? clean : null;
  });
  return columns.map(({ name }, i) => {
    let text = own[i] ?? null;
    for (let n = 0; text === null; n += 1) {
      const clean = name.replaceAll('\0', '').trim();
      const candidate = shorten(clean === '' ? 'field' : clean, n === 0 ? '' : `_${n}`);
      if (!taken.has(candidate.toLowerCase())) text = candidate;
    }
    taken.add(text.toLowerCase());
    return { text, bytes: encode(text) };
  });
}

/** Characters that GBK does not have; names of villages and people hold such. */
function notInGbk(features: readonly Feature[], columns: readonly DbfColumn[]): string[] {
  const missing = new Set<string>();
  const known = new Set<string>();
  const look = (text: string): void => {
    if (known.has(text) || missing.size >= NAMED_CHARACTERS) return;
    known.add(text);
    if (iconv.decode(iconv.encode(text, 'gbk'), 'gbk') === text) return;
    for (const character of text)
      if (iconv.decode(iconv.encode(character, 'gbk'), 'gbk') !== character) missing.add(character);
  };
  for (const { name } of columns) look(name);
  for (const { properties } of features)
    for (const value of Object.values(properties)) if (typeof value === 'string') look(value);
  return [...missing];
}
