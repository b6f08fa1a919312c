import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { storeSuite } from '../store.suite.ts';
import { GeoPackageStore } from './geopackage-store.ts';

storeSuite('geopackage', async () => {
  const folder = mkdtempSync(join(tmpdir(), '矿-store-'));
  return {
    store: new GeoPackageStore(join(folder, 'project.gpkg')),
    dispose: async () => rmSync(folder, { recursive: true }),
  };
});
