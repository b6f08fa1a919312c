import type { PlanResult, PlanSettings, ScheduledTask } from '@aftermine/science/plan';
import type { PlanWords } from '@aftermine/science/report/plan';
import { IconDroplet } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTexts } from '../../app/language.ts';
import { useSay } from '../../parts/use-say.ts';
import classes from './gantt.module.css';
import { GanttBar, GanttSwatch } from './gantt-bar.tsx';
import { lockedYear, withYear } from './locks.ts';
import { monthText } from './month-text.ts';
import { readyMonth, spanYears } from './schedule-rows.ts';
import type { SettingsEditor } from './use-settings-draft.ts';

const ROW = 28;

/**
 * Rows of unit and measure over the months of the programme, with the season each waits for behind them. Arrow keys walk, Shift
 * with left or right moves the year that is to be fixed for the unit of the row.
 */
export function Gantt({
  plan,
  words,
  tasks,
  isHolding,
  selected,
  onPick,
  editor,
}: {
  readonly plan: PlanResult;
  readonly words: PlanWords;
  readonly tasks: readonly ScheduledTask[];
  /** True for measures that hold water and earth. */
  readonly isHolding: (measure: string) => boolean;
  readonly selected: string | null;
  readonly onPick: (unit: string) => void;
  readonly editor: SettingsEditor;
}) {
  const { t } = useTexts();
  const say = useSay();
  const box = useRef<HTMLDivElement>(null);
  const span = spanYears(plan);
  const months = 12 * span;
  const virtual = useVirtualizer({
    count: tasks.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW,
    overscan: 8,
  });
  const at = tasks.findIndex(({ unit }) => unit === selected);
  const { scrollToIndex } = virtual;
  useEffect(() => {
    if (at >= 0) scrollToIndex(at, { align: 'auto' });
  }, [at, scrollToIndex]);
  const locks = (editor.at(['plan', 'locks']) ?? []) as PlanSettings['locks'];
  const chosen = new Map(plan.units.map(({ id, choice }) => [id, choice]));
  const last = plan.start + plan.years - 1;
  const onKey = (event: KeyboardEvent<HTMLButtonElement>, index: number): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      const rows = box.current?.querySelectorAll<HTMLButtonElement>('button[data-row]');
      const next = Math.min(tasks.length - 1, Math.max(0, index + step));
      [...(rows ?? [])].find((row) => row.dataset['row'] === String(next))?.focus();
      return;
    }
    const move = event.shiftKey ? { ArrowLeft: -1, ArrowRight: 1 }[event.key] : undefined;
    const { unit } = tasks[index]!;
    const choice = chosen.get(unit);
    if (move === undefined || choice == null || choice.year === null) return;
    event.preventDefault();
    const year = (lockedYear(locks, unit) ?? choice.year) + move;
    if (year < plan.start || year > last) return;
    onPick(unit);
    editor.change(['plan', 'locks'], withYear(locks, { unit, year, endUse: choice.endUse }));
  };
  return (
    <>
      <div className={classes.outer}>
        <div className={classes.inner}>
          <div className={classes.axis} aria-hidden>
            <span style={{ padding: '0 8px' }}>{t('schedule.row')}</span>
            <span className={classes.years}>
              {Array.from({ length: span }, (_, i) => plan.start + i).map((year) => (
                <span key={year}>{year}</span>
              ))}
            </span>
            <span />
          </div>
          <div ref={box} className={classes.rows}>
            <ul
              aria-label={say('plan-page.schedule.chart', { tasks: tasks.length })}
              style={{
                height: virtual.getTotalSize(),
                position: 'relative',
                margin: 0,
                padding: 0,
                listStyle: 'none',
              }}
            >
              {virtual.getVirtualItems().map(({ index, start }) => {
                const task = tasks[index]!;
                const ready = readyMonth(task, plan.schedule);
                const wanted = lockedYear(locks, task.unit);
                const year = chosen.get(task.unit)?.year ?? null;
                const shift = wanted === null || year === null ? 0 : 12 * (wanted - year);
                const told = `${words.unit(task.unit)} ${words.measure(task.measure)}, ${monthText(plan, task.startMonth)} – ${monthText(plan, Math.ceil(task.endMonth) - 1)}${isHolding(task.measure) ? `, ${t('schedule.holds')}` : ''}${
                  task.critical ? `, ${say('plan-page.schedule.critical')}` : ''
                }${
                  task.after.length === 0
                    ? ''
                    : `, ${t('schedule.after', { measures: task.after.map(words.measure).join(' + ') })}`
                }`;
                return (
                  <li
                    key={`${task.unit} ${task.measure}`}
                    className={classes.row}
                    data-picked={task.unit === selected || undefined}
                    style={{ transform: `translateY(${start}px)` }}
                  >
                    <button
                      type="button"
                      className={classes.name}
                      data-row={index}
                      aria-label={told}
                      aria-current={task.unit === selected ? 'true' : undefined}
                      title={told}
                      onClick={() => onPick(task.unit)}
                      onKeyDown={(event) => onKey(event, index)}
                    >
                      {isHolding(task.measure) && (
                        <IconDroplet size={13} aria-hidden style={{ verticalAlign: '-2px' }} />
                      )}
                      {task.critical && <span aria-hidden>◆ </span>}
                      {task.unit} · {words.measure(task.measure)}
                    </button>
                    <GanttBar task={task} months={months} ready={ready} shift={shift} />
                  </li>
                );
              })}
            </ul>
          </div>
          <div className={classes.legend}>
            <span>
              <GanttSwatch kind="task" /> {say('plan-page.schedule.bar')}
            </span>
            <span>
              <GanttSwatch kind="critical" /> ◆ {say('plan-page.schedule.critical-bar')}
            </span>
            <span>
              <IconDroplet size={14} aria-hidden /> {t('schedule.holds')}
            </span>
            <span>
              <GanttSwatch kind="season" /> {say('plan-page.schedule.season')}
            </span>
            <span>
              <GanttSwatch kind="wait" /> {t('schedule.waits')}
            </span>
            <span>
              <GanttSwatch kind="moved" /> {t('schedule.moved')}
            </span>
          </div>
        </div>
      </div>
      <p className="soft" style={{ fontSize: '0.75rem', margin: '4px 0 12px' }}>
        {t('schedule.keys')}
      </p>
    </>
  );
}
