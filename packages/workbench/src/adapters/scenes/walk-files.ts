import { readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** One file of a tree. */
export interface FoundFile {
  readonly path: string;
  readonly name: string;
  readonly folder: string;
}

export interface FileTree {
  /** Every folder's files before those of its folders, in order of name. */
  readonly files: readonly FoundFile[];
  /** True when there was more than is looked at. */
  readonly truncated: boolean;
  /** Folders that could not be opened. */
  readonly closed: readonly string[];
}

export const WALK_LIMITS = { files: 200_000, depth: 40 } as const;

/**
 * Lists the files below a folder. Hidden names are passed over, links are followed once, and what is too deep
 * or too much is left out and said.
 */
export function walkFiles(root: string, limits: { files: number; depth: number } = WALK_LIMITS): FileTree {
  const files: FoundFile[] = [];
  const closed: string[] = [];
  const seen = new Set<string>();
  let truncated = false;
  const visit = (folder: string, depth: number): void => {
    if (files.length >= limits.files || depth > limits.depth) {
      truncated = true;
      return;
    }
    let names: string[];
    try {
      const real = realpathSync(folder);
      if (seen.has(real)) return;
      seen.add(real);
      names = readdirSync(folder).sort();
    } catch {
      closed.push(folder);
      return;
    }
    const folders: string[] = [];
    for (const name of names) {
      if (name.startsWith('.')) continue;
      const path = join(folder, name);
      const kind = kindOf(path);
      if (kind === 'folder') folders.push(path);
      else if (kind === 'file') {
        if (files.length < limits.files) files.push({ path, name, folder });
        else truncated = true;
      }
    }
    for (const child of folders) visit(child, depth + 1);
  };
  visit(root, 0);
  return { files, truncated, closed };
}

/** One named file as a tree of its own. */
export function singleFile(path: string): FoundFile {
  return { path, name: basename(path), folder: dirname(path) };
}

/** What stands at a path; links are followed, and what is neither (a socket, a broken link) is `other`. */
export function kindOf(path: string): 'file' | 'folder' | 'other' {
  try {
    const status = statSync(path);
    return status.isFile() ? 'file' : status.isDirectory() ? 'folder' : 'other';
  } catch {
    return 'other';
  }
}
