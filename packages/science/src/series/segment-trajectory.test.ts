import { describe, expect, test } from 'vitest';
import type { AftermineError } from '../base/index.ts';
import { SEGMENT_PRESETS, segmentParameters } from './segment-parameters.ts';
import { segmentTrajectory } from './segment-trajectory.ts';

const parameters = SEGMENT_PRESETS['mined-land'];
/** The spike filter always applies one correction, so noise-free tests switch it off. */
const unfiltered = segmentParameters('mined-land', { spikeThreshold: 1 });
const series = (from: number, values: readonly (number | null)[]): { year: number; value: number }[] =>
  values.flatMap((value, i) => (value === null ? [] : [{ year: from + i, value }]));
const codeOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    return (error as AftermineError).code;
  }
  return 'none';
};

// Ten level years, a fall within two, a recovery over eight: every vertex lies on the data.
const mine = series(
  1990,
  [
    800, 800, 800, 800, 800, 800, 800, 800, 800, 800, 500, 200, 250, 300, 350, 400, 450, 500, 550, 600, 600,
    600, 600,
  ],
);

describe('segmentation of one series', () => {
  test('finds the corners of a noise-free trajectory exactly', () => {
    const result = segmentTrajectory(mine, unfiltered);
    expect(result.status).toBe('fitted');
    const corners = result.vertices.filter(
      (vertex, i, all) => i === 0 || i === all.length - 1 || !collinear(all[i - 1]!, vertex, all[i + 1]!),
    );
    expect(corners.map((vertex) => vertex.year)).toEqual([1990, 1999, 2001, 2009, 2012]);
    for (const [i, fit] of result.fitted.entries()) expect(fit.value).toBeCloseTo(mine[i]!.value, 6);
    expect(result.pValue).toBe(0);
    expect(result.rmse).toBeLessThan(1e-6);
  });

  test('reads the disturbance and the recovery from the vertices', () => {
    const { disturbances, recoveries } = segmentTrajectory(mine, unfiltered);
    const strong = disturbances.filter((change) => Math.abs(change.magnitude) > 1);
    expect(strong).toHaveLength(1);
    expect(strong[0]).toMatchObject({ startYear: 1999, endYear: 2001, duration: 2 });
    expect(strong[0]!.magnitude).toBeCloseTo(-600, 6);
    expect(recoveries.filter((change) => change.magnitude > 1)[0]).toMatchObject({
      startYear: 2001,
      endYear: 2009,
    });
  });

  test('is symmetric: the mirrored series with loss up gives the mirrored answer', () => {
    const down = segmentTrajectory(mine, parameters);
    const mirrored = mine.map(({ year, value }) => ({ year, value: -value }));
    const up = segmentTrajectory(mirrored, parameters, { loss: 'up' });
    expect(up.vertices).toEqual(down.vertices.map(({ year, value }) => ({ year, value: -value })));
    expect(up.disturbances).toHaveLength(down.disturbances.length);
  });

  test('does not depend on the order of the observations', () => {
    expect(segmentTrajectory(mine.toReversed(), parameters)).toEqual(segmentTrajectory(mine, parameters));
  });

  test('a spike of one year leaves no trace', () => {
    const spiked = mine.map(({ year, value }) => ({ year, value: year === 1994 ? 100 : value }));
    const years = (input: typeof mine): number[] =>
      segmentTrajectory(input, parameters).vertices.map((vertex) => vertex.year);
    expect(years(spiked)).toEqual(years(mine));
  });

  test('the parity preset does not follow a recovery of two years, the preset for mined land does', () => {
    const fast = series(
      1990,
      [800, 798, 803, 799, 801, 797, 802, 200, 205, 195, 500, 790, 803, 799, 802, 798, 801, 800],
    );
    const recoveries = (preset: keyof typeof SEGMENT_PRESETS): number =>
      segmentTrajectory(fast, SEGMENT_PRESETS[preset], { collapse: false }).recoveries.filter(
        ({ rate }) => rate > 150,
      ).length;
    expect(recoveries('landtrendr')).toBe(0);
    expect(recoveries('mined-land')).toBe(1);
  });

  test('preventOneYearRecovery refuses a fitted recovery of one year and keeps slower ones', () => {
    const jump = series(
      1990,
      [800, 810, 790, 805, 795, 800, 200, 210, 190, 205, 195, 800, 790, 810, 795, 805],
    );
    const shortest = (preventOneYearRecovery: boolean): number => {
      const { recoveries } = segmentTrajectory(
        jump,
        segmentParameters('mined-land', { preventOneYearRecovery }),
        {
          collapse: false,
        },
      );
      return Math.min(
        ...recoveries.filter((change) => change.magnitude > 100).map((change) => change.duration),
      );
    };
    expect(shortest(false)).toBe(1);
    expect(shortest(true)).toBeGreaterThan(1);
  });

  test('too few years are no answer, with the reason and the mean of what there is', () => {
    const result = segmentTrajectory(series(2000, [1, 2, 3, 4, 5]), parameters);
    expect(result).toMatchObject({
      status: 'unknown',
      reason: 'too-few-observations',
      mean: 3,
      pValue: 1,
      rmse: null,
    });
    expect(result.reasonParams).toMatchObject({ got: 5, needed: 6 });
    expect([result.vertices, result.fitted, result.disturbances]).toEqual([[], [], []]);
    expect(segmentTrajectory([], parameters).mean).toBeNull();
  });

  test('a constant series is flat at its value', () => {
    const result = segmentTrajectory(series(2000, Array<number>(12).fill(0.4)), parameters);
    expect(result).toMatchObject({ status: 'flat', pValue: 1, disturbances: [], recoveries: [] });
    expect(result.vertices).toEqual([
      { year: 2000, value: 0.4 },
      { year: 2011, value: 0.4 },
    ]);
  });

  test('a straight series is one segment, not nothing', () => {
    const result = segmentTrajectory(series(2000, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]), parameters);
    expect(result.status).toBe('fitted');
    expect(result.vertices.map((vertex) => vertex.year)).toEqual([2000, 2009]);
    expect(result.vertices[1]!.value).toBeCloseTo(10, 9);
  });

  test('noise without structure is one level with its p above the limit', () => {
    const noise = series(1990, [5, 7, 4, 6, 6, 5, 7, 4, 6, 5, 5, 7, 4, 6, 5, 6, 4, 7, 5, 6]);
    const result = segmentTrajectory(noise, unfiltered);
    expect(result.status).toBe('flat');
    expect(result.pValue).toBeGreaterThan(0.05);
    expect(result.vertices[0]!.value).toBeCloseTo(result.mean!, 9);
  });

  test('missing years at both ends of the span get the value of the nearest vertex', () => {
    const result = segmentTrajectory(mine, parameters, { span: { from: 1985, to: 2015 } });
    expect(result.vertices[0]).toEqual({ year: 1985, value: result.vertices[1]!.value });
    expect(result.vertices.at(-1)!.year).toBe(2015);
    expect(result.fitted).toHaveLength(31);
    expect(result.vertices.length).toBeLessThanOrEqual(parameters.maxSegments + 1);
  });

  test('gaps are real time: years without a value are bridged by the line', () => {
    const gappy = mine.filter(({ year }) => year !== 2003 && year !== 2004 && year !== 2005);
    const result = segmentTrajectory(gappy, unfiltered);
    expect(result.fitted.find((fit) => fit.year === 2004)!.value).toBeCloseTo(350, 6);
  });

  test('never more segments than asked for, even one', () => {
    for (const maxSegments of [1, 2, 3]) {
      for (const vertexCountOvershoot of [0, 1, 3]) {
        const asked = segmentParameters('mined-land', { maxSegments, vertexCountOvershoot });
        expect(segmentTrajectory(mine, asked).vertices.length).toBeLessThanOrEqual(maxSegments + 1);
      }
    }
  });

  test('a repeated year, a broken year and a value that is no number are refused', () => {
    expect(codeOf(() => segmentTrajectory([...mine, { year: 1990, value: 1 }], parameters))).toBe(
      'E-SER-003',
    );
    expect(codeOf(() => segmentTrajectory([...mine, { year: 2030.5, value: 1 }], parameters))).toBe(
      'E-SER-003',
    );
    expect(codeOf(() => segmentTrajectory([...mine, { year: 2030, value: Number.NaN }], parameters))).toBe(
      'E-SER-004',
    );
  });
});

function collinear(a: { year: number; value: number }, b: typeof a, c: typeof a): boolean {
  return Math.abs((b.value - a.value) * (c.year - a.year) - (c.value - a.value) * (b.year - a.year)) < 1e-6;
}
