/** Sorts before every sample. */
const LOW = -1;
/** Sorts after every uint16 sample. */
const HIGH = 65536;

/** Room a pixel's looks need in the array given to `medianTwice`: 8, 16, 32 ... */
export function slotsFor(looks: number): number {
  let slots = 8;
  while (slots < looks) slots *= 2;
  return slots;
}

/**
 * Finds twice the median of small runs of uint16 samples without branching on the data: clear looks come in any
 * order, so a comparison sort spends its time on mispredicted branches. The run is filled up to `slots` with equally
 * many low and high stand-ins (one more high for an odd count), so the median always sits in the middle, and
 * a fixed network of exchanges brings it there.
 *
 * @param slots from `slotsFor(greatest number of looks)`
 * @returns a function (values, start, n) -> the doubled median of values[start .. start + n): the middle value
 * times 2, or for an even count the sum of the two middle ones, so that it stays an integer. It overwrites
 * values[start + n .. start + 8) where n < 8. n must be 1..slots
 */
export function medianFinder(slots: number): (values: Int32Array, start: number, n: number) => number {
  if (slots === 8) return medianOfEight;
  const networks = new Map<number, Uint16Array>();
  for (let size = 16; size <= slots; size *= 2) networks.set(size, selectionNetwork(size));
  const scratch = new Int32Array(slots);
  return (values, start, n) => {
    if (n <= 8) return medianOfEight(values, start, n);
    const size = n <= 16 ? 16 : slotsFor(n);
    const network = networks.get(size)!;
    for (let p = 0; p < n; p += 1) scratch[p] = values[start + p]!;
    for (let p = n; p < size; p += 1) scratch[p] = (p - n) & 1 ? LOW : HIGH;
    for (let c = 0; c < network.length; c += 2) {
      const i = network[c]!;
      const j = network[c + 1]!;
      const a = scratch[i]!;
      const b = scratch[j]!;
      const d = (a - b) & ((a - b) >> 31);
      scratch[i] = b + d;
      scratch[j] = a - d;
    }
    const middle = scratch[size / 2 - 1]!;
    return n & 1 ? 2 * middle : middle + scratch[size / 2]!;
  };
}

/**
 * Odd-even merge exchange (Batcher; Knuth TAOCP 3, 5.2.2 M) as pairs of positions, without the exchanges that
 * cannot reach the two middle positions. `size` is a power of two.
 */
export function selectionNetwork(size: number): Uint16Array {
  const pairs: [number, number][] = [];
  for (let p = size / 2; p >= 1; p = Math.floor(p / 2)) {
    let q = size / 2;
    let r = 0;
    let d = p;
    for (;;) {
      for (let i = 0; i < size - d; i += 1) if ((i & p) === r) pairs.push([i, i + d]);
      if (q === p) break;
      d = q - p;
      q /= 2;
      r = p;
    }
  }
  const needed = new Set([size / 2 - 1, size / 2]);
  const kept: [number, number][] = [];
  for (const [i, j] of pairs.reverse()) {
    if (!needed.has(i) && !needed.has(j)) continue;
    needed.add(i).add(j);
    kept.push([i, j]);
  }
  return Uint16Array.from(kept.reverse().flat());
}

/** The same for 8 slots, unrolled: (a - b) & ((a - b) >> 31) is min(a - b, 0), so b + it is the lesser value. */
function medianOfEight(values: Int32Array, start: number, n: number): number {
  if (n === 1) return 2 * values[start]!;
  if (n === 2) return values[start]! + values[start + 1]!;
  for (let p = n; p < 8; p += 1) values[start + p] = (p - n) & 1 ? LOW : HIGH;
  let a = values[start]!;
  let b = values[start + 1]!;
  let c = values[start + 2]!;
  let d = values[start + 3]!;
  let e = values[start + 4]!;
  let f = values[start + 5]!;
  let g = values[start + 6]!;
  let h = values[start + 7]!;
  let t = 0;
  // two sorted fours
  t = (a - b) & ((a - b) >> 31);
  a -= t;
  b += t; // a >= b from here on: a holds the greater
  t = (c - d) & ((c - d) >> 31);
  c -= t;
  d += t;
  t = (e - f) & ((e - f) >> 31);
  e -= t;
  f += t;
  t = (g - h) & ((g - h) >> 31);
  g -= t;
  h += t;
  t = (a - c) & ((a - c) >> 31);
  a -= t;
  c += t;
  t = (b - d) & ((b - d) >> 31);
  b -= t;
  d += t;
  t = (b - c) & ((b - c) >> 31);
  b -= t;
  c += t;
  t = (e - g) & ((e - g) >> 31);
  e -= t;
  g += t;
  t = (f - h) & ((f - h) >> 31);
  f -= t;
  h += t;
  t = (f - g) & ((f - g) >> 31);
  f -= t;
  g += t;
  // a >= b >= c >= d and e >= f >= g >= h: the 4th and 5th of all eight are the least of the upper
  // half and the greatest of the lower half of the bitonic split
  t = (a - h) & ((a - h) >> 31);
  a -= t;
  h += t;
  t = (b - g) & ((b - g) >> 31);
  b -= t;
  g += t;
  t = (c - f) & ((c - f) >> 31);
  c -= t;
  f += t;
  t = (d - e) & ((d - e) >> 31);
  d -= t;
  e += t;
  // greater four: a b c d; lesser four: e f g h
  const ef = e - ((e - f) & ((e - f) >> 31));
  const gh = g - ((g - h) & ((g - h) >> 31));
  const below = ef - ((ef - gh) & ((ef - gh) >> 31));
  if (n & 1) return 2 * below;
  const ab = b + ((a - b) & ((a - b) >> 31));
  const cd = d + ((c - d) & ((c - d) >> 31));
  return below + cd + ((ab - cd) & ((ab - cd) >> 31));
}
