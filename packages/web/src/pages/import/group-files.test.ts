import { expect, test } from 'vitest';
import { groupFiles } from './group-files.ts';

const names = (...list: string[]): { name: string }[] => list.map((name) => ({ name }));

test('parts of a shapefile stand beside it, in whatever case and order they come', () => {
  const groups = groupFiles(names('图斑.dbf', '图斑.SHP', '图斑.prj', 'boundary.geojson', '图斑.shp.xml'));
  expect(groups.map(({ name }) => name)).toEqual(['图斑.SHP', 'boundary.geojson']);
  expect(groups[0]!.parts.map(({ name }) => name)).toEqual(['图斑.dbf', '图斑.prj', '图斑.shp.xml']);
});

test('a part without its shapefile stands alone, and nothing is lost', () => {
  expect(groupFiles(names('a.dbf', 'b.shp')).map(({ name }) => name)).toEqual(['a.dbf', 'b.shp']);
});
