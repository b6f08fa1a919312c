/** One line of the bench: what was measured, against what. */
export interface BenchRow {
  readonly name: string;
  readonly measured: number;
  readonly target: number;
  readonly unit: string;
  /** Null where the reference is not installed, so nothing was compared. */
  readonly passed: boolean | null;
  readonly detail: string;
}
