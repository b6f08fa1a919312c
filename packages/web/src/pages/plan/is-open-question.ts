import type { GateResult } from '@aftermine/science/plan';

/** True where only missing knowledge closes an end use: a gate is not known, and none is closed. */
export function isOpenQuestion(gates: readonly Pick<GateResult, 'state'>[]): boolean {
  return gates.some(({ state }) => state === 'insufficient') && !gates.some(({ state }) => state === 'fail');
}
