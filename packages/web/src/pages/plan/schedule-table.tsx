import type { PlanResult, ScheduledTask } from '@aftermine/science/plan';
import type { PlanWords } from '@aftermine/science/report/plan';
import { useTexts } from '../../app/language.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { useSay } from '../../parts/use-say.ts';
import { monthText } from './month-text.ts';

/** The bars of the schedule as a table. */
export function ScheduleTable({
  plan,
  words,
  tasks,
  selected,
  onPick,
}: {
  readonly plan: PlanResult;
  readonly words: PlanWords;
  readonly tasks: readonly ScheduledTask[];
  readonly selected: string | null;
  readonly onPick: (unit: string) => void;
}) {
  const { t } = useTexts();
  const say = useSay();
  const columns: readonly Column<ScheduledTask>[] = [
    { id: 'unit', title: say('plan-page.column.unit'), value: ({ unit }) => words.unit(unit), min: 130 },
    {
      id: 'measure',
      title: say('plan-page.column.measure'),
      value: ({ measure }) => words.measure(measure),
      min: 140,
    },
    {
      id: 'begin',
      title: say('plan-page.column.begin'),
      value: ({ startMonth }) => startMonth,
      cell: ({ startMonth }) => monthText(plan, startMonth),
      min: 110,
    },
    {
      id: 'end',
      title: say('plan-page.column.end'),
      value: ({ endMonth }) => endMonth,
      cell: ({ endMonth }) => monthText(plan, Math.ceil(endMonth) - 1),
      min: 110,
    },
    {
      id: 'season',
      title: say('plan-page.column.season'),
      value: ({ months }) => seasonText(months),
      min: 120,
    },
    {
      id: 'after',
      title: say('plan-page.column.after'),
      value: ({ after }) => (after.length === 0 ? null : after.map(words.measure).join(' + ')),
      min: 130,
    },
    {
      id: 'critical',
      title: say('plan-page.column.critical'),
      value: ({ critical }) => (critical ? `◆ ${say('plan-page.schedule.critical')}` : null),
      min: 96,
    },
  ];
  return (
    <details>
      <summary>{t('part.as-table')}</summary>
      <DataTable
        label={say('plan-page.schedule.table')}
        rows={tasks}
        columns={columns}
        idOf={({ unit, measure }) => `${unit} ${measure}`}
        selected={
          tasks.filter(({ unit }) => unit === selected).map(({ unit, measure }) => `${unit} ${measure}`)[0] ??
          null
        }
        onPick={(id) => {
          const task = tasks.find(({ unit, measure }) => `${unit} ${measure}` === id);
          if (task !== undefined) onPick(task.unit);
        }}
      />
    </details>
  );

  function seasonText({ from, to }: ScheduledTask['months']): string {
    return from === 1 && to === 12
      ? say('plan-page.schedule.all-year')
      : say('plan-page.schedule.months', { from, to });
  }
}
