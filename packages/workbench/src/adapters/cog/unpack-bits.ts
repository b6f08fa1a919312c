/**
 * Undoes PackBits: a signed byte n announces n + 1 bytes as they are (n >= 0) or one byte 1 - n times (n < 0).
 *
 * @returns fewer bytes than expected where the input ends before
 * @source TIFF 6.0, section 9
 */
export function unpackBits(raw: Uint8Array, expected: number): Uint8Array {
  const out = new Uint8Array(expected);
  let at = 0;
  for (let i = 0; i < raw.length && at < expected; ) {
    const head = (raw[i]! << 24) >> 24;
    i += 1;
    if (head >= 0) {
      const run = raw.subarray(i, Math.min(i + head + 1, i + expected - at));
      out.set(run, at);
      at += run.length;
      i += head + 1;
    } else if (head !== -128) {
      if (i >= raw.length) break;
      const end = Math.min(expected, at + 1 - head);
      out.fill(raw[i]!, at, end);
      at = end;
      i += 1;
    }
  }
  return out.subarray(0, at);
}
