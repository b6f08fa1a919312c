/** Room that files take on the disk. */
export interface DiskUsage {
  readonly files: number;
  readonly bytes: number;
}

/** Files of the machine, as far as steps need them. Paths are absolute. */
export interface Files {
  exists(path: string): boolean;
  readText(path: string): string;
  /** Temporary file, fsync, rename. Returns the SHA-256 of what was written. */
  writeText(path: string, text: string): string;
  writeBytes(path: string, bytes: Uint8Array): string;
  copy(from: string, to: string): void;
  remove(path: string): void;
  makeFolder(path: string): void;
  /** Names in a folder, sorted; empty when there is none. */
  list(path: string): string[];
  /** Throws InvalidInput `E-PRJ-012` when nothing can be written into the folder. */
  assertWritable(folder: string): void;
  /** SHA-256 of a whole file; remembered within the process by size and modification time. */
  sha256(path: string): string;
  freeBytes(folder: string): number;
  /** What lies below a folder, links not followed; nothing where there is no such folder. */
  usage(folder: string): DiskUsage;
}

/** SHA-256 of a text, as hex. */
export type Hasher = (text: string) => string;
