import { describe, expect, test } from 'vitest';
import { PROPOSAL_DEFAULTS, proposeUnits } from './propose-units.ts';

const grid = {
  crs: 'EPSG:32650',
  originX: 0,
  originY: 600,
  pixelWidth: 100,
  pixelHeight: 100,
  width: 6,
  height: 6,
};

const years = (...rows: string[]): Int16Array =>
  Int16Array.from(rows.join('').split(''), (one) => (one === '.' ? 0 : 2000 + Number.parseInt(one, 36)));

const input = (disturbanceYear: Int16Array, over: Partial<Parameters<typeof proposeUnits>[0]> = {}) => ({
  grid,
  pixelAreaM2: 10_000,
  disturbanceYear,
  greenness: new Float32Array(36).fill(0.1),
  slopeDegrees: null,
  open: new Uint8Array(36).fill(1),
  ...over,
});

const options = { ...PROPOSAL_DEFAULTS, minAreaHa: 2 };

describe('proposeUnits', () => {
  test('regions whose years lie far apart are proposed apart, largest first', () => {
    const found = proposeUnits(
      input(years('111...', '111...', '111999', '...999', '......', '......')),
      options,
    );
    expect(found.map(({ id, areaHa, years: span }) => [id, areaHa, span.median])).toEqual([
      ['P001', 9, 2001],
      ['P002', 6, 2009],
    ]);
  });

  test('works that advance year by year are one unit', () => {
    const found = proposeUnits(input(years('......', '135790', '135790', '......', '......', '......')), {
      ...options,
      maxYearStep: 2,
    });
    expect(found[0]).toMatchObject({ areaHa: 10, years: { first: 2001, last: 2009 }, state: 'bare' });
  });

  test('a crumb joins the neighbour it touches most; one that stands alone is dropped', () => {
    const found = proposeUnits(
      input(years('111...', '191...', '111...', '......', '.....5', '......')),
      options,
    );
    expect(found.map(({ areaHa }) => areaHa)).toEqual([9]);
    expect(found[0]!.polygons).toHaveLength(1);
  });

  test('registered land is left alone, and steep land is apart from level land', () => {
    const slopeDegrees = new Float32Array(36).fill(5);
    slopeDegrees.fill(30, 0, 12);
    const open = new Uint8Array(36).fill(1);
    open.fill(0, 30, 36);
    const found = proposeUnits(input(new Int16Array(36).fill(2010), { slopeDegrees, open }), options);
    expect(found.map(({ areaHa, meanSlopeDegrees }) => [areaHa, meanSlopeDegrees])).toEqual([
      [18, 5],
      [12, 30],
    ]);
  });

  test('every proposed hectare is one that was disturbed', () => {
    const drawn = years('1.1.1.', '.1.1.1', '111111', '1.1.1.', '......', '222222');
    const total = proposeUnits(input(drawn), { ...options, minAreaHa: 0.5 }).reduce(
      (sum, { areaHa }) => sum + areaHa,
      0,
    );
    expect(total).toBe(drawn.filter((year) => year > 0).length);
  });
});
