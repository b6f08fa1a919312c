import { expect, test } from 'vitest';
import { groupUnits, type PlacedUnit } from './group-units.ts';

/** A square of side 100 m with its south-west corner at (x, y). */
function square(id: string, x: number, y: number): PlacedUnit {
  return {
    id,
    areaHa: 1,
    geometry: [
      [
        [
          [x, y],
          [x + 100, y],
          [x + 100, y + 100],
          [x, y + 100],
          [x, y],
        ],
      ],
    ],
  };
}

const CRS = 'EPSG:4547';
//  a b . c      a, b touch; c lies 80 m east of b; d lies 500 m north of all
const units = [square('a', 0, 0), square('b', 100, 0), square('c', 280, 0), square('d', 0, 600)];

test('neighbours within the distance are one compartment; land far away stands alone', () => {
  const { compartments, boundary } = groupUnits(units, CRS, {
    withinM: 100,
    maxHa: 10,
    penalty: 1,
    least: 2,
  });
  expect(compartments).toEqual([{ id: 'c1', units: ['a', 'b', 'c'], least: 2 }]);
  expect(boundary).toEqual([]);
});

test('nearest pairs are joined first; what the greatest area keeps apart is a border', () => {
  const { compartments, boundary } = groupUnits(units, CRS, {
    withinM: 100,
    maxHa: 2,
    penalty: 0.5,
    least: 2,
  });
  expect(compartments).toEqual([
    { id: 'c1', units: ['a', 'b'], least: 2 },
    { id: 'c2', units: ['c'], least: 1 },
  ]);
  expect(boundary).toEqual([{ a: 'c1', b: 'c2', penalty: 0.5 }]);
});

test('degrees are measured in metres', () => {
  const degree = 1 / 111_320;
  const placed = units.map(({ id, areaHa, geometry }) => ({
    id,
    areaHa,
    geometry: geometry.map((polygon) =>
      polygon.map((ring) =>
        ring.map(
          ([x, y]) => [113 + (x! * degree) / Math.cos((40 * Math.PI) / 180), 40 + y! * degree] as const,
        ),
      ),
    ),
  }));
  const within = (withinM: number) =>
    groupUnits(placed, 'EPSG:4326', { withinM, maxHa: 10, penalty: 0, least: 1 }).compartments;
  expect(within(85)).toEqual([{ id: 'c1', units: ['a', 'b', 'c'], least: 1 }]);
  expect(within(75)).toEqual([{ id: 'c1', units: ['a', 'b'], least: 1 }]);
});

test('the order of the units decides names only, not the groups', () => {
  const groups = (list: readonly PlacedUnit[]) =>
    groupUnits(list, CRS, { withinM: 100, maxHa: 10, penalty: 0, least: 1 }).compartments.map((one) =>
      [...one.units].sort(),
    );
  expect(groups([...units].reverse())).toEqual(groups(units));
});
