import { AftermineError } from '../../base/index.ts';
import { measureScreening, type ScreeningMeasures } from './screening-measures.ts';
import { SvmTrainer } from './svm-trainer.ts';
import { termMatrix } from './term-matrix.ts';

/** How far a simulation has come. */
export interface SimulationProgress {
  readonly screened: number;
  /** Records to screen, without the priors. */
  readonly total: number;
  readonly found: number;
}

export interface SimulationOptions {
  /** Called after each record. */
  readonly report?: (progress: SimulationProgress) => void;
  /** Asked before each record; the simulation ends there when it is aborted. An `AbortSignal` will do. */
  readonly abort?: { readonly aborted: boolean };
}

export interface ScreeningSimulation extends ScreeningMeasures {
  /** Records in the order of screening, without the priors. */
  readonly order: readonly number[];
  /** False when it was aborted: the order is then shorter and some measures may be unknown. */
  readonly finished: boolean;
  /** Trainings that had not settled after 1000 sweeps. */
  readonly unsettled: number;
}

/**
 * Screens a set whose labels are known as a person would with the model's help: train on what is labelled, take the record with the
 * highest decision value, look its label up, train again, until every record is screened. The same input gives the
 * same order.
 *
 * @param texts one a record, title and abstract joined by a space
 * @param labels whether each record is included
 * @param priors numbers of the records whose labels are known beforehand: one included and one excluded at least
 * @throws InvalidInput `E-SCR-001` for another number of labels than texts, `E-SCR-002` where the priors lack one kind,
 * `E-SCR-003` for a prior that is no record or stands twice
 */
export function simulateScreening(
  texts: readonly string[],
  labels: readonly boolean[],
  priors: readonly number[],
  options: SimulationOptions = {},
): ScreeningSimulation {
  checkPriors(priors, texts.length);
  if (labels.length !== texts.length)
    throw new AftermineError('InvalidInput', 'E-SCR-001', {
      where: 'labels',
      expected: texts.length,
      got: labels.length,
    });
  const trainer = new SvmTrainer(termMatrix(texts));
  const known: (boolean | null)[] = texts.map(() => null);
  for (const prior of priors) known[prior] = labels[prior]!;
  const left = new Set(texts.keys());
  for (const prior of priors) left.delete(prior);
  const total = left.size;
  const included = [...left].filter((record) => labels[record] === true).length;
  const order: number[] = [];
  let unsettled = 0;
  let found = 0;
  while (left.size > 0 && options.abort?.aborted !== true) {
    if (!trainer.train(known, 'warm').settled) unsettled += 1;
    const candidates = Int32Array.from(left);
    const next = candidates[firstGreatest(trainer.decide(candidates))]!;
    order.push(next);
    left.delete(next);
    known[next] = labels[next]!;
    if (labels[next] === true) found += 1;
    options.report?.({ screened: order.length, total, found });
  }
  return {
    order,
    finished: left.size === 0,
    unsettled,
    ...measureScreening(
      order.map((record) => labels[record] === true),
      { records: total, included },
    ),
  };
}

/** Place of the greatest value; of equal ones the first. */
function firstGreatest(values: Float64Array): number {
  let best = 0;
  for (let i = 1; i < values.length; i += 1) if (values[i]! > values[best]!) best = i;
  return best;
}

function checkPriors(priors: readonly number[], records: number): void {
  const seen = new Set<number>();
  for (const [i, prior] of priors.entries()) {
    if (!Number.isInteger(prior) || prior < 0 || prior >= records || seen.has(prior))
      throw new AftermineError('InvalidInput', 'E-SCR-003', {
        where: `priors[${i}]`,
        expected: records,
        got: prior,
      });
    seen.add(prior);
  }
}
