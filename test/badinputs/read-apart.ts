import { execFile } from 'node:child_process';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';

/** What `read-vector.ts` prints of a file. */
export interface Outcome {
  readonly path: string;
  readonly features?: number;
  readonly code?: string;
  readonly crs?: string | null;
  readonly warnings?: readonly string[];
  readonly elapsedMs: number;
}

export const MAX_MS = 10_000;

/** Reads files in a process of their own with half a gigabyte of heap; the process must end by itself. By file name. */
export async function readApart(paths: readonly string[]): Promise<Map<string, Outcome>> {
  const reader = join(import.meta.dirname, 'read-vector.ts');
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--max-old-space-size=512', reader, ...paths],
    { timeout: MAX_MS * paths.length, killSignal: 'SIGKILL', maxBuffer: 64 * 1024 * 1024 },
  );
  const outcomes = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Outcome);
  return new Map(outcomes.map((outcome) => [basename(outcome.path), outcome]));
}
