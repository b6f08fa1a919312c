import { expect, test } from 'vitest';
import { filesOf } from './settings-files.ts';

test('every file the settings name is there with the answers it is read by, and nothing that is not named', () => {
  const files = filesOf({
    boundary: 'inputs/b.geojson',
    units: { file: 'inputs/u.shp' },
    reading: { units: { encoding: 'gb18030' } },
    observe: { scenes: ['inputs/scenes', '/data/more'] },
    diagnose: { samples: ['inputs/s.csv'] },
  });
  expect(files.map(({ role }) => role)).toEqual(['boundary', 'units', 'samples', 'scenes', 'scenes']);
  expect(files[1]!.reading).toEqual({ encoding: 'gb18030' });
  expect(filesOf({})).toEqual([]);
});
