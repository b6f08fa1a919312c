import { SEGMENT_PRESETS, type SegmentPreset, segmentBlock } from '@aftermine/science/series';
import { type Point, segmentReadable } from '../packages/science/src/series/segment-readable.ts';
import type { BenchRow } from './row.ts';

const YEARS = Int32Array.from({ length: 40 }, (_, i) => 1985 + i);
const PIXELS = 65_536;
const READABLE_PIXELS = 1500;
const REPEATS = 5;
const RATIO_TARGET = 25;
const SPEED_TARGET = 125_000;

/**
 * Pixels per second of the segmentation kernel on one core, on 40 seeded years of noisy, partly disturbed and
 * partly cloudy land, and the ratio to the readable version on the same pixels in the same run.
 */
export async function benchSegmentation(): Promise<readonly BenchRow[]> {
  const input = land();
  const rows: BenchRow[] = [];
  for (const preset of Object.keys(SEGMENT_PRESETS) as SegmentPreset[]) {
    const parameters = SEGMENT_PRESETS[preset];
    const readable: (readonly Point[])[] = Array.from({ length: READABLE_PIXELS }, (_, pixel) =>
      Array.from(input.subarray(pixel * YEARS.length, (pixel + 1) * YEARS.length), (value, x) => ({
        x,
        y: -value,
      })).filter((point) => !Number.isNaN(point.y)),
    );
    let fast = 0;
    let plain = 0;
    // Alternating, so that both see the machine in the same mood; the best of each counts.
    for (let repeat = 0; repeat < REPEATS; repeat++) {
      fast = Math.max(
        fast,
        rate(PIXELS, () => segmentBlock(input, YEARS, parameters)),
      );
      plain = Math.max(
        plain,
        rate(READABLE_PIXELS, () =>
          readable.map((points) => segmentReadable(points, YEARS.length - 1, parameters)),
        ),
      );
    }
    rows.push(
      {
        name: `segmentation ${preset}, pixels per second and core`,
        measured: fast,
        target: SPEED_TARGET,
        unit: 'pixels/s',
        passed: fast >= SPEED_TARGET,
        detail: `${PIXELS} pixels x ${YEARS.length} years`,
      },
      {
        name: `segmentation ${preset}, against the readable version`,
        measured: fast / plain,
        target: RATIO_TARGET,
        unit: 'x',
        passed: fast / plain >= RATIO_TARGET,
        detail: `readable ${Math.round(plain)} pixels/s`,
      },
    );
  }
  return rows;
}

function rate(pixels: number, act: () => unknown): number {
  const start = performance.now();
  act();
  return (pixels / (performance.now() - start)) * 1000;
}

/** NBR x 1000: 70 % disturbed once and recovering, 2 % spikes, 30 % of the pixels with a tenth of the years missing. */
function land(): Float32Array {
  let state = 7;
  const random = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
  const normal = (): number => Math.sqrt(-2 * Math.log(random() + 1e-12)) * Math.cos(2 * Math.PI * random());
  const length = YEARS.length;
  const input = new Float32Array(PIXELS * length);
  for (let pixel = 0; pixel < PIXELS; pixel++) {
    const base = 400 + 400 * random();
    const noise = 20 + 40 * random();
    const kind = random();
    const start = 5 + Math.floor(30 * random());
    const fall = 100 + 500 * random();
    const recovery = 3 + 20 * random();
    for (let i = 0; i < length; i++) {
      let value = base + noise * normal();
      if (kind < 0.7 && i >= start) value -= fall * Math.exp((start - i) / recovery);
      if (random() < 0.02) value -= 200 * random();
      input[pixel * length + i] = kind < 0.3 && random() < 0.1 ? Number.NaN : value;
    }
  }
  return input;
}

if (import.meta.main) for (const row of await benchSegmentation()) console.log(row);
