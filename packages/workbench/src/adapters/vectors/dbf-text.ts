import { wholeCharacterBytes } from './whole-characters.ts';

export interface DecodedText {
  readonly text: string;
  /** True where a character at the end was cut and left out. */
  readonly cut: boolean;
  /** True where bytes were no text and stand as replacement characters. */
  readonly damaged: boolean;
}

export type DecodeText = (bytes: Uint8Array) => DecodedText;

/** Registers repeat a few words in thousands of rows. */
const REMEMBERED = 4_096;

/** Decodes the texts of one table; never throws. Repeated texts are decoded once. */
export function dbfText(encoding: string): { readonly decode: DecodeText } {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  const known = new Map<string, DecodedText>();
  return {
    decode(bytes) {
      const key = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
      const before = known.get(key);
      if (before !== undefined) return before;
      const whole = wholeCharacterBytes(bytes, encoding);
      const text = decoder.decode(bytes.subarray(0, whole));
      const decoded = { text, cut: whole < bytes.length, damaged: text.includes('\ufffd') };
      if (known.size < REMEMBERED) known.set(key, decoded);
      return decoded;
    },
  };
}

/** Without the blanks and zeros that fill a field. */
export function trimEnd(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] === 0x20 || bytes[end - 1] === 0)) end -= 1;
  return bytes.subarray(0, end);
}
