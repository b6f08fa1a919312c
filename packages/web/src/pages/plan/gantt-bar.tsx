import type { ScheduledTask } from '@aftermine/science/plan';
import { seasonsIn } from './schedule-rows.ts';

const HEIGHT = 28;
const SEASON = '#dcebd2';
const TASK = '#2b7259';
const CRITICAL = '#b04a00';

/** Season, waiting line, bar and, dashed, where a year to be fixed would put it. One month is one unit across. */
export function GanttBar({
  task,
  months,
  ready,
  shift,
}: {
  readonly task: ScheduledTask;
  readonly months: number;
  readonly ready: number | null;
  /** Months by which a year to be fixed moves it. */
  readonly shift: number;
}) {
  const width = Math.max(0.5, task.endMonth - task.startMonth);
  return (
    <svg
      viewBox={`0 0 ${months} ${HEIGHT}`}
      preserveAspectRatio="none"
      width="100%"
      height={HEIGHT}
      aria-hidden="true"
    >
      {seasonsIn(task.months, months).map(([from, to]) => (
        <rect key={from} x={from} y={1} width={to - from} height={HEIGHT - 2} fill={SEASON} />
      ))}
      {Array.from({ length: months / 12 }, (_, year) => 12 * year).map((at) => (
        <line
          key={at}
          x1={at}
          x2={at}
          y1={0}
          y2={HEIGHT}
          stroke="#dfe3df"
          vectorEffect="non-scaling-stroke"
        />
      ))}
      {ready !== null && ready < task.startMonth && (
        <line
          x1={ready}
          x2={task.startMonth}
          y1={HEIGHT / 2}
          y2={HEIGHT / 2}
          stroke="#444"
          strokeDasharray="3 3"
          vectorEffect="non-scaling-stroke"
        />
      )}
      <rect
        x={task.startMonth}
        y={7}
        width={width}
        height={HEIGHT - 14}
        fill={task.critical ? CRITICAL : TASK}
        opacity={shift === 0 ? 1 : 0.35}
      />
      {shift !== 0 && (
        <rect
          x={task.startMonth + shift}
          y={7}
          width={width}
          height={HEIGHT - 14}
          fill="none"
          stroke="#0b57a4"
          strokeWidth={2}
          strokeDasharray="4 3"
          vectorEffect="non-scaling-stroke"
        />
      )}
    </svg>
  );
}

export function GanttSwatch({ kind }: { readonly kind: 'task' | 'critical' | 'season' | 'wait' | 'moved' }) {
  return (
    <svg viewBox="0 0 24 12" width={24} height={12} aria-hidden="true">
      {kind === 'wait' ? (
        <line x1={0} x2={24} y1={6} y2={6} stroke="#444" strokeDasharray="3 3" />
      ) : kind === 'moved' ? (
        <rect x={1} y={2} width={22} height={8} fill="none" stroke="#0b57a4" strokeDasharray="4 3" />
      ) : (
        <rect
          x={0}
          y={1}
          width={24}
          height={10}
          fill={kind === 'task' ? TASK : kind === 'critical' ? CRITICAL : SEASON}
        />
      )}
    </svg>
  );
}
