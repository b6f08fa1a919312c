import type { Alarm } from '../alarms/index.ts';
import {
  type FanKnowledge,
  type FilterState,
  probabilityBelow,
  type UnitPromise,
} from '../forecast/index.ts';
import type { GapCase } from '../replan/gap-planting.ts';
import { promisedCloseness } from '../replan/promises.ts';
import type { RepairCase } from '../replan/repairs.ts';
import type { SeasonInput } from './season-input.ts';
import type { Repair, UnitSeason } from './season-record.ts';

/** What a season found of a unit. */
export type SeenUnit = Pick<UnitSeason, 'unit' | 'promise' | 'filter'>;

/** Units whose recovery needs help: those that an alarm says are lost, and those whose forecast stays low. */
export function repairCases(
  units: readonly SeenUnit[],
  alarms: readonly Alarm[],
  exposure: ReadonlyMap<string, number>,
  input: SeasonInput,
  knownOf: (unit: number) => FanKnowledge,
): readonly RepairCase[] {
  const { year, programme } = input;
  const byUnit = new Map(
    alarms.flatMap((alarm) =>
      alarm.unit !== null && alarm.corrective.includes('replant') ? [[alarm.unit, alarm] as const] : [],
    ),
  );
  const lately = new Set(programme.repairs.flatMap((one) => (one.year >= year - 1 ? [one.unit] : [])));
  return units.flatMap((unit, u): RepairCase[] => {
    const { promise, filter } = unit;
    const last = filter.at(-1);
    if (last === undefined || promise.measure === null || promise.readyAt === null || promise.readyAt > year)
      return [];
    if (lately.has(unit.unit)) return [];
    const alarm = byUnit.get(unit.unit);
    if (alarm === undefined) return [];
    const probability = shortfall(last.state, promise, input, knownOf(u));
    return [
      {
        unit: unit.unit,
        alarm: alarm.id,
        action: 'replant',
        probability: Math.max(
          probability,
          alarm.kind === 'relapse' || alarm.kind === 'sudden-loss' ? alarm.confidence : 0,
        ),
        exposure: exposure.get(unit.unit) ?? 0,
      },
    ];
  });
}

/** Units whose works stand, that were seen, and that were not planted again before: a second time adds next to nothing. */
export function gapCases(
  units: readonly SeenUnit[],
  answered: readonly Repair[],
  input: SeasonInput,
  knownOf: (unit: number) => FanKnowledge,
): readonly GapCase[] {
  const { year, programme } = input;
  const again = new Set([...programme.repairs, ...answered].map(({ unit }) => unit));
  return units.flatMap(({ unit, promise, filter }, u): GapCase[] => {
    const last = filter.at(-1);
    const { measure, readyAt } = promise;
    if (last === undefined || last.seen === null || measure === null || readyAt === null || readyAt > year)
      return [];
    if (again.has(unit)) return [];
    const probability = shortfall(last.state, promise, input, knownOf(u));
    return [{ promise, state: last.state, probability }];
  });
}

/** Probability that a unit stays below what replanting asks for, or below its promise where that is less. */
function shortfall(
  state: FilterState,
  promise: UnitPromise,
  { settings, year }: SeasonInput,
  known: FanKnowledge,
): number {
  const { closeness, years } = settings.replan.replant;
  const limit = Math.min(closeness, promisedCloseness(promise, year + years));
  return probabilityBelow(state, promise, year + years, limit, settings.filter, known);
}
