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

test('without names one polygon is the boundary and many are the units', () => {
  expect(guessRoles([vector('b.geojson', 1, 12), vector('a.geojson', 5)], true)).toEqual([
    'units',
    'boundary',
  ]);
  // Even where the list reaches further than the boundary.
  expect(guessRoles([vector('b.geojson', 9, 12), vector('a.geojson', 5)], true)).toEqual([
    'units',
    'boundary',
  ]);
  expect(guessRoles([vector('a.kml', 5)], true)).toEqual(['boundary']);
  // Two lists: the larger holds the other.
  expect(guessRoles([vector('b.geojson', 1, 12), vector('a.geojson', 5, 3)], true)).toEqual([
    'units',
    'boundary',
  ]);
});

test('many polygons alone are the units, and together the boundary, whatever they are called', () => {
  for (const name of ['plots.zip', '图斑.shp', '某矿区.zip', 'boundary.geojson'])
    expect(guessRoles([vector(name, 1, 40)], true), name).toEqual(['both']);
  expect(guessRoles([vector('units.zip', 1)], true)).toEqual(['boundary']);
  expect(guessRoles([vector('plots.zip', 1, 40), { name: 'dem.tif', kind: 'raster' }], true)).toEqual([
    'both',
    'dem',
  ]);
  expect(guessRoles([vector('某矿区.zip', 9, 40), vector('x.kml', 5)], true)).toEqual(['units', 'boundary']);
});

test('a new project is never left without a boundary where there are polygons', () => {
  let state = 3;
  const random = (n: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
  const names = ['a.zip', '图斑.zip', '范围.kml', 'x.geojson'];
  for (let i = 0; i < 300; i += 1) {
    const files = Array.from({ length: 1 + random(4) }, () =>
      vector(names[random(4)]!, 1 + random(9), 1 + random(3)),
    );
    const roles = guessRoles(files, true);
    expect(roles.filter((role) => role === 'boundary' || role === 'both')).toHaveLength(1);
    for (const role of ['units', 'reference'])
      expect(roles.filter((one) => one === role).length).toBeLessThanOrEqual(1);
    expect(guessRoles(files, false)).not.toContain('both');
  }
});

test('a project that has its boundary is not given a second one, and no kind comes twice', () => {
  expect(guessRoles([vector('x.geojson', 1)], false)).toEqual(['units']);
  expect(guessRoles([vector('units-a.zip', 1), vector('units-b.zip', 1)], false)).toEqual(['units', 'none']);
});
