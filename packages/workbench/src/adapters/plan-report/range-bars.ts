import { escapeHtml, type Html, raw } from '../observation-report/html.ts';
import { chartScale, fixed, textWidth, textWithin } from './chart-scale.ts';
import type { PlanPage } from './plan-page.ts';

const WIDTH = 900;
const LABELS = 230;
const RIGHT = 30;
const TOP = 46;
const ROW = 28;

/** NPV at the low and at the high of each factor about the median of all draws: a tornado. */
export function rangeBars(
  page: PlanPage,
  bars: readonly { readonly label: string; readonly low: number; readonly high: number }[],
  middle: number,
): Html {
  const { language, money, say } = page;
  const { divisor, unit } = money.axis;
  const height = TOP + bars.length * ROW + 34;
  const x = chartScale(
    [middle, ...bars.flatMap(({ low, high }) => [low, high])].map((value) => value / divisor),
    LABELS,
    WIDTH - RIGHT,
  );
  const bottom = TOP + bars.length * ROW;
  const parts = x.ticks.map(
    (tick) =>
      `<path class="grid" d="M${x.at(tick)} ${TOP}V${bottom}"/><text class="axis" x="${x.at(tick)}" y="${bottom + 18}" text-anchor="middle">${x.text(language, tick)}</text>`,
  );
  const at = x.at(middle / divisor);
  bars.forEach(({ label, low, high }, i) => {
    const y = TOP + i * ROW;
    const [a, b] = [x.at(low / divisor), x.at(high / divisor)];
    const told = say('pair', {
      what: label,
      told: `${say('tornado.low')} ${money.text(low)}; ${say('tornado.high')} ${money.text(high)}`,
    });
    parts.push(
      `<g><title>${escapeHtml(told)}</title><text class="task" x="${LABELS - 12}" y="${y + 18}" text-anchor="end">${escapeHtml(textWithin(label, 12, LABELS - 16))}</text>${piece('low', a, splitOf(a, b, at), y)}${piece('high', b, splitOf(a, b, at), y)}</g>`,
    );
  });
  const told = say('tornado.middle', { amount: money.text(middle) });
  const left = Math.min(Math.max(at, LABELS + textWidth(told, 12) / 2), WIDTH - 4 - textWidth(told, 12) / 2);
  return raw(
    `<svg class="chart tornado" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escapeHtml(say('tornado.chart'))}"><defs><pattern id="low-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0h6v6H0z" fill="#f0dcc4" stroke="none"/><path d="M0 0v6" stroke="#a35200" stroke-width="1.6"/></pattern></defs>${parts.join('')}<path class="middle" d="M${at} ${TOP - 8}V${bottom}"/><text class="axis" x="${fixed(left)}" y="${TOP - 14}" text-anchor="middle">${escapeHtml(told)}</text><text class="axis-title" x="${WIDTH - RIGHT}" y="16" text-anchor="end">${escapeHtml(say('axis.npv', { unit }))}</text></svg>`,
  );
}

/** Where the two halves of a bar meet: at the median, or midway where both ends lie on one side of it. */
function splitOf(a: number, b: number, median: number): number {
  return median > Math.min(a, b) && median < Math.max(a, b) ? median : (a + b) / 2;
}

function piece(kind: 'low' | 'high', end: number, middle: number, y: number): string {
  const left = Math.min(end, middle);
  return `<rect class="${kind}" x="${fixed(left)}" y="${y + 5}" width="${fixed(Math.max(0.5, Math.abs(end - middle)))}" height="${ROW - 10}"/>`;
}
