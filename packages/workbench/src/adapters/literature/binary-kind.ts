/** First bytes of files that are no text, and what they are. */
const SIGNATURES: readonly (readonly [kind: string, bytes: readonly number[]])[] = [
  ['PDF', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['ZIP, XLSX, DOCX', [0x50, 0x4b, 0x03, 0x04]],
  ['XLS, DOC', [0xd0, 0xcf, 0x11, 0xe0]],
  ['GZIP', [0x1f, 0x8b]],
  ['7Z', [0x37, 0x7a, 0xbc, 0xaf]],
  ['RAR', [0x52, 0x61, 0x72, 0x21, 0x1a]],
  ['SQLite', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66]],
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['CAJ', [0x43, 0x41, 0x4a, 0x00]],
  ['ELF', [0x7f, 0x45, 0x4c, 0x46]],
];
const LOOKED_AT = 65_536;
/** Share of control bytes above which bytes are no text. */
const MOST_CONTROLS = 0.005;

/** What a file is that holds no text, by its first bytes or its many control bytes; null for text. */
export function binaryKind(bytes: Uint8Array): string | null {
  for (const [kind, signature] of SIGNATURES)
    if (signature.every((byte, i) => bytes[i] === byte)) return kind;
  const limit = Math.min(bytes.length, LOOKED_AT);
  let controls = 0;
  for (let i = 0; i < limit; i += 1) {
    const byte = bytes[i]!;
    if (byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1a && byte !== 0x1b)) controls += 1;
  }
  return controls > MOST_CONTROLS * limit ? 'bytes' : null;
}
