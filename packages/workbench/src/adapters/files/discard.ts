import { rmSync } from 'node:fs';

/** Removes a temporary file on the way out of a failure, whose error must not be hidden by this one. */
export function discard(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // The folder itself may be what is wrong.
  }
}
