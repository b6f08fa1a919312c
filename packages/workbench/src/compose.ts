import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as zlib from 'node:zlib';
import { CogRasters } from './adapters/cog/cog-rasters.ts';
import { SqliteEvidence } from './adapters/evidence/sqlite-evidence.ts';
import { NodeFiles } from './adapters/files/node-files.ts';
import { GeoPackageStore } from './adapters/geopackage/geopackage-store.ts';
import { HighsSolver } from './adapters/highs/highs-solver.ts';
import { YamlLibraries } from './adapters/library/yaml-library.ts';
import { FileLiterature } from './adapters/literature/file-literature.ts';
import { SqliteLocks } from './adapters/lock/sqlite-locks.ts';
import { ObservationDocuments } from './adapters/observation-report/observation-documents.ts';
import { ExifPhotographs } from './adapters/photos/exif-photographs.ts';
import { InProcessJobs } from './adapters/pool/in-process-jobs.ts';
import { WorkerPool } from './adapters/pool/worker-pool.ts';
import { FolderScenes } from './adapters/scenes/index.ts';
import { YamlSettings } from './adapters/settings/yaml-settings.ts';
import { FileFieldNotes } from './adapters/tables/read-field-notes.ts';
import { FileSamples } from './adapters/tables/read-samples.ts';
import { FileTiles } from './adapters/tiles/file-tiles.ts';
import { FileVectorWriter } from './adapters/vectors/file-vector-writer.ts';
import { FileVectors } from './adapters/vectors/file-vectors.ts';
import type { Hasher, Workbench } from './ports/index.ts';
import { TaskRunner } from './steps/observe/task-runner.ts';

const here = fileURLToPath(new URL('.', import.meta.url));

/** Puts the workbench of this machine together. The only place that makes adapters. */
export function composeWorkbench(): Workbench {
  const files = new NodeFiles();
  const rasters = new CogRasters();
  const tiles = (projectDir: string): FileTiles => new FileTiles(join(projectDir, '.aftermine', 'tiles'));
  const hash: Hasher = (text) => createHash('sha256').update(text).digest('hex');
  const manifest = JSON.parse(readFileSync(join(here, '..', 'package.json'), 'utf8')) as { version: string };
  return {
    version: manifest.version,
    runtime: {
      node: process.versions.node,
      sqlite: process.versions['sqlite'] ?? '?',
      zstd: 'zstdDecompressSync' in zlib,
    },
    clock: { now: () => Date.now() },
    hash,
    files,
    paths: {
      join,
      resolve,
      basename,
      dirname,
      isAbsolute,
      relative: (from, to) => relative(from, to).replaceAll('\\', '/'),
    },
    settings: new YamlSettings(files),
    rasters,
    vectors: new FileVectors(),
    vectorWriter: new FileVectorWriter(),
    samples: new FileSamples(),
    fieldNotes: new FileFieldNotes(),
    photographs: new ExifPhotographs(),
    scenes: new FolderScenes(rasters),
    documents: new ObservationDocuments(),
    libraries: new YamlLibraries(join(here, '..', '..', '..', 'library'), hash),
    literature: new FileLiterature(join(here, '..', '..', '..', 'library')),
    locks: new SqliteLocks(),
    solver: new HighsSolver(),
    openStore: async (projectDir, options) => new GeoPackageStore(join(projectDir, 'project.gpkg'), options),
    openEvidence: async (projectDir) => new SqliteEvidence(join(projectDir, 'evidence.db')),
    tiles,
    jobs(projectDir, width) {
      if (width > 1)
        return new WorkerPool(width, join(here, 'worker.ts'), {
          tiles: join(projectDir, '.aftermine', 'tiles'),
        });
      const runner = new TaskRunner({ rasters, tiles: tiles(projectDir), files });
      return new InProcessJobs(
        (task) => runner.run(task),
        () => runner.close(),
      );
    },
  };
}
