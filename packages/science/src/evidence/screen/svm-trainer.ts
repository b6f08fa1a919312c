import { AftermineError, chance, seedOf } from '../../base/index.ts';
import { type Descent, packRows, plainDescent } from './descent.ts';
import { wasmDescent } from './descent-wasm.ts';
import { screeningWeights } from './screening-weights.ts';
import type { TermMatrix } from './term-matrix.ts';

/** C: how much a record on the wrong side counts against a short weight vector. */
export const COST = 0.11;
/** Sweeps end when no slope is steeper. */
export const STEEPEST_SLOPE = 1e-4;
const MOST_SWEEPS = 1000;

/** A linear model of what is included: f = weights . x + bias, positive towards inclusion. */
export interface SvmModel {
  /** By column of the matrix. */
  readonly weights: Float64Array;
  readonly bias: number;
}

/** How a training went. */
export interface SvmFit {
  readonly sweeps: number;
  /** False where slopes were still steeper than asked after 1000 sweeps. */
  readonly settled: boolean;
}

/** By record: whether it is included; null without a label. */
export type ScreeningLabels = readonly (boolean | null)[];

/**
 * Trains the model of screening on one matrix again and again as labels come in: a linear support vector machine with squared
 * hinge loss, solved in its dual by coordinate descent.
 *
 *     min  (w . w + b^2) / 2 + C sum_i c_i max(0, 1 - y_i (w . x_i + b))^2
 *     dual: alpha_i >= 0, w = sum alpha_i y_i x_i, D_i = 1 / (2 C c_i)
 *
 * y 1 for included and -1 for excluded, c by `screeningWeights`, C 0.11, the bias as a column of ones. Records are visited in
 * an order that is shuffled before each sweep from a fixed seed, until every slope of the dual is below 1e-4.
 *
 * @source Hsieh et al. 2008, doi:10.1145/1390156.1390208 (algorithm 1; solver 1 of liblinear)
 */
export class SvmTrainer {
  readonly matrix: TermMatrix;
  private readonly descent: Descent;
  private trainedOn: ScreeningLabels;

  /** @param engine `plain` for the twin without WebAssembly; the numbers are the same */
  constructor(matrix: TermMatrix, engine: 'fast' | 'plain' = 'fast') {
    this.matrix = matrix;
    const rows = packRows(matrix);
    this.descent = (engine === 'fast' ? wasmDescent(rows) : null) ?? plainDescent(rows);
    this.trainedOn = new Array<null>(matrix.records).fill(null);
  }

  /**
   * Trains on the labelled records.
   *
   * @param labels at least one included and one excluded
   * @param start `cold` (default) from nothing, so that the result depends on the labels alone; `warm` from the last
   * result, which takes a fraction of the sweeps and agrees to the tolerance. A label that was changed or taken back
   * makes a warm start a cold one.
   * @throws InvalidInput `E-SCR-001` for another number of labels than records, `E-SCR-002` where one kind is missing
   */
  train(labels: ScreeningLabels, start: 'cold' | 'warm' = 'cold'): SvmFit {
    const { weights, multipliers, order } = this.descent;
    const labelled = this.setLabels(labels);
    const changed = this.trainedOn.some((label, record) => label !== null && label !== labels[record]);
    this.trainedOn = [...labels];
    if (start === 'cold' || changed) {
      weights.fill(0);
      multipliers.fill(0);
    }
    const { uniform } = chance(seedOf(labelled, 'screening-sweeps'));
    let sweeps = 0;
    let steepest = Number.POSITIVE_INFINITY;
    while (steepest >= STEEPEST_SLOPE && sweeps < MOST_SWEEPS) {
      for (let at = labelled - 1; at > 0; at -= 1) {
        const other = Math.floor(uniform() * (at + 1));
        const kept = order[at]!;
        order[at] = order[other]!;
        order[other] = kept;
      }
      steepest = this.descent.sweep(labelled);
      sweeps += 1;
    }
    return { sweeps, settled: steepest < STEEPEST_SLOPE };
  }

  /** Decision values f of the records named, in their order; all 0 before the first training. */
  decide(records: ArrayLike<number>): Float64Array {
    const { order, decisions } = this.descent;
    order.set(records);
    this.descent.decide(records.length);
    return decisions.slice(0, records.length);
  }

  /** A copy of the model as it stands. */
  model(): SvmModel {
    const { weights } = this.descent;
    return { weights: weights.slice(0, -1), bias: weights.at(-1)! };
  }

  /** Puts the labelled records into the descent, by record, and says how many there are. */
  private setLabels(labels: ScreeningLabels): number {
    const { signs, slacks, order } = this.descent;
    if (labels.length !== this.matrix.records)
      throw new AftermineError('InvalidInput', 'E-SCR-001', {
        where: 'labels',
        expected: this.matrix.records,
        got: labels.length,
      });
    let labelled = 0;
    let included = 0;
    for (const [record, label] of labels.entries()) {
      if (label === null) continue;
      order[labelled] = record;
      labelled += 1;
      if (label) included += 1;
    }
    if (included === 0 || included === labelled)
      throw new AftermineError('InvalidInput', 'E-SCR-002', {
        where: 'labels',
        params: { included, excluded: labelled - included },
      });
    const importance = screeningWeights(included, labelled - included);
    for (let at = 0; at < labelled; at += 1) {
      const record = order[at]!;
      const isIncluded = labels[record] === true;
      signs[record] = isIncluded ? 1 : -1;
      slacks[record] = 1 / (2 * COST * (isIncluded ? importance.included : importance.excluded));
    }
    return labelled;
  }
}
