/**
 * Gaps of Landsat 7 after its scan line corrector failed: slanted wedges that repeat every two scans (about 33
 * lines) and widen towards the edge of the swath.
 *
 * @param phase 0..1, where the first gap begins; differs from passage to passage
 * @returns 1 = no data
 */
export function scanGaps(width: number, height: number, phase: number): Uint8Array {
  const gaps = new Uint8Array(width * height);
  const period = 33;
  const slant = Math.tan((-8.5 * Math.PI) / 180);
  for (let row = 0, i = 0; row < height; row += 1) {
    for (let col = 0; col < width; col += 1, i += 1) {
      const line = (((row - slant * col) / period + phase) % 1) * period;
      const gap = 7 + (3 * col) / width;
      if (line < gap) gaps[i] = 1;
    }
  }
  return gaps;
}
