import { AftermineError } from '../../base/index.ts';
import { type NextRecords, type QueueMode, rankNext, type ScreeningMark } from './rank-next.ts';
import { type SvmModel, SvmTrainer } from './svm-trainer.ts';
import type { TermMatrix } from './term-matrix.ts';

/** All that is needed to go on later, as plain data. */
export interface QueueState {
  readonly mode: QueueMode;
  readonly seed: number;
  /** By record; null: not screened yet. */
  readonly marks: readonly (ScreeningMark | null)[];
}

/**
 * The queue of one screener at work: marks in, next records out. It holds the matrix in the form the training needs, and trains
 * when the next records are asked for and a mark has changed since.
 */
export class ScreeningQueue {
  private readonly trainer: SvmTrainer;
  private readonly seed: number;
  private readonly marks: (ScreeningMark | null)[];
  private mode: QueueMode;
  private ranked: NextRecords | null = null;

  /**
   * @param state of an earlier queue on the same texts
   * @throws InvalidInput `E-SCR-001` where the state has another number of records
   */
  constructor(matrix: TermMatrix, state?: QueueState) {
    this.trainer = new SvmTrainer(matrix);
    this.mode = state?.mode ?? 'relevance';
    this.seed = state?.seed ?? 0;
    this.marks = state === undefined ? new Array<null>(matrix.records).fill(null) : [...state.marks];
    if (this.marks.length !== matrix.records)
      throw new AftermineError('InvalidInput', 'E-SCR-001', {
        where: 'marks',
        expected: matrix.records,
        got: this.marks.length,
      });
  }

  /**
   * Marks a record, or takes its mark back with null.
   *
   * @throws InvalidInput `E-SCR-003` for a number that is no record
   */
  mark(record: number, mark: ScreeningMark | null): void {
    if (!(record in this.marks))
      throw new AftermineError('InvalidInput', 'E-SCR-003', {
        where: 'record',
        expected: this.marks.length,
        got: record,
      });
    if (this.marks[record] !== mark) this.ranked = null;
    this.marks[record] = mark;
  }

  /** By relevance or at random from now on. */
  setMode(mode: QueueMode): void {
    if (mode !== this.mode) this.ranked = null;
    this.mode = mode;
  }

  /** The next `count` records, as `rankNext` tells them. */
  next(count = 1): NextRecords {
    this.ranked ??= rankNext(this.trainer, this.marks, {
      mode: this.mode,
      count: this.marks.length,
      seed: this.seed,
    });
    return { ...this.ranked, next: this.ranked.next.slice(0, count) };
  }

  /** The model behind the last `next`; null while the order is random. */
  model(): SvmModel | null {
    return this.ranked?.basis === 'relevance' ? this.trainer.model() : null;
  }

  state(): QueueState {
    return { mode: this.mode, seed: this.seed, marks: [...this.marks] };
  }
}
