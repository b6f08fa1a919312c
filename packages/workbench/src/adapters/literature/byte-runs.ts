/** What the bytes above 0x7f of a text look like, each counted once. */
export interface ByteRuns {
  /** Sequences of UTF-8 that are whole, and bytes that are of none. */
  readonly utf8: number;
  readonly broken: number;
  /** Runs of one such byte among ASCII, as Western letters stand; all other runs. */
  readonly single: number;
  readonly longer: number;
}

/** Looks once over the bytes; ASCII costs a comparison a byte. */
export function byteRuns(bytes: Uint8Array): ByteRuns {
  let [utf8, broken, single, longer] = [0, 0, 0, 0];
  for (let at = 0; at < bytes.length; ) {
    if (bytes[at]! < 0x80) {
      at += 1;
      continue;
    }
    const start = at;
    while (at < bytes.length && bytes[at]! >= 0x80) {
      const length = sequenceLength(bytes, at);
      if (length === 0) {
        broken += 1;
        at += 1;
      } else {
        utf8 += 1;
        at += length;
      }
    }
    if (at - start === 1) single += 1;
    else longer += 1;
  }
  return { utf8, broken, single, longer };
}

/** Bytes of the UTF-8 sequence at `at`; 0 where there is no whole one. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at]!;
  const length =
    first >= 0xf0 && first < 0xf5 ? 4 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xc2 ? 2 : 0;
  if (first >= 0xf5 || length === 0) return 0;
  for (let i = 1; i < length; i += 1) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}
