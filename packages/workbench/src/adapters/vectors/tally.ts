import type { VectorWarning } from '../../ports/index.ts';

/** Counts what a reader did or left out, so that ten thousand odd features make one warning. */
export class Tally {
  readonly #counts = new Map<string, number>();
  readonly #notes: VectorWarning[] = [];

  count(key: string, times = 1): void {
    if (times > 0) this.#counts.set(key, (this.#counts.get(key) ?? 0) + times);
  }

  /** A warning that is said once, with parameters of its own. */
  note(key: string, params: VectorWarning['params'] = {}): void {
    this.#notes.push({ key, params });
  }

  warnings(): VectorWarning[] {
    return [...this.#notes, ...[...this.#counts].map(([key, count]) => ({ key, params: { count } }))];
  }
}
