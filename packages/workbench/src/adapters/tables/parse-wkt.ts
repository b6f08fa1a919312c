import { AftermineError } from '@aftermine/science/base';
import type { MultiPolygon, Position, Ring } from '@aftermine/science/site';

export interface WktShape {
  /** Null for a geometry that is no polygon; empty for an empty one. */
  readonly polygons: MultiPolygon | null;
  /** EPSG number that `SRID=4490;` in front states, or null. */
  readonly srid: number | null;
}

const OTHERS =
  /^(POINT|MULTIPOINT|LINESTRING|MULTILINESTRING|GEOMETRYCOLLECTION|CIRCULARSTRING|COMPOUNDCURVE|CURVEPOLYGON|MULTICURVE|MULTISURFACE|TIN|POLYHEDRALSURFACE|TRIANGLE)\b/i;
const HEAD = /^\s*(?:SRID\s*=\s*(\d{1,6})\s*;)?\s*(MULTI)?POLYGON\s*(ZM|Z|M)?\s*(EMPTY|(?=\())/i;
const NUMBER = /[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/iy;

/** True for text that begins like WKT of any geometry. */
export function looksLikeWkt(text: string): boolean {
  const bare = text.replace(/^\s*(SRID\s*=\s*\d+\s*;)?\s*/i, '');
  return HEAD.test(bare) || OTHERS.test(bare);
}

/**
 * Polygons of a WKT text, with an SRID in front where there is one. Heights and measures are dropped. The depth is the
 * three or four brackets that polygons have; nothing recurses.
 *
 * @throws InvalidInput `E-TAB-009` for broken text, with the place in it
 * @source OGC 06-103r4, Simple Feature Access 1.2.1
 */
export function parseWkt(text: string, where: string): WktShape {
  const head = HEAD.exec(text);
  const srid = Number(/^\s*SRID\s*=\s*(\d{1,6})\s*;/i.exec(text)?.[1] ?? Number.NaN);
  const code = Number.isNaN(srid) ? null : srid;
  if (head === null) {
    if (looksLikeWkt(text)) return { polygons: null, srid: code };
    throw broken(where, text, 0);
  }
  if (/EMPTY/i.test(head[4]!)) return { polygons: [], srid: code };
  const scan = new Scan(text, head[0].length, where);
  const polygons = head[2] === undefined ? [scan.polygon()] : scan.list(() => scan.polygon());
  scan.end();
  return { polygons, srid: code };
}

class Scan {
  readonly #text: string;
  readonly #where: string;
  #at: number;

  constructor(text: string, at: number, where: string) {
    this.#text = text;
    this.#at = at;
    this.#where = where;
  }

  polygon(): Ring[] {
    return this.list(() => this.list(() => this.#position()));
  }

  list<T>(read: () => T): T[] {
    this.#expect('(');
    const out = [read()];
    while (this.#take(',')) out.push(read());
    this.#expect(')');
    return out;
  }

  end(): void {
    this.#space();
    if (this.#at < this.#text.length) throw broken(this.#where, this.#text, this.#at);
  }

  /** Two numbers, and up to two more that are passed over. */
  #position(): Position {
    const values: number[] = [];
    for (;;) {
      this.#space();
      NUMBER.lastIndex = this.#at;
      const found = NUMBER.exec(this.#text);
      if (found === null) break;
      this.#at = NUMBER.lastIndex;
      values.push(Number(found[0]));
    }
    const [x, y] = values;
    if (x === undefined || y === undefined || values.length > 4 || !values.every(Number.isFinite))
      throw broken(this.#where, this.#text, this.#at);
    return [x, y];
  }

  #space(): void {
    while (this.#at < this.#text.length && this.#text.charCodeAt(this.#at) <= 0x20) this.#at += 1;
  }

  #take(character: string): boolean {
    this.#space();
    if (this.#text[this.#at] !== character) return false;
    this.#at += 1;
    return true;
  }

  #expect(character: string): void {
    if (!this.#take(character)) throw broken(this.#where, this.#text, this.#at);
  }
}

function broken(where: string, text: string, at: number): AftermineError {
  return new AftermineError('InvalidInput', 'E-TAB-009', {
    where,
    expected: at,
    got: text.slice(Math.max(0, at - 20), at + 20),
  });
}
