import type { ScheduledTask } from '@aftermine/science/plan';
import { escapeHtml, type Html, raw } from '../observation-report/html.ts';
import { fixed, textWithin } from './chart-scale.ts';
import { monthText, type PlanPage } from './plan-page.ts';

const WIDTH = 1100;
const LABELS = 270;
const RIGHT = 12;
const TOP = 34;
const ROW = 22;
const HEAD = 24;

/** Bars by unit and measure over the years, with the season each measure waits for behind them. */
export function gantt(page: PlanPage, tasks: readonly ScheduledTask[]): Html {
  const { result, say, words } = page;
  const months = Math.max(12, Math.ceil(Math.max(...tasks.map(({ endMonth }) => endMonth)) / 12) * 12);
  const per = (WIDTH - LABELS - RIGHT) / months;
  const x = (month: number): number => fixed(LABELS + month * per);
  const parts: string[] = [];
  let y = TOP;
  let unit: string | null = null;
  for (const task of tasks) {
    if (task.unit !== unit) {
      unit = task.unit;
      parts.push(
        `<path class="unit-line" d="M0 ${y}H${WIDTH - RIGHT}"/><text class="unit-name" x="0" y="${y + 16}">${escapeHtml(textWithin(words.unit(unit), 13, WIDTH / 2))}</text>`,
      );
      y += HEAD;
    }
    const name = words.measure(task.measure);
    for (const [from, to] of seasonsIn(task.months, months))
      parts.push(
        `<rect class="season" x="${x(from)}" y="${y + 1}" width="${fixed((to - from) * per)}" height="${ROW - 2}"/>`,
      );
    const critical = task.critical ? ` ◆ ${say('schedule.critical')}` : '';
    const told = say('pair', {
      what: `${words.unit(task.unit)} ${name}`,
      told: `${monthText(page, task.startMonth)} – ${monthText(page, Math.ceil(task.endMonth) - 1)}${critical}`,
    });
    const width = Math.max(3, (task.endMonth - task.startMonth) * per);
    parts.push(
      `<text class="task" x="12" y="${y + 15}">${escapeHtml(textWithin(name, 12, LABELS - 24))}</text><rect class="bar${task.critical ? ' critical' : ''}" x="${x(task.startMonth)}" y="${y + 5}" width="${fixed(width)}" height="${ROW - 10}"><title>${escapeHtml(told)}</title></rect>`,
    );
    if (task.critical)
      parts.push(
        `<path class="critical-mark" d="M${fixed(x(task.startMonth) + width + 8)} ${y + 6}l5 5-5 5-5-5z"/>`,
      );
    y += ROW;
  }
  const axis: string[] = [];
  for (let year = 0; year * 12 < months; year += 1)
    axis.push(
      `<path class="grid" d="M${x(year * 12)} ${TOP - 6}V${y}"/><text class="axis" x="${fixed(x(year * 12 + 6))}" y="${TOP - 12}" text-anchor="middle">${result.start + year}</text>`,
    );
  return raw(
    `<svg class="chart gantt" viewBox="0 0 ${WIDTH} ${y + 6}" role="img" aria-label="${escapeHtml(say('schedule.chart', { tasks: tasks.length }))}">${axis.join('')}${parts.join('')}<path class="grid" d="M${x(months)} ${TOP - 6}V${y}"/></svg>`,
  );
}

/** The season of a measure in every year, in months from the start; one that runs over New Year is two pieces a year. */
function seasonsIn(
  { from, to }: ScheduledTask['months'],
  months: number,
): readonly (readonly [from: number, to: number])[] {
  if (from === 1 && to === 12) return [];
  const out: (readonly [number, number])[] = [];
  for (let year = 0; year * 12 < months; year += 1) {
    const base = year * 12;
    if (from <= to) out.push([base + from - 1, base + to]);
    else out.push([base, base + to], [base + from - 1, base + 12]);
  }
  return out;
}
