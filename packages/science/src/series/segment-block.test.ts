import { describe, expect, test } from 'vitest';
import type { AftermineError } from '../base/index.ts';
import { segmentBlock } from './segment-block.ts';
import { SEGMENT_STATUS } from './segment-kernel.ts';
import { SEGMENT_PRESETS, type SegmentParameters, segmentParameters } from './segment-parameters.ts';
import { segmentReadable } from './segment-readable.ts';
import { segmentTrajectory } from './segment-trajectory.ts';

/** A small seeded generator (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Disturbed, noisy, stepped, plateau-ridden series, some with gaps: what satellites and testers produce. */
function randomSeries(random: () => number, length: number, kind: number): number[] {
  const normal = (): number => Math.sqrt(-2 * Math.log(random() + 1e-12)) * Math.cos(2 * Math.PI * random());
  const base = 300 + 500 * random();
  const noise = kind === 0 ? 20 + 60 * random() : kind === 1 ? 30 * random() : 0;
  const start = Math.floor(random() * length);
  const fall = 600 * random();
  const recovery = 2 + 20 * random();
  const gappy = random() < 0.3;
  return Array.from({ length }, (_, i) => {
    let value = base + noise * normal() - (i >= start ? fall * Math.exp((start - i) / recovery) : 0);
    if (kind === 2) value = Math.round(value / 100);
    if (kind === 3) value = Math.fround(value / 1000 + 0.02 * normal());
    if (kind === 4) value = Math.floor(5 * random());
    if (kind === 5) value = 20 * Math.round(value / 20) + 0.1;
    const missing =
      (gappy && random() < 0.25) || (i < 2 && start % 7 === 0) || (i === length - 1 && start % 5 === 0);
    return missing ? Number.NaN : value;
  });
}

const STATUS_NAMES = ['unknown', 'flat', 'fitted'];

describe('the fast kernel over a block of pixels', () => {
  test('agrees with the readable version vertex by vertex on 99.99 % of seeded series', {
    timeout: 240_000,
  }, () => {
    const random = seeded(20260101);
    const sets: readonly SegmentParameters[] = [
      SEGMENT_PRESETS.landtrendr,
      SEGMENT_PRESETS['mined-land'],
      segmentParameters('landtrendr', { preventOneYearRecovery: true, maxSegments: 4, pValue: 0.1 }),
      segmentParameters('mined-land', { maxSegments: 1, vertexCountOvershoot: 0, spikeThreshold: 0.5 }),
      segmentParameters('landtrendr', { maxSegments: 9, vertexCountOvershoot: 5, bestModelProportion: 1.25 }),
    ];
    const perRun = 600;
    let compared = 0;
    let different = 0;
    let worstValue = 0;
    for (const parameters of sets) {
      for (const loss of ['down', 'up'] as const) {
        for (const length of [12, 33, 40]) {
          const years = Int32Array.from({ length }, (_, i) => 1985 + i);
          const input = new Float64Array(perRun * length);
          for (let pixel = 0; pixel < perRun; pixel++) {
            input.set(randomSeries(random, length, pixel % 6), pixel * length);
          }
          const block = segmentBlock(input, years, parameters, { loss });
          const sign = loss === 'up' ? 1 : -1;
          for (let pixel = 0; pixel < perRun; pixel++) {
            const points = Array.from(input.subarray(pixel * length, (pixel + 1) * length), (value, x) => ({
              x,
              y: sign * value,
            })).filter((point) => !Number.isNaN(point.y));
            const oracle = segmentReadable(points, length - 1, parameters);
            const from = pixel * block.stride;
            const count = block.vertexCount[pixel]!;
            const same =
              oracle.status === STATUS_NAMES[block.status[pixel]!] &&
              oracle.vertices.length === count &&
              Math.abs(oracle.pValue - block.pValue[pixel]!) < 1e-9 &&
              oracle.vertices.every((vertex, i) => 1985 + vertex.x === block.vertexYears[from + i]!);
            compared++;
            if (!same) {
              different++;
              continue;
            }
            oracle.vertices.forEach((vertex, i) => {
              const error =
                Math.abs(sign * vertex.y - block.vertexValues[from + i]!) / (1 + Math.abs(vertex.y));
              worstValue = Math.max(worstValue, error);
            });
          }
        }
      }
    }
    expect(compared).toBe(18_000);
    expect(different).toBeLessThanOrEqual(compared / 10_000);
    // Values are stored as float32: relative precision 6e-8.
    expect(worstValue).toBeLessThan(1e-7);
  });

  test('a block equals its pixels one by one, and pixels do not disturb each other', () => {
    const random = seeded(5);
    const length = 30;
    const years = Int32Array.from({ length }, (_, i) => 1990 + i);
    const rows = Array.from({ length: 40 }, (_, pixel) => randomSeries(random, length, pixel % 6));
    const block = segmentBlock(Float64Array.from(rows.flat()), years, SEGMENT_PRESETS['mined-land'], {
      fitted: true,
    });
    rows.forEach((row, pixel) => {
      const observations = row.flatMap((value, i) =>
        Number.isNaN(value) ? [] : [{ year: years[i]!, value }],
      );
      const alone = segmentTrajectory(observations, SEGMENT_PRESETS['mined-land'], {
        span: { from: 1990, to: 2019 },
      });
      expect(STATUS_NAMES[block.status[pixel]!]).toBe(alone.status);
      const from = pixel * block.stride;
      expect(Array.from(block.vertexYears.subarray(from, from + alone.vertices.length))).toEqual(
        alone.vertices.map((vertex) => vertex.year),
      );
      const fitted = Array.from(block.fitted!.subarray(pixel * length, pixel * length + alone.fitted.length));
      for (const [i, fit] of alone.fitted.entries()) expect(fitted[i]!).toBeCloseTo(fit.value, 3);
      if (alone.rmse !== null) expect(block.rmse[pixel]!).toBeCloseTo(alone.rmse, 3);
    });
  });

  test('float32 input gives the answer of the same values in float64', () => {
    const random = seeded(9);
    const input = Float32Array.from(
      Array.from({ length: 60 }, (_, pixel) => randomSeries(random, 40, pixel % 4)).flat(),
    );
    const years = Int32Array.from({ length: 40 }, (_, i) => 1985 + i);
    const single = segmentBlock(input, years, SEGMENT_PRESETS.landtrendr);
    const double = segmentBlock(Float64Array.from(input), years, SEGMENT_PRESETS.landtrendr);
    expect(single.vertexYears).toEqual(double.vertexYears);
    expect(single.vertexValues).toEqual(double.vertexValues);
  });

  test('a pixel without enough years is unknown and holds no number that could be read', () => {
    const years = Int32Array.from({ length: 8 }, (_, i) => 2000 + i);
    const input = new Float32Array(8).fill(Number.NaN);
    input[3] = 0.5;
    const block = segmentBlock(input, years, SEGMENT_PRESETS.landtrendr, { fitted: true });
    expect([block.status[0], block.vertexCount[0], block.pValue[0]]).toEqual([SEGMENT_STATUS.unknown, 0, 1]);
    expect([block.vertexValues, block.fitted!].every((values) => values.every(Number.isNaN))).toBe(true);
  });

  test('years that do not ascend and blocks of another length are refused', () => {
    const codeOf = (input: Float32Array, years: number[]): string => {
      try {
        segmentBlock(input, years, SEGMENT_PRESETS.landtrendr);
      } catch (error) {
        return (error as AftermineError).code;
      }
      return 'none';
    };
    expect(codeOf(new Float32Array(9), [2000, 2001, 2002, 2003])).toBe('E-SER-002');
    expect(codeOf(new Float32Array(4), [2000, 2002, 2001, 2003])).toBe('E-SER-003');
    expect(codeOf(new Float32Array(1), [2000])).toBe('E-SER-003');
  });
});
