import { strictText } from './strict-text.ts';

/** A text put together from lines in two encodings, and how many lines beyond ASCII were in each. */
export interface DecodedLines {
  readonly text: string;
  readonly lines: { readonly utf8: number; readonly gb18030: number };
}

/**
 * Decodes line by line, for exports in UTF-8 and in GB 18030 that were appended to each other; null where lines are in
 * neither, or all in one. A line of ASCII is of the encoding before it, so stretches are decoded as a whole.
 */
export function decodeLines(bytes: Uint8Array): DecodedLines | null {
  const texts: string[] = [];
  const lines = { utf8: 0, gb18030: 0 };
  const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let from = 0;
  let isGb = false;
  const take = (end: number): boolean => {
    const text = strictText(bytes.subarray(from, end), isGb ? 'gb18030' : 'utf-8');
    if (text !== null) texts.push(text);
    from = end;
    return text !== null;
  };
  for (let at = 0; at < bytes.length; ) {
    const feed = bytes.indexOf(0x0a, at);
    const end = feed < 0 ? bytes.length : feed + 1;
    if (hasHighByte(bytes, at, end)) {
      const wasGb: boolean = isGb;
      let nowGb = false;
      try {
        utf8.decode(bytes.subarray(at, end));
        lines.utf8 += 1;
      } catch {
        nowGb = true;
        lines.gb18030 += 1;
      }
      if (nowGb !== wasGb) {
        if (!take(at)) return null;
        isGb = nowGb;
      }
    }
    at = end;
  }
  if (!take(bytes.length) || lines.utf8 === 0 || lines.gb18030 === 0) return null;
  return { text: texts.join(''), lines };
}

function hasHighByte(bytes: Uint8Array, from: number, end: number): boolean {
  for (let i = from; i < end; i += 1) if (bytes[i]! >= 0x80) return true;
  return false;
}
