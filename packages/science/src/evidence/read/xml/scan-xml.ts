/** What is told of an XML text as it is passed over. */
export interface XmlHandler {
  open(name: string, attributes: string): void;
  close(name: string): void;
  /** Text between tags, entities resolved. One element's text may come in pieces. */
  text(text: string): void;
}

/**
 * Passes once over a piece of XML as exports of literature use it: elements, attributes, text, CDATA, comments, the named
 * and numbered entities. No document types, so entities can neither grow nor fetch. Elements are told as they come; the
 * handler judges their order.
 *
 * @returns false where the piece ends within a tag: a file cut in half
 */
export function scanXml(xml: string, start: number, end: number, handler: XmlHandler): boolean {
  let at = start;
  while (at < end) {
    const mark = xml.indexOf('<', at);
    const stop = mark < 0 || mark > end ? end : mark;
    if (stop > at) handler.text(resolveEntities(xml.slice(at, stop)));
    if (stop === end) return true;
    if (xml.startsWith('<![CDATA[', stop)) {
      const close = xml.indexOf(']]>', stop);
      if (close < 0 || close > end) {
        handler.text(xml.slice(stop + 9, end));
        return false;
      }
      handler.text(xml.slice(stop + 9, close));
      at = close + 3;
      continue;
    }
    const mate = xml.startsWith('<!--', stop) ? '-->' : xml.startsWith('<?', stop) ? '?>' : null;
    const close = mate === null ? tagEnd(xml, stop, end) : xml.indexOf(mate, stop);
    if (close < 0 || close >= end) return false;
    at = close + (mate?.length ?? 1);
    if (mate !== null || xml.charCodeAt(stop + 1) === 0x21) continue;
    if (xml.charCodeAt(stop + 1) === 0x2f) handler.close(xml.slice(stop + 2, close).trim());
    else {
      const isEmpty = xml.charCodeAt(close - 1) === 0x2f;
      const tag = xml.slice(stop + 1, isEmpty ? close - 1 : close);
      const name = /^[^\s/>]*/.exec(tag)![0];
      handler.open(name, tag.slice(name.length));
      if (isEmpty) handler.close(name);
    }
  }
  return true;
}

/** Where a tag ends: the first `>` outside of quotes; -1 where it does not. */
function tagEnd(xml: string, from: number, limit: number): number {
  let quote = 0;
  for (let i = from + 1; i < limit; i += 1) {
    const code = xml.charCodeAt(i);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 0x22 || code === 0x27) quote = code;
    else if (code === 0x3e) return i;
  }
  return -1;
}

/** The value of an attribute in the rest of a tag; null without it. */
export function xmlAttribute(attributes: string, name: string): string | null {
  for (const match of attributes.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
    if (match[1] === name) return resolveEntities(match[2] ?? match[3]!);
  return null;
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

/** Entities that are not known stay as they are written. */
function resolveEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]{2,5}));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
      ? String.fromCodePoint(code)
      : '\ufffd';
  });
}
