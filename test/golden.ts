import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe } from 'vitest';

const root = resolve(import.meta.dirname, '..');

/** A path inside the shared golden data. */
export const golden = (path: string): string => resolve(root, '../shared/golden', path);

/** A path inside the shared collection of hostile files. */
export const badInput = (path: string): string => resolve(root, '../shared/badinputs', path);

/** `describe` where the shared data is present; elsewhere the suite is skipped and its title says why. */
export function describeWithData(title: string, path: string, body: () => void): void {
  if (existsSync(path)) describe(title, body);
  else describe.skip(`${title} (skipped: shared data not present)`, body);
}
