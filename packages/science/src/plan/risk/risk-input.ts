import { AftermineError } from '../../base/index.ts';

/** What is computed: outputs from one value for each factor, in the order of the factors. */
export type RiskModel = (x: Float64Array) => Float64Array;

/**
 * Refuses what does not hold, as a number outside its range.
 *
 * @throws InvalidInput `E-PLN-201`
 */
export function requireThat(holds: boolean, where: string, expected: string, got: number): void {
  if (!holds) throw new AftermineError('InvalidInput', 'E-PLN-201', { where, expected, got: String(got) });
}

/** The output `index` of a model at `x`; NaN and infinities mean that the model has no answer there. */
export function outputOf(model: RiskModel, x: Float64Array, index: number): number {
  const outputs = model(x);
  requireThat(index >= 0 && index < outputs.length, 'output', `0 to ${outputs.length - 1}`, index);
  return outputs[index]!;
}
