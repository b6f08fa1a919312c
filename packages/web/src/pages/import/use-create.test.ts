import { expect, test } from 'vitest';
import { importRequest, initLine, splitCreation } from './use-create.ts';

const file = (name: string, role: 'boundary' | 'units' | 'dem' | 'none', reading = {}) => ({
  name,
  role,
  reading,
  upload: { id: `id-${name}`, name, bytes: 1, sha256: '' },
});

test('files read like the boundary begin with it; a file with answers of its own is imported after', () => {
  const files = [
    file('边界.zip', 'boundary'),
    file('units.shp', 'units', { encoding: 'gb18030' }),
    file('x.kml', 'none'),
  ];
  const { along, later } = splitCreation(files);
  expect(along).toEqual([]);
  expect(later.map(({ name }) => name)).toEqual(['units.shp']);
  expect(importRequest(later[0]!)).toMatchObject({
    args: ['upload:id-units.shp'],
    options: { as: 'units', encoding: 'gb18030' },
  });
  expect(splitCreation([file('b', 'boundary'), file('u', 'units')]).along).toHaveLength(1);
});

test('the lines to type name every file that is used, once, and quote what a shell would split', () => {
  const line = initLine('/w s', '矿', [
    file('b.zip', 'boundary', { crs: 'EPSG:4547' }),
    file('dem.tif', 'dem'),
  ]);
  expect(line).toBe(
    "aftermine init '/w s/矿' --boundary b.zip --name 矿 --crs EPSG:4547\naftermine import dem.tif --as dem -C '/w s/矿'",
  );
});
