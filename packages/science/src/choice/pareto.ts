import { requireEntries, requireNumber } from './choice-input.ts';

export interface ParetoObjective {
  readonly better: 'high' | 'low';
  /** Differences up to this do not count, in units of the objective; 0 by default. */
  readonly tolerance?: number;
}

export interface ParetoResult {
  /** Plans that none dominates, in their order. */
  readonly front: readonly number[];
  /** By plan: the plans that dominate it, in their order; empty on the front. */
  readonly dominatedBy: readonly (readonly number[])[];
}

/**
 * Which plans are dominated, and by which: p dominates q where it is nowhere worse by more than the tolerance,
 * somewhere better by more than it, and in the sum of differences counted in tolerances better too.
 *
 * The sum matters with three objectives and a tolerance only. Without it three plans could dominate one another in a
 * circle and nothing would be left; with it the front is never empty. Plans alike in all objectives stay side by side.
 *
 * @param values by plan, then by objective; finite
 * @throws Misaligned `E-CHO-101`, InvalidInput `E-CHO-102`
 * @source Ehrgott 2005, Multicriteria optimization, doi:10.1007/3-540-27659-9
 */
export function paretoFront(
  values: readonly (readonly number[])[],
  objectives: readonly ParetoObjective[],
): ParetoResult {
  const tolerances = objectives.map((objective, k) =>
    requireNumber(`objectives[${k}].tolerance`, objective.tolerance ?? 0, { low: 0 }),
  );
  values.forEach((row, p) => {
    requireEntries(`values[${p}]`, row, objectives.length);
    row.forEach((value, k) => {
      requireNumber(`values[${p}][${k}]`, value);
    });
  });
  const dominates = (one: readonly number[], other: readonly number[]): boolean => {
    let [isBetter, sum] = [false, 0];
    for (let k = 0; k < objectives.length; k += 1) {
      const tolerance = tolerances[k]!;
      const gain = objectives[k]!.better === 'high' ? one[k]! - other[k]! : other[k]! - one[k]!;
      if (gain < -tolerance) return false;
      if (gain > tolerance) isBetter = true;
      if (gain !== 0) sum += tolerance === 0 ? Infinity : gain / tolerance;
    }
    return isBetter && sum > 0;
  };
  const dominatedBy = values.map((own) =>
    values.flatMap((other, p) => (other !== own && dominates(other, own) ? [p] : [])),
  );
  return { front: dominatedBy.flatMap((by, p) => (by.length === 0 ? [p] : [])), dominatedBy };
}

/** What most plans choose for one unit. */
export interface Agreement {
  /** Null: most plans leave the unit alone. Of equally frequent choices the one of the earlier plan. */
  readonly choice: string | null;
  /** Share of the plans that choose it, 0 < share <= 1. */
  readonly share: number;
}

/**
 * How far plans agree, unit by unit: the share of plans that make the most frequent choice.
 *
 * @param choices by plan, then by unit; null where the plan does nothing there
 * @returns one entry for each unit; none without plans
 * @throws Misaligned `E-CHO-101`
 */
export function agreementOf(choices: readonly (readonly (string | null)[])[]): readonly Agreement[] {
  const first = choices[0];
  if (first === undefined) return [];
  choices.forEach((plan, p) => {
    requireEntries(`choices[${p}]`, plan, first.length);
  });
  return first.map((_, unit) => {
    const counts = new Map<string | null, number>();
    for (const plan of choices) counts.set(plan[unit]!, (counts.get(plan[unit]!) ?? 0) + 1);
    let [choice, most]: [string | null, number] = [null, 0];
    for (const [option, count] of counts) if (count > most) [choice, most] = [option, count];
    return { choice, share: most / choices.length };
  });
}
