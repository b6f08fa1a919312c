/**
 * The greatest float32 that is not above a number >= 0: float32 lanes are at most the number exactly where they are at
 * most this.
 */
export function floatBelow(value: number): number {
  const near = Float32Array.of(value);
  if (near[0]! > value) new Int32Array(near.buffer)[0]! -= 1;
  return near[0]!;
}
