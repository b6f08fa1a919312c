import { isUnknown } from '../base/index.ts';
import { FEWER_ALTERNATIVES, MANY_UNITS } from './explain/explain-units.ts';
import { isDanger } from './packages/answers-problem.ts';
import type { Programme } from './programme/programme.ts';
import type { PlannedUnit, PlanResult } from './result.ts';
import type { PlanSettings } from './settings.ts';

type Note = PlanResult['notes'][number];

/** What a reader must know of the whole plan, as keys `plan-note.*` of the catalogue. */
export function notesOfPlan(
  programme: Programme,
  units: readonly PlannedUnit[],
  settings: PlanSettings,
): readonly Note[] {
  const note = (key: string, params: Note['params'] = {}): Note => ({ key: `plan-note.${key}`, params });
  const conditional = units.filter(({ choice }) => choice?.state === 'conditional').length;
  const assumed = programme.units.filter(({ unit }) => isUnknown(unit.recoveryNow)).length;
  const barredByEvidence = units.filter(
    ({ choice, barred }) =>
      choice === null && barred.some(({ gates }) => gates.some(({ state }) => state === 'insufficient')),
  ).length;
  const hazards = programme.units.filter(
    ({ unit }, u) => unit.problems.some(isDanger) && !isSafe(programme, u),
  );
  const undecided = programme.units.filter(
    ({ unit }) => unit.basicFarmland === null && settings.basicFarmland === 'unknown',
  ).length;
  return [
    ...(programme.funds.length === 0 ? [note('no-budget')] : []),
    ...(conditional > 0 ? [note('conditional', { count: conditional })] : []),
    ...(assumed > 0 ? [note('recovery-assumed', { count: assumed })] : []),
    ...(barredByEvidence > 0 ? [note('evidence-missing', { count: barredByEvidence })] : []),
    ...(undecided > 0 ? [note('basic-farmland-unknown', { count: undecided })] : []),
    ...hazards.map(({ unit }) => note('hazard-untreated', { unit: unit.id })),
    ...(units.length > MANY_UNITS ? [note('few-alternatives', { count: FEWER_ALTERNATIVES })] : []),
    note('carbon-unpriced'),
  ];
}

/** True where some option of the unit takes its dangers away. */
function isSafe({ table: { candidates, options, leavesDanger } }: Programme, u: number): boolean {
  for (let c = candidates[u]!; c < candidates[u + 1]!; c += 1)
    if (leavesDanger[c] === 0 && options[c + 1]! > options[c]!) return true;
  return false;
}
