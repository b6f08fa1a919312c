import type { NumberFact } from '../facts/plan-unit.ts';

/** What a measure of a package brings about on a unit: the fact it moves, from where to where. */
export interface Mend {
  readonly measure: string;
  readonly fact: NumberFact | 'contamination';
  /** Value now, or the one the library assumes where nobody knows; null for contamination. */
  readonly from: number | null;
  readonly to: number | null;
  /** True where `from` is an assumption: quantities rest on it until a survey. */
  readonly assumed: boolean;
}
