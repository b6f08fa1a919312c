import type { Clock } from './clock.ts';
import type { Documents } from './documents.ts';
import type { EvidenceStore } from './evidence-store.ts';
import type { FieldNotes } from './field-notes.ts';
import type { Files, Hasher } from './files.ts';
import type { Jobs } from './jobs.ts';
import type { Libraries } from './library.ts';
import type { Literature } from './literature.ts';
import type { Locks } from './locks.ts';
import type { Paths } from './paths.ts';
import type { Photographs } from './photographs.ts';
import type { Rasters } from './rasters.ts';
import type { Samples } from './samples.ts';
import type { Scenes } from './scenes.ts';
import type { SettingsFiles } from './settings.ts';
import type { Solver } from './solver.ts';
import type { Store } from './store.ts';
import type { Tiles } from './tiles.ts';
import type { VectorWriter } from './vector-writer.ts';
import type { Vectors } from './vectors.ts';

/** Everything the outside offers, put together once in `compose.ts` and handed to steps and commands. */
export interface Workbench {
  readonly version: string;
  /** Versions that matter when something goes wrong. */
  readonly runtime: { readonly node: string; readonly sqlite: string; readonly zstd: boolean };
  readonly clock: Clock;
  readonly hash: Hasher;
  readonly files: Files;
  readonly paths: Paths;
  readonly settings: SettingsFiles;
  readonly rasters: Rasters;
  readonly vectors: Vectors;
  readonly vectorWriter: VectorWriter;
  /** Field samples from tables. */
  readonly samples: Samples;
  /** What was seen and done in the field, from tables. */
  readonly fieldNotes: FieldNotes;
  /** What cameras write into pictures. */
  readonly photographs: Photographs;
  readonly scenes: Scenes;
  readonly documents: Documents;
  /** Solver of linear and mixed-integer models; starts when first asked. */
  readonly solver: Solver;
  /** The measure library. */
  readonly libraries: Libraries;
  /** What researchers bring: search exports, tables, documents. */
  readonly literature: Literature;
  readonly locks: Locks;
  /**
   * Opens (or makes) the store of a project folder. With `readOnly` the file is not checked from end to end and its time does not
   * move; what is damaged is told when it is read.
   */
  openStore(projectDir: string, options?: { readonly readOnly?: boolean }): Promise<Store>;
  /** Opens (or makes) the literature side of a folder. */
  openEvidence(projectDir: string): Promise<EvidenceStore>;
  /** Finished work of a project folder. */
  tiles(projectDir: string): Tiles;
  /** Executors of planned work; `width` 1 runs in this process. */
  jobs(projectDir: string, width: number): Jobs;
}
