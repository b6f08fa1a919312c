import { readFileSync } from 'node:fs';
import { isUnknown } from '@aftermine/science/base';
import {
  differenceInDifference,
  insideMinusControl,
  mannKendall,
  SEGMENT_PRESETS,
  segmentTrajectory,
  type YearlyValues,
} from '@aftermine/science/series';
import { expect, test } from 'vitest';
import { describeWithData, golden } from '../golden.ts';

const brenkley = golden('mine-series/brenkley_annual_and_landtrendr_idl.json');
const print = (line: string): boolean => process.stdout.write(`${line}\n`);
const labelled = golden('mine-series/mining_ndvi_labelled_half.csv');

describeWithData('Brenkley Lane: a surface mine against the land around it', brenkley, () => {
  type Year = readonly [ndvi: number, nbr: number, looks: number];
  const { series } = JSON.parse(readFileSync(brenkley, 'utf8')) as {
    series: Record<'inside' | 'outside', Record<string, Year>>;
  };
  const yearly = (where: 'inside' | 'outside', index: 0 | 1): YearlyValues => {
    const entries = Object.entries(series[where]);
    return {
      years: entries.map(([year]) => Number(year)),
      values: entries.map(([, values]) => values[index]),
    };
  };
  // From this year on NDVI inside stays below 0.62.
  const CLEARED = 2009;

  test.each([
    ['NDVI', 0],
    ['NBR', 1],
  ] as const)('%s: the mine took from the land inside what the weather cannot explain', (name, index) => {
    const gaps = insideMinusControl(yearly('inside', index), yearly('outside', index));
    expect(gaps).toHaveLength(37);
    const effect = differenceInDifference(gaps, CLEARED);
    if (isUnknown(effect)) throw new Error(effect.reason);
    print(
      `${name}: ${effect.effect.toFixed(3)} [${effect.low.toFixed(3)}, ${effect.high.toFixed(3)}], ${effect.yearsBefore} years before, ${effect.yearsAfter} after`,
    );
    expect(effect).toMatchObject({ yearsBefore: 25, yearsAfter: 12 });
    expect(effect.effect).toBeLessThan(-0.12);
    expect(effect.high).toBeLessThan(0);
  });

  test('before the clearing nothing sets the two apart', () => {
    const gaps = insideMinusControl(yearly('inside', 1), yearly('outside', 1)).filter(
      ({ year }) => year < CLEARED,
    );
    const effect = differenceInDifference(gaps, 1996);
    if (isUnknown(effect)) throw new Error(effect.reason);
    print(
      `placebo in 1996: ${effect.effect.toFixed(3)} [${effect.low.toFixed(3)}, ${effect.high.toFixed(3)}]`,
    );
    expect(effect.low).toBeLessThan(0);
    expect(effect.high).toBeGreaterThan(0);
  });

  test('inside falls from 0.68 to 0.29 (NBR), outside stays flat', () => {
    const segmented = (where: 'inside' | 'outside'): readonly { year: number; value: number }[] => {
      const { years, values } = yearly(where, 1);
      const observations = years.map((year, i) => ({ year, value: values[i]! }));
      return segmentTrajectory(observations, SEGMENT_PRESETS.landtrendr).vertices;
    };
    const inside = segmented('inside');
    expect(inside[0]!.value).toBeCloseTo(0.68, 1);
    expect(inside.at(-1)!.value).toBeCloseTo(0.29, 1);
    const outside = segmented('outside');
    expect(Math.abs(outside.at(-1)!.value - outside[0]!.value)).toBeLessThan(0.05);
  });
});

describeWithData('690 labelled NDVI series of a mining region', labelled, () => {
  const [header, ...lines] = readFileSync(labelled, 'utf8').trim().split(/\r?\n/);
  const years = header!
    .split(',')
    .slice(1)
    .map((name) => Number(name.slice(1)));
  const rows = lines.map((line) => {
    const [label, ...values] = line.split(',').map(Number);
    return { label: label!, values };
  });
  const withLabel = (label: number): (readonly number[])[] =>
    rows.filter((row) => row.label === label).map(({ values }) => values);

  // The labels are partly made by rules: a sanity check, not truth.
  test.each([
    ['down', 0, -1],
    ['up', 2, 1],
  ] as const)('series labelled %s have a significant trend of that sign', (name, label, sign) => {
    const series = withLabel(label);
    const right = series.filter((values) => {
      const trend = mannKendall(years, values);
      return !isUnknown(trend) && Math.sign(trend.slopePerYear) === sign && trend.p < 0.05;
    });
    const share = right.length / series.length;
    print(`${name}: ${right.length} of ${series.length} trends right (${(100 * share).toFixed(1)} %)`);
    expect(share).toBeGreaterThanOrEqual(0.97);
  });

  test.each([
    ['down', 0, -1],
    ['up', 2, 1],
  ] as const)('segments of series labelled %s end on that side of where they began', (name, label, sign) => {
    const series = withLabel(label);
    const right = series.filter((values) => {
      const observations = years.map((year, i) => ({ year, value: values[i]! }));
      const { vertices } = segmentTrajectory(observations, SEGMENT_PRESETS['mined-land']);
      return Math.sign(vertices.at(-1)!.value - vertices[0]!.value) === sign;
    });
    const share = right.length / series.length;
    print(`${name}: ${right.length} of ${series.length} segmentations right (${(100 * share).toFixed(1)} %)`);
    expect(share).toBeGreaterThanOrEqual(0.97);
  });

  test('a series labelled down and then up has its lowest vertex inside', () => {
    const series = withLabel(1);
    const right = series.filter((values) => {
      const observations = years.map((year, i) => ({ year, value: values[i]! }));
      const levels = segmentTrajectory(observations, SEGMENT_PRESETS['mined-land']).vertices.map(
        ({ value }) => value,
      );
      const lowest = levels.indexOf(Math.min(...levels));
      return lowest > 0 && lowest < levels.length - 1;
    });
    const share = right.length / series.length;
    print(`down, then up: ${right.length} of ${series.length} right (${(100 * share).toFixed(1)} %)`);
    expect(share).toBeGreaterThanOrEqual(0.82);
  });
});
