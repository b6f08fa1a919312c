import { describe, expect, test } from 'vitest';
import { unknown } from '../base/index.ts';
import type { FieldSample } from '../site/index.ts';
import { soilIndicators } from './soil-indicators.ts';

const sample = (id: string, values: FieldSample['values'], from: number | null = null): FieldSample => ({
  id,
  kind: 'soil',
  x: null,
  y: null,
  unitId: 'U1',
  date: null,
  depthFromCm: from,
  depthToCm: null,
  values,
});

test('the median of the topsoil, with the least and greatest reading', () => {
  const found = soilIndicators(
    [
      sample('a', { pH: { value: 7 } }),
      sample('b', { pH: { value: 5 } }, 0),
      sample('c', { pH: { value: 6 } }),
      sample('deep', { pH: { value: 1 } }, 20),
    ],
    null,
  );
  expect(found.ph).toMatchObject({ value: 6, low: 5, high: 7, evidence: { source: 'a, b, c', count: 3 } });
  expect(found['soil-depth']).toEqual(unknown('indicator-not-sampled'));
});

test('readings below detection stand at the lower end and never become a number', () => {
  const som = (...readings: FieldSample['values'][]) =>
    soilIndicators(
      readings.map((r, i) => sample(`${i}`, r)),
      null,
    )['organic-matter'];
  expect(som({ som: { below: 5 } }, { som: { value: 8 } }, { som: { value: 9 } })).toMatchObject({
    value: 8,
    low: null,
    high: 9,
  });
  expect(som({ som: { below: 5 } }, { som: { value: 8 } })).toEqual(unknown('median-below-detection'));
});

test('water samples say nothing of soil, and unsupported units say why', () => {
  const water = { ...sample('w', { pH: { value: 3 } }), kind: 'water' } as const;
  expect(soilIndicators([water], null).ph).toEqual(unknown('indicator-not-sampled'));
  const why = unknown('nearest-sample', { metres: 900, support: 500 });
  expect(soilIndicators([], why).gravel).toEqual(why);
});

describe('organic carbon', () => {
  const of = (values: FieldSample['values']) => soilIndicators([sample('a', values)], null);

  test('by hand: 10 g/kg x 1.3 g/cm3 x 30 cm x 0.8 / 10 = 31.2 t C/ha, no deeper than the soil', () => {
    const values = { soc: { value: 10 }, bulkDensity: { value: 1.3 }, gravel: { value: 20 } };
    expect(of(values)['soil-carbon']).toMatchObject({ value: expect.closeTo(31.2, 9) });
    expect(of({ ...values, soilDepth: { value: 80 } })['soil-carbon']).toMatchObject({
      value: expect.closeTo(31.2, 9),
    });
    expect(of({ ...values, soilDepth: { value: 15 } })['soil-carbon']).toMatchObject({
      value: expect.closeTo(15.6, 9),
    });
  });

  test('stands for organic matter where only carbon was measured, and the other way round', () => {
    expect(of({ soc: { value: 10 } })['organic-matter']).toMatchObject({ value: expect.closeTo(17.24, 9) });
    const measured = of({ som: { value: 17.24 }, bulkDensity: { value: 1 } });
    expect(measured['organic-matter']).toMatchObject({ value: 17.24 });
    expect(measured['soil-carbon']).toMatchObject({ value: expect.closeTo(30, 9) });
  });

  test('has no stock without a bulk density', () => {
    expect(of({ soc: { value: 10 } })['soil-carbon']).toEqual(unknown('indicator-not-sampled'));
  });
});
