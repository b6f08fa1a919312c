import type { PlanResult, ScheduledTask } from '@aftermine/science/plan';

/** How rows stand: works that hold water and earth first and then those that delay a unit, by unit, or by time. */
export type ScheduleOrder = 'critical' | 'unit' | 'time';

/** Families of the library whose works hold water and earth: what stands on them is lost without them. */
export const HOLDING_FAMILIES: readonly string[] = ['drainage', 'water', 'earthworks'];

/**
 * Tasks in the order asked for; within it by time.
 *
 * @param isHolding true for measures that hold water and earth
 */
export function orderedTasks(
  { schedule, units }: Pick<PlanResult, 'schedule' | 'units'>,
  order: ScheduleOrder,
  isHolding: (measure: string) => boolean,
): readonly ScheduledTask[] {
  const place = new Map(units.map(({ id }, i) => [id, i]));
  const byUnit = (a: ScheduledTask, b: ScheduledTask): number =>
    (place.get(a.unit) ?? 0) - (place.get(b.unit) ?? 0);
  const byTime = (a: ScheduledTask, b: ScheduledTask): number =>
    a.startMonth - b.startMonth || a.endMonth - b.endMonth;
  return [...schedule].sort((a, b) => {
    if (order === 'unit') return byUnit(a, b) || byTime(a, b);
    if (order === 'critical')
      return (
        Number(isHolding(b.measure)) - Number(isHolding(a.measure)) ||
        Number(b.critical) - Number(a.critical) ||
        byTime(a, b) ||
        byUnit(a, b)
      );
    return byTime(a, b) || byUnit(a, b);
  });
}

/** Years that the axis shows: the programme, or until its last task ends. */
export function spanYears({ schedule, years }: Pick<PlanResult, 'schedule' | 'years'>): number {
  return Math.max(1, years, ...schedule.map(({ endMonth }) => Math.ceil(endMonth / 12)));
}

/** The season of a measure in every year, in months from the start; one that runs over New Year is two pieces a year. */
export function seasonsIn(
  { from, to }: ScheduledTask['months'],
  months: number,
): readonly (readonly [from: number, to: number])[] {
  if (from === 1 && to === 12) return [];
  const out: (readonly [number, number])[] = [];
  for (let base = 0; base < months; base += 12) {
    if (from <= to) out.push([base + from - 1, base + to]);
    else out.push([base, base + to], [base + from - 1, base + 12]);
  }
  return out;
}

/** Month in which the last of the tasks it waits for ends; null where it waits for nothing. */
export function readyMonth(task: ScheduledTask, schedule: readonly ScheduledTask[]): number | null {
  const before = schedule.filter(({ unit, measure }) => unit === task.unit && task.after.includes(measure));
  return before.length === 0 ? null : Math.max(...before.map(({ endMonth }) => endMonth));
}

/** Text of a comma-separated file: quoted where needed, with the mark by which spreadsheets know UTF-8. */
export function csvText(rows: readonly (readonly (string | number | null)[])[]): string {
  const cell = (value: string | number | null): string => {
    if (value === null) return '';
    // A text that a spreadsheet would take for a formula stays a text.
    const text = typeof value === 'string' && /^[=+\-@\t]/.test(value) ? `'${value}` : String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}
