/** Path arithmetic of the machine, so that steps need no module of the runtime. */
export interface Paths {
  join(...parts: string[]): string;
  resolve(...parts: string[]): string;
  basename(path: string): string;
  dirname(path: string): string;
  /** Relative path with forward slashes. */
  relative(from: string, to: string): string;
  isAbsolute(path: string): boolean;
}
