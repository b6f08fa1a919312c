/**
 * Number of leading bytes that end at the end of a character: fewer than all where the last character was cut, as
 * fields of fixed width cut it. Single-byte encodings are never cut.
 *
 * @param encoding `utf-8`, `gb18030`, `big5`, `shift_jis`, `euc-kr`, or one of a byte a character
 */
export function wholeCharacterBytes(bytes: Uint8Array, encoding: string): number {
  if (encoding === 'utf-8') return wholeUtf8(bytes);
  if (encoding === 'gb18030' || encoding === 'big5' || encoding === 'euc-kr')
    return wholePairs(bytes, encoding === 'gb18030', 0x100);
  // Half-width katakana of Shift JIS stand in a byte of their own.
  return encoding === 'shift_jis' ? wholePairs(bytes, false, 0xa0) : bytes.length;
}

function wholeUtf8(bytes: Uint8Array): number {
  const { length } = bytes;
  let lead = length - 1;
  while (lead >= 0 && lead > length - 4 && (bytes[lead]! & 0xc0) === 0x80) lead -= 1;
  if (lead < 0) return length;
  const first = bytes[lead]!;
  const needed = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 1;
  return length - lead < needed ? lead : length;
}

/** Bytes from 0x81 lead; `singles` up to 0xdf stand alone. */
function wholePairs(bytes: Uint8Array, four: boolean, singles: number): number {
  const { length } = bytes;
  let at = 0;
  while (at < length) {
    const lead = bytes[at]!;
    let width = lead <= 0x80 || (lead >= singles && lead <= 0xdf) ? 1 : 2;
    const second = bytes[at + 1];
    if (four && width === 2 && second !== undefined && second >= 0x30 && second <= 0x39) width = 4;
    if (at + width > length) return at;
    at += width;
  }
  return length;
}
