/** A grid drawn with one digit per cell, metres; `.` is a void. */
export function drawnGround(...rows: readonly string[]) {
  const heights = Float32Array.from(rows.join(''), (c) => (c === '.' ? Number.NaN : Number(c)));
  return { heights, width: rows[0]!.length, height: rows.length };
}

/** A layer as one string per row. */
export function drawLayer(
  layer: ArrayLike<number>,
  width: number,
  glyph: (value: number) => string = (v) => (Number.isNaN(v) ? '.' : String(v)),
): string[] {
  return Array.from({ length: layer.length / width }, (_, row) =>
    Array.from({ length: width }, (_, col) => glyph(layer[row * width + col]!)).join(''),
  );
}

const ARROWS: Readonly<Record<number, string>> = {
  1: '→',
  2: '↘',
  4: '↓',
  8: '↙',
  16: '←',
  32: '↖',
  64: '↑',
  128: '↗',
  0: 'o',
  255: '.',
};

/** Flow directions as arrows; o where flow ends, . in voids. */
export const drawFlow = (directions: Uint8Array, width: number): string[] =>
  drawLayer(directions, width, (code) => ARROWS[code] ?? '?');

/** Reproducible numbers in 0..1. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
}

/** Rough ground in `steps` heights, some of it void: many pits, flats and ties. */
export function roughGround(width: number, height: number, steps: number, seed: number, voids = 0.01) {
  const random = seeded(seed);
  const heights = Float32Array.from({ length: width * height }, () =>
    random() < voids ? Number.NaN : Math.floor(random() * steps),
  );
  return { heights, width, height };
}
