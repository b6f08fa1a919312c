import type { MultiPolygon, Ring } from './types.ts';

/**
 * A number that is equal for equal outlines, whichever vertex a ring starts at, whichever way it runs, and in
 * whatever order parts and holes come. Unequal outlines may share it: ask `isSameOutline`.
 */
export function outlineHash(polygons: MultiPolygon): number {
  let sum = 0;
  let count = 0;
  for (const polygon of polygons) {
    for (const ring of polygon) {
      const length = vertexCount(ring);
      for (let i = 0; i < length; i += 1) {
        const vertex = ring[i]!;
        sum += mix(vertex[0], vertex[1]);
        if (sum > 4_294_967_296) sum -= 4_294_967_296;
      }
      count += length;
    }
  }
  return sum * 1024 + (count % 1024);
}

/** True when two outlines are the same land vertex by vertex; where rings start and which way they run is no difference. */
export function isSameOutline(a: MultiPolygon, b: MultiPolygon): boolean {
  const as = a.flat();
  const bs = b.flat();
  if (a.length !== b.length || as.length !== bs.length) return false;
  if (as.length === 1) return isSameRing(as[0]!, bs[0]!);
  const texts = bs.map(canonicalRing).sort();
  return as
    .map(canonicalRing)
    .sort()
    .every((text, i) => text === texts[i]);
}

/**
 * Text of an outline that does not depend on where rings start, which way they run or in what order parts and
 * holes come.
 *
 * @param decimals coordinates are rounded to this many, so that a file written anew with fewer digits is the same
 */
export function canonicalOutline(polygons: MultiPolygon, decimals: number): string {
  const factor = 10 ** decimals;
  const round = (value: number): number => Math.round(value * factor) / factor;
  return polygons
    .map((polygon) => {
      const rings = polygon.map((ring) => canonicalRing(ring.map(([x, y]) => [round(x), round(y)] as const)));
      return [rings[0] ?? '', ...rings.slice(1).sort()].join('/');
    })
    .sort()
    .join('|');
}

function vertexCount(ring: Ring): number {
  const first = ring[0];
  const last = ring.at(-1);
  if (first === undefined || last === undefined) return 0;
  return ring.length > 1 && first[0] === last[0] && first[1] === last[1] ? ring.length - 1 : ring.length;
}

function isSameRing(a: Ring, b: Ring): boolean {
  const count = vertexCount(a);
  if (count !== vertexCount(b)) return false;
  if (count === 0) return true;
  const [x, y] = a[0]!;
  for (let start = 0; start < count; start += 1) {
    const candidate = b[start]!;
    if (candidate[0] !== x || candidate[1] !== y) continue;
    for (const step of [1, count - 1]) {
      let i = 1;
      for (; i < count; i += 1) {
        const p = a[i]!;
        const q = b[(start + i * step) % count]!;
        if (p[0] !== q[0] || p[1] !== q[1]) break;
      }
      if (i === count) return true;
    }
  }
  return false;
}

/** The ring from its smallest vertex on, in the direction that reads smaller. */
function canonicalRing(ring: Ring): string {
  const count = vertexCount(ring);
  const texts = ring.slice(0, count).map(([x, y]) => `${x + 0} ${y + 0}`);
  const least = texts.reduce((best, text) => (text < best ? text : best), texts[0] ?? '');
  let smallest: string | null = null;
  texts.forEach((text, start) => {
    if (text !== least) return;
    for (const step of [1, count - 1]) {
      const walk = texts.map((_, i) => texts[(start + i * step) % count]!).join(',');
      if (smallest === null || walk < smallest) smallest = walk;
    }
  });
  return smallest ?? '';
}

const bits = new DataView(new ArrayBuffer(16));

/** 32 bits that depend on every bit of both coordinates. */
function mix(x: number, y: number): number {
  // 0 and -0 are one place.
  bits.setFloat64(0, x + 0);
  bits.setFloat64(8, y + 0);
  let h = 0x9e3779b9;
  for (let i = 0; i < 16; i += 4) {
    h = Math.imul(h ^ bits.getInt32(i), 0x85ebca6b);
    h ^= h >>> 13;
    h = Math.imul(h, 0xc2b2ae35);
    h ^= h >>> 16;
  }
  return h >>> 0;
}
