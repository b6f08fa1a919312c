import { DISTANCE_BITS, DISTANCE_REST, ENTRY, LITERAL_BITS, LITERAL_REST } from './inflate-kernel.ts';

const MAX_BITS = 15;
const LENGTH_BASE = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195,
  227, 258,
];
const LENGTH_EXTRA = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const DISTANCE_BASE = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097,
  6145, 8193, 12289, 16385, 24577,
];
const DISTANCE_EXTRA = [
  0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
];

/** What each symbol becomes, without its number of bits. */
const LITERAL_SYMBOLS = Int32Array.from({ length: 288 }, (_, symbol) => {
  if (symbol < 256) return ENTRY.literal | (1 << 24) | (symbol << 8);
  if (symbol === 256) return ENTRY.end;
  const k = symbol - 257;
  return k < 29 ? (LENGTH_BASE[k]! << 16) | (LENGTH_EXTRA[k]! << 12) : ENTRY.none;
});
const DISTANCE_SYMBOLS = Int32Array.from({ length: 32 }, (_, symbol) =>
  symbol < 30 ? (DISTANCE_BASE[symbol]! << 16) | (DISTANCE_EXTRA[symbol]! << 12) : ENTRY.literal,
);

/** Bits reversed: Huffman codes are packed from their highest bit on, tables are indexed from the lowest. */
const REVERSED = Uint16Array.from({ length: 1 << MAX_BITS }, (_, code) => {
  let out = 0;
  for (let bit = 0; bit < MAX_BITS; bit += 1) if (code & (1 << bit)) out |= 1 << (MAX_BITS - 1 - bit);
  return out;
});

const perLength = new Uint16Array(MAX_BITS + 1);
const nextCode = new Uint16Array(MAX_BITS + 2);
/** Symbols in the order of their codes: by length, then by number. */
const inOrder = new Uint16Array(288);
const placeOf = new Uint16Array(MAX_BITS + 1);
const single = new Int32Array(1 << LITERAL_BITS);

/**
 * Fills the table of literals and lengths from code lengths, two literals to an entry where both fit one look.
 *
 * @returns false for lengths that are no code
 */
export function fillLiterals(table: Int32Array, lengths: Uint8Array, count: number): boolean {
  if (!fill(table, single, lengths, count, LITERAL_SYMBOLS, LITERAL_BITS, LITERAL_REST, ENTRY.none))
    return false;
  for (let i = 0; i < single.length; i += 1) {
    const one = single[i]!;
    if (one < 0) {
      const used = one & 63;
      const two = single[i >> used]!;
      if (two < 0 && used + (two & 63) <= LITERAL_BITS) {
        table[i] = ENTRY.literal | (2 << 24) | ((two & 0xff00) << 8) | (one & 0xff00) | (used + (two & 63));
        continue;
      }
    }
    table[i] = one;
  }
  return true;
}

/** Fills the table of distances from code lengths; false for lengths that are no code. */
export function fillDistances(table: Int32Array, lengths: Uint8Array, from: number, count: number): boolean {
  const own = lengths.subarray(from, from + count);
  return fill(table, table, own, count, DISTANCE_SYMBOLS, DISTANCE_BITS, DISTANCE_REST, ENTRY.literal);
}

/**
 * Puts every code at each index whose low bits are that code. Codes longer than the first look share a second table
 * per prefix, which lies in `table` behind the first.
 */
function fill(
  table: Int32Array,
  first: Int32Array,
  lengths: Uint8Array,
  count: number,
  symbols: Int32Array,
  bits: number,
  rest: number,
  none: number,
): boolean {
  perLength.fill(0);
  for (let i = 0; i < count; i += 1) perLength[lengths[i]!]! += 1;
  perLength[0] = 0;
  let left = 1;
  let longest = 0;
  for (let length = 1; length <= MAX_BITS; length += 1) {
    left = 2 * left - perLength[length]!;
    if (left < 0) return false;
    if (perLength[length]! > 0) longest = length;
  }
  // As zlib has it: an incomplete code is one single code of one bit, or none at all.
  if (left > 0 && longest > 1) return false;
  const size = 1 << bits;
  if (left > 0) first.fill(none, 0, size);
  let code = 0;
  for (let length = 1; length <= MAX_BITS; length += 1) {
    code = (code + perLength[length - 1]!) << 1;
    nextCode[length] = code;
  }
  placeOf[1] = 0;
  for (let length = 1; length < MAX_BITS; length += 1)
    placeOf[length + 1] = placeOf[length]! + perLength[length]!;
  for (let symbol = 0; symbol < count; symbol += 1) {
    const length = lengths[symbol]!;
    if (length === 0) continue;
    inOrder[placeOf[length]!] = symbol;
    placeOf[length]! += 1;
  }
  let secondAt = size;
  let prefixNow = -1;
  let second = 0;
  let next = 0;
  for (let length = 1; length <= longest; length += 1) {
    for (let k = perLength[length]!; k > 0; k -= 1) {
      const meaning = symbols[inOrder[next]!]!;
      next += 1;
      const reversed = REVERSED[nextCode[length]!]! >> (MAX_BITS - length);
      nextCode[length]! += 1;
      if (length <= bits) {
        const entry = meaning | (meaning > 0 ? detail(meaning, length) : length);
        for (let i = reversed; i < size; i += 1 << length) first[i] = entry;
        continue;
      }
      const prefix = reversed & (size - 1);
      if (prefix !== prefixNow) {
        prefixNow = prefix;
        second = secondAt;
        secondAt += 1 << rest;
        table.fill(none, second, secondAt);
        first[prefix] = ENTRY.second | (none & ENTRY.literal) | (second << 8) | bits;
      }
      const own = length - bits;
      const entry = meaning | (meaning > 0 ? detail(meaning, own) : own);
      for (let i = reversed >> bits; i < 1 << rest; i += 1 << own) table[second + i] = entry;
    }
  }
  return true;
}

/** Bits of the code, and of code and extra bits together. Meanings without extra bits read only the latter. */
function detail(meaning: number, length: number): number {
  return (length << 8) | (length + ((meaning >> 12) & 15));
}
