import type { CashYear } from '@aftermine/science/plan';
import { escapeHtml, type Html, raw } from '../observation-report/html.ts';
import { chartScale, fixed } from './chart-scale.ts';
import type { PlanPage } from './plan-page.ts';

const WIDTH = 1000;
const HEIGHT = 340;
const LEFT = 74;
const RIGHT = 12;
const TOP = 40;
const BOTTOM = 34;

/** One band of a stacked bar: what it is, how it is drawn, how much of it in a year. */
export interface CashBand {
  readonly label: string;
  readonly klass: string;
  amount(year: CashYear): number;
}

/** Two stacked bars a year: what is spent, and what pays for it. */
export function cashChart(
  page: PlanPage,
  years: readonly CashYear[],
  spent: readonly CashBand[],
  paid: readonly CashBand[],
): Html {
  const { language, money, say } = page;
  const { divisor, unit } = money.axis;
  const sum = (bands: readonly CashBand[], year: CashYear): number =>
    bands.reduce((total, band) => total + Math.max(0, band.amount(year)), 0) / divisor;
  const y = chartScale(
    years.flatMap((year) => [sum(spent, year), sum(paid, year)]),
    HEIGHT - BOTTOM,
    TOP,
    { withZero: true },
  );
  const step = (WIDTH - LEFT - RIGHT) / Math.max(1, years.length);
  const bar = Math.min(38, step * 0.38);
  const every = Math.ceil(38 / step);
  const parts = y.ticks.map(
    (tick) =>
      `<path class="grid" d="M${LEFT} ${y.at(tick)}H${WIDTH - RIGHT}"/><text class="axis" x="${LEFT - 8}" y="${y.at(tick) + 4}" text-anchor="end">${y.text(language, tick)}</text>`,
  );
  years.forEach((year, i) => {
    const middle = LEFT + (i + 0.5) * step;
    const stack = (bands: readonly CashBand[], left: number): void => {
      let total = 0;
      for (const { label, klass, amount } of bands) {
        const value = Math.max(0, amount(year)) / divisor;
        if (value <= 0) continue;
        const [low, high] = [y.at(total), y.at(total + value)];
        total += value;
        parts.push(
          `<rect class="band ${klass}" x="${fixed(left)}" y="${high}" width="${fixed(bar)}" height="${fixed(Math.max(0.5, low - high))}"><title>${escapeHtml(say('pair', { what: `${year.year} ${label}`, told: money.text(amount(year)) }))}</title></rect>`,
        );
      }
    };
    stack(spent, middle - bar - 1);
    stack(paid, middle + 1);
    if (i % every === 0)
      parts.push(
        `<text class="axis" x="${fixed(middle)}" y="${HEIGHT - BOTTOM + 20}" text-anchor="middle">${year.year}</text>`,
      );
  });
  return raw(
    `<svg class="chart cash" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escapeHtml(say('cash.chart'))}"><defs>${CASH_PATTERNS}</defs><text class="axis-title" x="${LEFT - 60}" y="18">${escapeHtml(unit)}</text>${parts.join('')}<path class="frame" d="M${LEFT} ${y.at(0)}H${WIDTH - RIGHT}"/></svg>`,
  );
}

/** Bands differ by pattern as well as by colour. */
const CASH_PATTERNS = [
  ['c-upkeep', '#7fb3a9', '<path d="M0 8 8 0"/>'],
  ['c-capital', '#b9c9c4', '<circle cx="4" cy="4" r="1.3"/>'],
  ['c-fund-1', '#d9b36b', '<path d="M0 4H8"/>'],
  ['c-fund-2', '#e8d3a4', '<path d="M4 0V8"/>'],
  ['c-fund-3', '#c99a8f', '<path d="M0 0 8 8"/>'],
  ['c-fund-4', '#a99bc4', '<path d="M0 4H8M4 0V8"/>'],
  ['c-fund-5', '#cfd3a0', '<circle cx="4" cy="4" r="1.3"/>'],
]
  .map(
    ([id, colour, marks]) =>
      `<pattern id="${id}" width="8" height="8" patternUnits="userSpaceOnUse"><path d="M0 0h8v8H0z" fill="${colour}" stroke="none"/><g fill="none" stroke="#1d2624" stroke-opacity=".4">${marks}</g></pattern>`,
  )
  .join('');
