import { AftermineError } from '@aftermine/science/base';

/** What is told of a document as it is passed over; names come without their prefix. */
export interface XmlHandler {
  open(name: string, attributes: string): void;
  close(name: string): void;
  /** Text between tags, entities resolved; CDATA as it is. One element's text may come in pieces. */
  text(text: string): void;
}

/** Elements of an honest document nest about ten deep. */
const MAX_DEPTH = 128;
/** Characters of a tag with its attributes. */
const MAX_TAG = 1 << 20;

/**
 * Passes once over an XML text. Only what data needs is understood: elements, attributes, text, CDATA, the five named
 * entities and numbered ones. Document type declarations are refused, so that entities can neither grow nor fetch.
 *
 * @throws InvalidInput `E-VEC-111` for tags that do not fit, `E-VEC-112` for a document type, `E-VEC-004` nested too deep
 */
export function scanXml(text: string, where: string, handler: XmlHandler): void {
  const broken = (at: number): AftermineError =>
    new AftermineError('InvalidInput', 'E-VEC-111', { where, got: text.slice(at, at + 40) });
  const stack: string[] = [];
  let at = text.indexOf('<');
  if (at < 0 || text.slice(0, at).trim() !== '') throw broken(0);
  let hasRoot = false;
  while (at < text.length) {
    if (text.startsWith('<!--', at)) at = after(text, '-->', at + 4);
    else if (text.startsWith('<?', at)) at = after(text, '?>', at + 2);
    else if (text.startsWith('<![CDATA[', at)) {
      const end = after(text, ']]>', at + 9);
      if (end < 0 || stack.length === 0) throw broken(at);
      handler.text(text.slice(at + 9, end - 3));
      at = end;
    } else if (text.startsWith('<!', at)) {
      throw new AftermineError('InvalidInput', 'E-VEC-112', { where, got: text.slice(at, at + 20) });
    } else {
      const end = tagEnd(text, at);
      if (end < 0) throw broken(at);
      if (text[at + 1] === '/') {
        const raw = text.slice(at + 2, end).trim();
        if (stack.pop() !== raw) throw broken(at);
        handler.close(bareName(raw));
      } else {
        const isEmpty = text[end - 1] === '/';
        const tag = text.slice(at + 1, isEmpty ? end - 1 : end);
        const raw = /^[^\s/<>=]+/.exec(tag)?.[0];
        if (raw === undefined || (stack.length === 0 && hasRoot)) throw broken(at);
        hasRoot = true;
        handler.open(bareName(raw), tag.slice(raw.length));
        if (isEmpty) handler.close(bareName(raw));
        else if (stack.push(raw) > MAX_DEPTH)
          throw new AftermineError('InvalidInput', 'E-VEC-004', { where, expected: MAX_DEPTH });
      }
      at = end + 1;
    }
    if (at < 0) throw broken(text.length - 40);
    const next = text.indexOf('<', at);
    const end = next < 0 ? text.length : next;
    if (stack.length > 0) {
      if (end > at) handler.text(resolveEntities(text.slice(at, end)));
    } else if (text.slice(at, end).trim() !== '') throw broken(at);
    at = end;
  }
  if (!hasRoot || stack.length > 0) throw broken(Math.max(0, text.length - 40));
}

/** The value of an attribute in the rest of a tag; null without it. */
export function xmlAttribute(attributes: string, name: string): string | null {
  for (const match of attributes.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
    if (bareName(match[1]!) === name) return resolveEntities(match[2] ?? match[3]!);
  return null;
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? -1 : at + mark.length;
}

/** Where a tag ends: the first `>` outside of quotes. */
function tagEnd(text: string, from: number): number {
  const limit = Math.min(text.length, from + MAX_TAG);
  let quote = 0;
  for (let i = from + 1; i < limit; i += 1) {
    const code = text.charCodeAt(i);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 0x22 || code === 0x27) quote = code;
    else if (code === 0x3e) return i;
    else if (code === 0x3c) return -1;
  }
  return -1;
}

function bareName(raw: string): string {
  return raw.slice(raw.indexOf(':') + 1);
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
