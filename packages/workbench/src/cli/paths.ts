import { resolve } from 'node:path';

/** A path the user typed, made absolute against where the command was called. */
export function resolveInput(path: string): string {
  return resolve(path);
}
