import { describe, expect, test } from 'vitest';
import { unknown } from '../base/index.ts';
import type { FieldSample, Reading } from '../site/index.ts';
import { contaminationGate } from './contamination-gate.ts';
import { soilBackground, soilPollution } from './soil-pollution.ts';

const sample = (
  values: Partial<Record<'Cd' | 'Hg' | 'Pb' | 'Zn', Reading>>,
  changes: Partial<FieldSample> = {},
): FieldSample => ({
  id: 'S',
  kind: 'soil',
  x: null,
  y: null,
  unitId: null,
  date: null,
  depthFromCm: 0,
  depthToCm: 20,
  values,
  ...changes,
});
const verdictsOf = (samples: readonly FieldSample[]) =>
  contaminationGate(
    samples.map(({ values }) => ({ values, ph: 7 })),
    ['other-farmland'],
    null,
  ).elements;

describe('the background of a site', () => {
  const cd = (...values: number[]) => values.map((value) => sample({ Cd: { value } }));

  test('is the median of the reference areas, from three samples on', () => {
    expect(soilBackground(cd(0.1, 0.3, 0.2), {})).toEqual({ Cd: 0.2 });
    expect(soilBackground(cd(0.1, 0.3), {})).toEqual({});
  });

  test('is what the settings state, where they do', () => {
    expect(soilBackground(cd(0.1, 0.3, 0.2), { Cd: 0.05, Hg: 0.02 })).toEqual({ Cd: 0.05, Hg: 0.02 });
  });

  test('is not known where the median lies below detection, nor from the subsoil or from water', () => {
    const below = [...cd(0.4), ...[1, 2].map(() => sample({ Cd: { below: 0.1 } }))];
    expect(soilBackground(below, {})).toEqual({});
    const elsewhere = cd(0.1, 0.2, 0.3).map((one, i) => ({
      ...one,
      ...(i === 0 ? { kind: 'water' as const } : { depthFromCm: 40 }),
    }));
    expect(soilBackground(elsewhere, {})).toEqual({});
  });
});

describe('indices of a unit', () => {
  // Screening at pH 7, other farmland: Cd 0.3, Hg 2.4, Pb 120, Zn 250.
  const samples = [
    sample({ Cd: { value: 0.9 }, Hg: { value: 2.4 }, Pb: { value: 60 }, Zn: { value: 125 } }),
    sample({ Cd: { value: 0.3 }, Hg: { value: 1.2 }, Pb: { value: 20 }, Zn: { below: 5 } }),
    sample({ Cd: { value: 0.3 }, Hg: { value: 0.6 }, Pb: { value: 40 }, Zn: { below: 5 } }),
  ];
  const background = { Cd: 0.1, Hg: 0.8, Pb: 20 };

  test('Nemerow takes the highest reading of each element over its screening value', () => {
    // 3, 1, 0.5, 0.5: mean 1.25; sqrt((9 + 1.5625) / 2).
    const { nemerow } = soilPollution(verdictsOf(samples), samples, background);
    expect(nemerow).toMatchObject({ value: expect.closeTo(2.298097, 6), class: 'moderate' });
  });

  test('enrichment takes medians over the background, and RI sums its risks on rescaled limits', () => {
    const { elements, riskIndex } = soilPollution(verdictsOf(samples), samples, background);
    // Medians 0.3, 1.2, 40 on 0.1, 0.8, 20: 3, 1.5 and 2 times the background; Tr 30, 40, 5.
    expect(elements.map(({ element, factor, risk }) => [element, factor, risk])).toEqual([
      ['Hg', expect.closeTo(1.5, 12), expect.closeTo(60, 9)],
      ['Cd', expect.closeTo(3, 12), expect.closeTo(90, 9)],
      ['Pb', 2, 10],
    ]);
    expect(elements[1]!.geoaccumulation).toBeCloseTo(1, 12);
    expect(riskIndex).toMatchObject({
      value: expect.closeTo(160, 9),
      class: 'moderate',
      limits: [expect.closeTo(84.586, 3), expect.closeTo(169.173, 3), expect.closeTo(338.346, 3)],
    });
  });

  test('without a background, or without a reading above detection, there is no index', () => {
    const { elements, riskIndex } = soilPollution(verdictsOf(samples), samples, {});
    expect([elements, riskIndex]).toEqual([[], unknown('no-background')]);
    const nothing = [sample({ Zn: { below: 5 } })];
    expect(soilPollution(verdictsOf(nothing), nothing, { Zn: 60 })).toEqual({
      nemerow: unknown('none-above-detection'),
      elements: [],
      riskIndex: unknown('no-background'),
    });
  });
});
