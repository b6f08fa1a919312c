import { describe, expect, test } from 'vitest';
import { decideSentinel2Scaling } from './sentinel-2-scaling.ts';

const since = { datetime: '2023-07-15T00:00:00Z', baseline: null };
const before = { datetime: '2020-07-15T00:00:00Z', baseline: null };

describe('offset of Sentinel-2 reflectance', () => {
  test('from baseline 04.00 on it is -0.1, before 0', () => {
    expect(decideSentinel2Scaling({ ...since, baseline: '04.00' })).toEqual({
      scale: 0.0001,
      offset: -0.1,
      source: 'baseline',
      contradicted: false,
    });
    expect(decideSentinel2Scaling({ ...before, baseline: '03.01' })).toMatchObject({
      offset: 0,
      source: 'baseline',
    });
  });

  test('an old image reprocessed with baseline 05.00 carries it too', () => {
    expect(decideSentinel2Scaling({ ...before, baseline: '05.00' })).toMatchObject({ offset: -0.1 });
  });

  test('what the provider has applied is not applied again, whatever else the item says', () => {
    const evidence = {
      ...since,
      baseline: '05.00',
      offsetApplied: true,
      item: { scale: 0.0001, offset: -0.1 },
    };
    expect(decideSentinel2Scaling(evidence)).toMatchObject({
      offset: 0,
      source: 'provider',
      contradicted: true,
    });
    expect(decideSentinel2Scaling({ ...since, baseline: '05.00', offsetApplied: true })).toMatchObject({
      offset: 0,
      contradicted: false,
    });
  });

  test('a provider that has not applied it leaves it to us', () => {
    expect(decideSentinel2Scaling({ ...since, baseline: '05.00', offsetApplied: false })).toMatchObject({
      offset: -0.1,
      source: 'provider',
    });
    expect(decideSentinel2Scaling({ ...before, baseline: '02.14', offsetApplied: false })).toMatchObject({
      offset: 0,
    });
  });

  test("the item's own offset goes before the baseline, and a disagreement is told", () => {
    const evidence = { ...since, baseline: '05.00', item: { scale: 0.0001, offset: 0 } };
    expect(decideSentinel2Scaling(evidence)).toMatchObject({ offset: 0, source: 'item', contradicted: true });
  });

  test('a scaling in the header of the file counts, a silent header does not', () => {
    expect(decideSentinel2Scaling({ ...since, file: { scale: 0.0001, offset: -0.1 } })).toMatchObject({
      offset: -0.1,
      source: 'file',
    });
    expect(
      decideSentinel2Scaling({ ...since, baseline: '05.00', file: { scale: 1, offset: 0 } }),
    ).toMatchObject({ offset: -0.1, source: 'baseline' });
  });

  test('offsets of the product metadata are in DN', () => {
    const product = { quantification: 10_000, offset: -1000 };
    expect(decideSentinel2Scaling({ ...since, product })).toMatchObject({
      scale: 0.0001,
      offset: -0.1,
      source: 'product',
    });
  });

  test('a product since 2022-01-25 of unknown baseline is undecided until the user states the offset', () => {
    expect(decideSentinel2Scaling(since)).toBeNull();
    expect(decideSentinel2Scaling({ ...since, datetime: '2022-01-25T00:00:00Z' })).toBeNull();
    expect(decideSentinel2Scaling({ ...since, stated: -0.1 })).toMatchObject({
      offset: -0.1,
      source: 'stated',
    });
    expect(decideSentinel2Scaling({ ...since, datetime: '2022-01-24T23:59:59Z' })).toMatchObject({
      offset: 0,
      source: 'date',
    });
  });
});
