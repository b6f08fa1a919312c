import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { rastersSuite } from '../rasters.suite.ts';
import { CogRasters } from './cog-rasters.ts';

const folders: string[] = [];
afterEach(() => {
  for (const made of folders.splice(0)) rmSync(made, { recursive: true, force: true });
});

rastersSuite('CogRasters', () => {
  const folder = mkdtempSync(join(tmpdir(), 'aftermine-cog-'));
  folders.push(folder);
  return { rasters: new CogRasters(), place: (file) => join(folder, file) };
});
