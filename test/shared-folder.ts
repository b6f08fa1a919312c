import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of this run of the tests, for what several files need and one makes. */
    readonly shared: string;
  }
}

/** Makes the folder that files of one run share, and takes it away afterwards. */
export function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'aftermine-tests-'));
  project.provide('shared', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
