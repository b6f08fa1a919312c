import type { Files } from '../ports/index.ts';

/**
 * Files brought into a project by one command. A file that was there before is set aside, so that the project can be
 * put back as it was when the new files turn out to be unusable.
 */
export class CopiedInputs {
  readonly #files: Pick<Files, 'copy' | 'exists' | 'remove'>;
  /** Path by where its earlier content was set aside; null where there was none. */
  readonly #changed = new Map<string, string | null>();

  constructor(files: Pick<Files, 'copy' | 'exists' | 'remove'>) {
    this.#files = files;
  }

  copy(from: string, to: string): void {
    if (!this.#changed.has(to)) {
      const aside = this.#files.exists(to) ? `${to}.before.tmp` : null;
      if (aside !== null) this.#files.copy(to, aside);
      this.#changed.set(to, aside);
    }
    this.#files.copy(from, to);
  }

  /** The new files stay. */
  keep(): void {
    for (const aside of this.#changed.values()) if (aside !== null) this.#files.remove(aside);
    this.#changed.clear();
  }

  /** Everything as it was. */
  undo(): void {
    for (const [path, aside] of this.#changed) {
      if (aside === null) this.#files.remove(path);
      else {
        this.#files.copy(aside, path);
        this.#files.remove(aside);
      }
    }
    this.#changed.clear();
  }
}
