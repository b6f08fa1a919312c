import type { ProgrammeOption } from '../programme/programme.ts';
import type { ScheduledTask } from '../result.ts';

/**
 * The schedule of a plan: tasks of every choice moved to its start year. A task is critical where the end of its unit's works
 * would move with it: nothing waits between it and what comes after.
 */
export function schedulePlan(chosen: readonly ProgrammeOption[], start: number): readonly ScheduledTask[] {
  return chosen
    .flatMap(({ candidate, year }) => {
      const { tasks, one, unit } = candidate;
      const critical = criticalTasks(tasks);
      const shift = (year - start) * 12;
      return tasks.map(
        ({ measure, startMonth, endMonth, after }): ScheduledTask => ({
          unit: unit.id,
          measure,
          startMonth: shift + startMonth,
          endMonth: shift + endMonth,
          months: one.parts.find(({ id }) => id === measure)!.months,
          after,
          critical: critical.has(measure),
        }),
      );
    })
    .sort((a, b) => a.startMonth - b.startMonth || (a.unit < b.unit ? -1 : a.unit > b.unit ? 1 : 0));
}

/** From the last task backwards: whatever ends exactly when a critical task begins. */
function criticalTasks(tasks: ProgrammeOption['candidate']['tasks']): ReadonlySet<string> {
  const end = Math.max(0, ...tasks.map(({ endMonth }) => endMonth));
  const critical = new Set(tasks.filter(({ endMonth }) => endMonth === end).map(({ measure }) => measure));
  for (let grown = true; grown; ) {
    grown = false;
    for (const task of tasks) {
      if (critical.has(task.measure)) continue;
      const next = tasks.find(
        (other) =>
          critical.has(other.measure) &&
          other.after.includes(task.measure) &&
          other.startMonth - task.endMonth < 1,
      );
      if (next === undefined) continue;
      critical.add(task.measure);
      grown = true;
    }
  }
  return critical;
}
