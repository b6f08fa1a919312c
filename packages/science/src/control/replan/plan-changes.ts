import type { PlannedUnit, PlanResult, UnitAlternative } from '../../plan/index.ts';
import type { PlanChange, PlanChangeReason } from '../season/season-record.ts';

export interface ChangeFacts {
  /** Filtered closeness less what was expected of the unit, and its standard deviation. */
  readonly departure: ReadonlyMap<string, { readonly closeness: number; readonly sd: number }>;
  /** Measures whose learned factors moved by more than a few percent since the last plan. */
  readonly moved: ReadonlySet<string>;
  readonly postponed: ReadonlySet<string>;
  /** Public money that corrective works take. */
  readonly charged: number;
}

/** What a plan does differently from the one before, each with the reason that bears most on it. */
export function planChanges(
  before: PlanResult,
  after: PlanResult,
  facts: ChangeFacts,
): readonly PlanChange[] {
  const old = new Map(before.units.map((unit) => [unit.id, unit]));
  return after.units.flatMap((unit): PlanChange[] => {
    const was = old.get(unit.id)?.choice ?? null;
    const is = unit.choice;
    if (was?.id === is?.id && was?.year === is?.year) return [];
    const { reason, params } = reasonOf(unit, was, is, facts);
    return [
      {
        unit: unit.id,
        before: commitmentOf(was),
        after: commitmentOf(is),
        reason,
        params,
        gain: gainOf(unit, was),
      },
    ];
  });
}

function commitmentOf(choice: UnitAlternative | null): PlanChange['before'] {
  return choice === null || choice.year === null ? null : { package: choice.id, year: choice.year };
}

function reasonOf(
  { id }: PlannedUnit,
  was: UnitAlternative | null,
  is: UnitAlternative | null,
  facts: ChangeFacts,
): Pick<PlanChange, 'params'> & { readonly reason: PlanChangeReason } {
  if (facts.postponed.has(id)) return { reason: 'postponed', params: {} };
  const seen = facts.departure.get(id);
  if (seen !== undefined && Math.abs(seen.closeness) > seen.sd)
    return {
      reason: seen.closeness > 0 ? 'closer-than-expected' : 'further-than-expected',
      params: { percent: Math.round(100 * Math.abs(seen.closeness)) },
    };
  const measure = [...(was?.measures ?? []), ...(is?.measures ?? [])].find((one) => facts.moved.has(one));
  if (measure !== undefined) return { reason: 'learned', params: { measure } };
  if (facts.charged > 0) return { reason: 'money', params: { cost: Math.round(facts.charged) } };
  return { reason: 'limits', params: {} };
}

/** Weighted value of the new choice less that of the old one at its best year, both under what is known now; null where unknown. */
function gainOf({ choice, alternatives }: PlannedUnit, was: UnitAlternative | null): number | null {
  const now = choice?.value ?? 0;
  if (was === null) return now;
  const other = choice?.id === was.id ? null : alternatives.find(({ id }) => id === was.id)?.value;
  return other === undefined || other === null ? null : now - other;
}
