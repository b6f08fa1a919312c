import { expect, test } from 'vitest';
import { guessRoles } from './guess-roles.ts';

const vector = (name: string, size: number, features = 1) =>
  ({ name, kind: 'vector', features, extent: [0, 0, size, size] }) as const;

test('files say by their names what they are', () => {
  expect(
    guessRoles(
      [vector('图斑.shp', 1, 40), vector('矿区范围.kml', 2), { name: 'dem.tif', kind: 'raster' }],
      true,
    ),
  ).toEqual(['units', 'boundary', 'dem']);
});

test('without names the largest is the boundary and the next the units', () => {
  expect(guessRoles([vector('b.geojson', 1, 12), vector('a.geojson', 5)], true)).toEqual([
    'units',
    'boundary',
  ]);
  expect(guessRoles([vector('units.zip', 1)], true)).toEqual(['boundary']);
});

test('a project that has its boundary is not given a second one, and no kind comes twice', () => {
  expect(guessRoles([vector('x.geojson', 1)], false)).toEqual(['units']);
  expect(guessRoles([vector('units-a.zip', 1), vector('units-b.zip', 1)], false)).toEqual(['units', 'none']);
});
