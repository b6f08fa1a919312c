import type { PlannedUnit, PlanResult } from '@aftermine/science/plan';

/**
 * A plan without what only the sheet of a unit needs: gates, alternatives, bills. Of 50,000 units it is a tenth of the whole, so
 * that a page can show it; the sheet of one unit is asked for when it is opened.
 */
export function planOverview(plan: PlanResult): PlanResult {
  return { ...plan, units: plan.units.map(briefUnit) };
}

function briefUnit(unit: PlannedUnit): PlannedUnit {
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
