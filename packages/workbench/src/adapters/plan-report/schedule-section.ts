import { type Html, html, raw } from '../observation-report/html.ts';
import { details, section, table } from '../observation-report/page-parts.ts';
import { gantt } from './gantt.ts';
import { MAX_ROWS, monthText, type PlanPage } from './plan-page.ts';

/** More bars than this no longer fit a page. */
const MAX_BARS = 200;

/** What is done when, as bars and as a table. */
export function scheduleSection(page: PlanPage): Html | null {
  const { say, result, words } = page;
  if (result.schedule.length === 0) return null;
  const order = new Map(result.units.map(({ id }, i) => [id, i]));
  const tasks = [...result.schedule].sort(
    (a, b) => (order.get(a.unit) ?? 0) - (order.get(b.unit) ?? 0) || a.startMonth - b.startMonth,
  );
  const shown = tasks.slice(0, MAX_BARS);
  const rows = tasks.slice(0, MAX_ROWS).map((task) => {
    const { unit, measure, startMonth, endMonth, months, after, critical } = task;
    return [
      { show: words.unit(unit) },
      { show: words.measure(measure) },
      { show: monthText(page, startMonth) },
      { show: monthText(page, Math.ceil(endMonth) - 1) },
      {
        show:
          months.from === 1 && months.to === 12
            ? say('schedule.all-year')
            : say('schedule.months', { from: months.from, to: months.to }),
      },
      { show: after.length === 0 ? '–' : after.map(words.measure).join(' + ') },
      { show: critical ? html`<span class="critical-word">◆ ${say('schedule.critical')}</span>` : '–' },
    ];
  });
  const swatch = (mark: string): Html =>
    raw(`<svg class="gantt" viewBox="0 0 32 16" width="32" height="16" aria-hidden="true">${mark}</svg>`);
  return section(
    'schedule',
    say('schedule'),
    html`<p class="lead">${say('schedule.lead')}</p><figure><div class="scroll" tabindex="0" role="region" aria-label="${say('schedule')}"><div class="wide-figure">${gantt(page, shown)}</div></div><figcaption><span class="legend"><span>${swatch('<rect class="bar" x="1" y="3" width="30" height="10"/>')}${say('schedule.bar')}</span><span>${swatch('<rect class="bar critical" x="1" y="3" width="20" height="10"/><path class="critical-mark" d="M27 3l5 5-5 5-5-5z"/>')}${say('schedule.critical-bar')}</span><span>${swatch('<rect class="season" x="1" y="1" width="30" height="14"/>')}${say('schedule.season')}</span></span>${tasks.length > shown.length && html`<span class="note">${say('more-rows', { shown: shown.length, count: tasks.length })}</span>`}</figcaption>${details(
      say('twin'),
      html`${table(
        say('schedule.table'),
        (['unit', 'measure', 'begin', 'end', 'season', 'after', 'critical'] as const).map((key) => ({
          label: say(`column.${key}`),
          kind: 'text' as const,
        })),
        rows,
      )}${tasks.length > rows.length && html`<p>${say('more-rows', { shown: rows.length, count: tasks.length })}</p>`}`,
    )}</figure>`,
  );
}
