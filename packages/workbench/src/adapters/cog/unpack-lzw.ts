const CLEAR = 256;
const END = 257;
const FIRST_FREE = 258;
const TABLE = 4096;

/**
 * Undoes LZW as TIFF 6.0 has it: codes from the most significant bit on, 9 to 12 bits wide, widened one code
 * early. Stops at `expected` bytes, so what it makes is never larger, however small the input.
 *
 * @returns fewer bytes than expected where the input ends before
 * @throws Error for a code that cannot come next
 * @source TIFF 6.0, section 13
 */
export function unpackLzw(raw: Uint8Array, expected: number): Uint8Array {
  const out = new Uint8Array(expected);
  // A string is where in the output it was written first, and how long it is there.
  const starts = new Uint32Array(TABLE);
  const lengths = new Uint32Array(TABLE);
  let free = FIRST_FREE;
  let width = 9;
  let bits = 0;
  let bitCount = 0;
  let at = 0;
  let written = 0;
  let lastStart = 0;
  let lastLength = 0;
  while (written < expected) {
    while (bitCount < width && at < raw.length) {
      bits = ((bits << 8) | raw[at]!) & 0xffffff;
      at += 1;
      bitCount += 8;
    }
    if (bitCount < width) break;
    bitCount -= width;
    const code = (bits >>> bitCount) & ((1 << width) - 1);
    if (code === END) break;
    if (code === CLEAR) {
      free = FIRST_FREE;
      width = 9;
      lastLength = 0;
      continue;
    }
    const start = written;
    if (code < CLEAR) {
      out[written] = code;
      written += 1;
    } else {
      // The code about to be defined is the last string and its own first byte: that copy overlaps itself.
      const defined = code < free ? lengths[code]! : lastLength + 1;
      const from = code < free ? starts[code]! : lastStart;
      if (code > free || lastLength === 0) throw new Error(`LZW code ${code} before its definition`);
      const end = Math.min(expected, written + defined);
      for (let i = from; written < end; i += 1, written += 1) out[written] = out[i]!;
    }
    if (lastLength > 0 && free < TABLE) {
      starts[free] = lastStart;
      lengths[free] = lastLength + 1;
      free += 1;
    }
    if (free + 1 >= 1 << width && width < 12) width += 1;
    lastStart = start;
    lastLength = written - start;
  }
  return out.subarray(0, written);
}
