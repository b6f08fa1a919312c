import type { PlannedUnit } from './result.ts';

/**
 * A planned unit without what only its sheet needs: gates, alternatives, bill. Lists and maps of many units hold it; it is a tenth
 * of the whole. The unit itself stays as it is.
 */
export function briefUnit(unit: PlannedUnit): PlannedUnit {
  return {
    ...unit,
    choice: unit.choice === null ? null : { ...unit.choice, gates: [] },
    valueParts: {},
    pricedUses: [],
    runnerUp: null,
    flips: [],
    alternatives: [],
    barred: [],
    bill: [],
    findings: [],
  };
}
