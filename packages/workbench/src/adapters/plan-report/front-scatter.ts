import { escapeHtml, type Html, raw } from '../observation-report/html.ts';
import { chartScale, fixed, textWidth } from './chart-scale.ts';
import { type Comparison, comparisonCell, comparisonHeading } from './objective-columns.ts';
import { optionShape } from './option-mark.ts';
import type { PlanOption } from './options.ts';
import type { PlanPage } from './plan-page.ts';

const WIDTH = 760;
const HEIGHT = 430;
const LEFT = 74;
const RIGHT = 24;
const TOP = 40;
const BOTTOM = 58;
const LABEL = 12;

interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** Options as points over two of what they bring. */
export function frontScatter(
  page: PlanPage,
  options: readonly PlanOption[],
  across: Comparison,
  up: Comparison,
): Html {
  const { language, money, say } = page;
  const divisor = (what: Comparison): number => (what === 'cost' || what === 'npv' ? money.axis.divisor : 1);
  const x = chartScale(
    options.map(({ values }) => values[across] / divisor(across)),
    LEFT + 14,
    WIDTH - RIGHT - 14,
  );
  const y = chartScale(
    options.map(({ values }) => values[up] / divisor(up)),
    HEIGHT - BOTTOM - 14,
    TOP + 14,
  );
  const right = WIDTH - RIGHT;
  const bottom = HEIGHT - BOTTOM;
  const grid = [
    ...y.ticks.map(
      (tick) =>
        `<path class="grid" d="M${LEFT} ${y.at(tick)}H${right}"/><text class="axis" x="${LEFT - 8}" y="${y.at(tick) + 4}" text-anchor="end">${y.text(language, tick)}</text>`,
    ),
    ...x.ticks.map(
      (tick) =>
        `<path class="grid" d="M${x.at(tick)} ${TOP}V${bottom}"/><text class="axis" x="${x.at(tick)}" y="${bottom + 18}" text-anchor="middle">${x.text(language, tick)}</text>`,
    ),
  ];
  const heading = (what: Comparison): string =>
    escapeHtml(
      divisor(what) === 1 ? comparisonHeading(page, what) : say(`axis.${what}`, { unit: money.axis.unit }),
    );
  const places = options.map(({ values }) => ({
    x: x.at(values[across] / divisor(across)),
    y: y.at(values[up] / divisor(up)),
  }));
  const labels = placeLabels(
    options.map(({ label }) => label),
    places,
  );
  const points = options.map((option, i) => {
    const { x: px, y: py } = places[i]!;
    const told = say('pair', {
      what: option.label,
      told: [across, up]
        .map((what) =>
          say('pair', {
            what: comparisonHeading(page, what),
            told: comparisonCell(page, what, option.values[what]),
          }),
        )
        .join(language === 'zh' ? '；' : '; '),
    });
    return `<g transform="translate(${px} ${py})"><title>${escapeHtml(told)}</title>${optionShape(option)}</g>`;
  });
  const names = options.map(({ label }, i) => {
    const box = labels[i];
    return box === undefined || box === null
      ? ''
      : `<text class="point-name" x="${fixed(box.x0)}" y="${fixed(box.y1 - 3)}">${escapeHtml(label)}</text>`;
  });
  return raw(
    `<svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escapeHtml(say('front.chart', { x: comparisonHeading(page, across), y: comparisonHeading(page, up) }))}">${grid.join('')}<path class="frame" d="M${LEFT} ${TOP}V${bottom}H${right}"/><text class="axis-title" x="${LEFT - 60}" y="20">${heading(up)}</text><text class="axis-title" x="${right}" y="${HEIGHT - 14}" text-anchor="end">${heading(across)}</text>${points.join('')}${names.join('')}</svg>`,
  );
}

/** Labels beside their points, where none covers a point or another label; a label without room is left to the table. */
function placeLabels(
  labels: readonly string[],
  places: readonly { readonly x: number; readonly y: number }[],
): readonly (Box | null)[] {
  const taken: Box[] = places.map(({ x, y }) => ({ x0: x - 8, y0: y - 8, x1: x + 8, y1: y + 8 }));
  return labels.map((label, i) => {
    const { x, y } = places[i]!;
    const width = textWidth(label, LABEL);
    const corners = [
      [x + 12, y - 8],
      [x - 12 - width, y - 8],
      [x - width / 2, y - 26],
      [x - width / 2, y + 10],
      [x + 10, y + 6],
      [x - 10 - width, y + 6],
      [x + 10, y - 24],
      [x - 10 - width, y - 24],
    ] as const;
    for (const [x0, y0] of corners) {
      const box = { x0, y0, x1: x0 + width, y1: y0 + 16 };
      const inside = box.x0 > LEFT && box.x1 < WIDTH && box.y0 > TOP - 14 && box.y1 < HEIGHT - BOTTOM + 2;
      if (inside && !taken.some((other) => overlaps(box, other))) {
        taken.push(box);
        return box;
      }
    }
    return null;
  });
}

function overlaps(a: Box, b: Box): boolean {
  return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
}
