import type { Look } from './composite.ts';

export interface BestAvailableOptions {
  /** Target, in the same count of days as the looks' `seasonDay`; by default the middle of the looks. */
  readonly targetDay?: number;
  /** Standard deviation of the day score; 38 days by default. */
  readonly sdDays?: number;
  /** Beyond this distance a cloud no longer matters; 50 pixels (1500 m) by default. */
  readonly cloudDistancePixels?: number;
  /** Opacity up to which a pixel is perfect, and from which it is worthless; 0.2 and 0.3 by default. */
  readonly opacity?: readonly [low: number, high: number];
  /** Sensor score of a Landsat 7 look with the failed scan-line corrector (others have 1); 0.7 by default. */
  readonly slcOffScore?: number;
}

/**
 * Scores every pixel of every look for the best-available-pixel composite: the mean of
 * - day: exp(-0.5 ((day - target) / sd)^2)
 * - sensor: 1, or `slcOffScore` for SLC-off looks
 * - cloud distance (only if every look brings distances): 1 / (1 + exp(-0.2 (min(d, r) - r / 2))), r = `cloudDistancePixels`
 * - opacity o (only if every look brings it): 1 up to low, 0 from high, between them
 *   1 - 1 / (1 + exp(-0.2 (o - (high - low) / 2)))
 *
 * A score that only some looks could have is left out for all: a look must not win by lacking information.
 *
 * @param looks in order of time
 * @returns one array per look, 0..1
 * @source White et al. 2014, doi:10.1080/07038992.2014.945827
 */
export function scoreLooks(
  looks: readonly Look[],
  pixels: number,
  options: BestAvailableOptions = {},
): Float32Array[] {
  const days = looks.map((look) => look.seasonDay ?? look.dayOfYear);
  const target = options.targetDay ?? (Math.min(...days) + Math.max(...days)) / 2;
  const sd = options.sdDays ?? 38;
  const reach = options.cloudDistancePixels ?? 50;
  const [low, high] = options.opacity ?? [0.2, 0.3];
  const hasDistance = looks.every((look) => look.cloudDistance !== undefined);
  const hasOpacity = looks.every((look) => look.opacity !== undefined);
  const terms = 2 + (hasDistance ? 1 : 0) + (hasOpacity ? 1 : 0);
  const byDistance = Float64Array.from(
    { length: 256 },
    (_, d) => 1 / (1 + Math.exp(-0.2 * (Math.min(d, reach) - reach / 2))),
  );
  return looks.map((look, l) => {
    const day = Math.exp(-0.5 * ((days[l]! - target) / sd) ** 2);
    const fixed = day + (look.slcOff === true ? (options.slcOffScore ?? 0.7) : 1);
    const scores = new Float32Array(pixels).fill(fixed / terms);
    if (hasDistance) {
      const distances = look.cloudDistance!;
      for (let i = 0; i < pixels; i += 1) scores[i] = scores[i]! + byDistance[distances[i]!]! / terms;
    }
    if (hasOpacity) {
      const opacity = look.opacity!;
      for (let i = 0; i < pixels; i += 1) {
        const o = opacity[i]!;
        const score = o < low ? 1 : o < high ? 1 - 1 / (1 + Math.exp(-0.2 * (o - (high - low) / 2))) : 0;
        scores[i] = scores[i]! + score / terms;
      }
    }
    return scores;
  });
}

/**
 * Distance of every pixel to the nearest cloud, in pixels, exact Euclidean, held at `max`.
 * A block must be read with a margin of `max` pixels, else distances end at its edge.
 *
 * @param cloud 1 = cloud or its shadow, row-major
 * @param max 1..255
 * @source Meijster, Roerdink and Hesselink 2000, doi:10.1007/0-306-47025-X_36 (the two passes)
 */
export function cloudDistance(cloud: Uint8Array, width: number, height: number, max = 50): Uint8Array {
  const vertical = new Uint16Array(width * height);
  for (let col = 0; col < width; col += 1) {
    let run = max;
    for (let row = 0; row < height; row += 1) {
      run = cloud[row * width + col] === 1 ? 0 : Math.min(max, run + 1);
      vertical[row * width + col] = run;
    }
    run = max;
    for (let row = height - 1; row >= 0; row -= 1) {
      const at = row * width + col;
      run = cloud[at] === 1 ? 0 : Math.min(max, run + 1);
      if (run < vertical[at]!) vertical[at] = run;
    }
  }
  const out = new Uint8Array(width * height);
  for (let row = 0; row < height; row += 1) {
    const base = row * width;
    for (let col = 0; col < width; col += 1) {
      let best = vertical[base + col]! ** 2;
      // columns further away than the best so far cannot improve it
      for (let step = 1; step * step < best && step < max; step += 1) {
        const left = col - step >= 0 ? step * step + vertical[base + col - step]! ** 2 : best;
        const right = col + step < width ? step * step + vertical[base + col + step]! ** 2 : best;
        best = Math.min(best, left, right);
      }
      out[base + col] = Math.min(max, Math.round(Math.sqrt(best)));
    }
  }
  return out;
}
