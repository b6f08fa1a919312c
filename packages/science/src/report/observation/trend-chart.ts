import { ticksOf } from './ramp-range.ts';
import type { ChartLabels, FigureEvent, TrendFigure } from './trend-figure.ts';

/** Size of a chart in pixels, and a name that makes its pattern ids unique in a page. */
export interface ChartSize {
  readonly width: number;
  readonly height: number;
  readonly id: string;
}

const LEFT = 46;
const RIGHT = 10;
/** Two lanes of event marks. */
const TOP = 40;
/** Years, and the bars of what was seen. */
const BOTTOM = 52;
const SEEN_HEIGHT = 14;
const LANE_HEIGHT = 16;
/** Room a mark with its year needs on its lane. */
const MARK_WIDTH = 42;

/**
 * The trend chart of a figure as SVG text: quartile band, median with gaps left open, reference line, trend line, fitted
 * segments with the interval of their breakpoints, event marks, and bars of how much was seen. Years without a value are
 * hatched. Runs in Node and in a page; colours come from the classes of the page, with defaults for a picture of its own.
 */
export function trendChart(figure: TrendFigure, labels: ChartLabels, size: ChartSize): string {
  const { first, last, lo, hi } = figure;
  const { width, height, id } = size;
  const plotRight = width - RIGHT;
  const plotBottom = height - BOTTOM;
  const step = (plotRight - LEFT) / Math.max(1, last - first + 1);
  const x = (year: number): number => round(LEFT + (year - first + 0.5) * step);
  const y = (value: number): number => round(plotBottom - ((value - lo) / (hi - lo)) * (plotBottom - TOP));
  const format = new Intl.NumberFormat(labels.locale, {
    minimumFractionDigits: figure.digits,
    maximumFractionDigits: figure.digits,
  });
  const number = (value: number): string => format.format(value).replace('-', '\u2212');
  const parts: string[] = [];

  const hatch = `hatch-${id}`;
  parts.push(
    `<defs><pattern id="${hatch}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line class="hatch" x1="0" y1="0" x2="0" y2="6" stroke="#b9bfb9" stroke-width="1.6"/></pattern><clipPath id="clip-${id}"><rect x="${LEFT}" y="${TOP}" width="${plotRight - LEFT}" height="${plotBottom - TOP}"/></clipPath></defs>`,
  );
  for (const tick of ticksOf({ lo, hi }, height > 260 ? 5 : 4)) {
    const at = y(tick);
    parts.push(
      `<line class="grid" x1="${LEFT}" x2="${plotRight}" y1="${at}" y2="${at}" stroke="#e3e6e2"/><text class="axis" x="${LEFT - 6}" y="${at + 4}" text-anchor="end">${number(tick)}</text>`,
    );
  }
  const every = step * 5 < 34 ? 10 : 5;
  for (let year = first; year <= last; year += 1) {
    if (year % every !== 0) continue;
    parts.push(
      `<line class="grid" x1="${x(year)}" x2="${x(year)}" y1="${TOP}" y2="${plotBottom}" stroke="#eef0ed"/><text class="axis" x="${x(year)}" y="${plotBottom + 16}" text-anchor="middle">${year}</text>`,
    );
  }
  for (const { year, median, reason } of figure.years) {
    if (median !== null) continue;
    parts.push(
      `<rect class="unseen" x="${round(x(year) - step / 2)}" y="${TOP}" width="${round(step)}" height="${plotBottom - TOP}" fill="url(#${hatch})"><title>${escapeText(`${year}: ${reason ?? labels.unseen}`)}</title></rect>`,
    );
  }
  parts.push(`<g clip-path="url(#clip-${id})">`);
  for (const run of runsOf(figure)) {
    const upper = run.map((one) => `${x(one.year)},${y(one.p75!)}`);
    const lower = run.map((one) => `${x(one.year)},${y(one.p25!)}`).reverse();
    const [only] = run;
    parts.push(
      run.length === 1
        ? `<line class="band-line" x1="${x(only!.year)}" x2="${x(only!.year)}" y1="${y(only!.p75!)}" y2="${y(only!.p25!)}" stroke="#0b5d5b" stroke-opacity="0.25" stroke-width="4"/>`
        : `<polygon class="band" points="${[...upper, ...lower].join(' ')}" fill="#0b5d5b" fill-opacity="0.14"/>`,
    );
  }
  if (figure.reference.length > 0) {
    parts.push(
      `<path class="reference" d="${path(
        figure.reference.map(({ year, median }) => ({ year, value: median })),
        x,
        y,
      )}" fill="none" stroke="#8a6100" stroke-width="1.6" stroke-dasharray="6 3"/>`,
    );
  }
  if (figure.line !== null) {
    const { from, to, start, end } = figure.line;
    parts.push(
      `<line class="trend" x1="${x(from)}" y1="${y(start)}" x2="${x(to)}" y2="${y(end)}" stroke="#5b6664" stroke-width="1.2" stroke-dasharray="2 3"/>`,
    );
  }
  for (const run of runsOf(figure)) {
    if (run.length < 2) continue;
    parts.push(
      `<path class="median" d="${path(
        run.map((one) => ({ year: one.year, value: one.median! })),
        x,
        y,
      )}" fill="none" stroke="#0b5d5b" stroke-width="1.8" stroke-linejoin="round"/>`,
    );
  }
  if (figure.fitted.length > 1) {
    parts.push(
      `<polyline class="fitted" points="${figure.fitted.map((one) => `${x(one.year)},${y(one.value)}`).join(' ')}" fill="none" stroke="#b5452c" stroke-width="2"/>`,
    );
    figure.fitted.slice(1, -1).forEach((one) => {
      const at = y(one.value);
      parts.push(
        `<g class="break" stroke="#b5452c" fill="#fff"><line x1="${x(one.low)}" x2="${x(one.high)}" y1="${at}" y2="${at}" stroke-width="5" stroke-opacity="0.35"/><rect x="${x(one.year) - 3.5}" y="${at - 3.5}" width="7" height="7" transform="rotate(45 ${x(one.year)} ${at})" stroke-width="1.5"/><title>${one.year} (${one.low}\u2013${one.high})</title></g>`,
      );
    });
  }
  for (const { year, median, p25, p75, validShare } of figure.years) {
    if (median === null) continue;
    const text = `${year}: ${labels.median} ${number(median)}; ${labels.quartiles} ${number(p25!)}\u2013${number(p75!)}; ${labels.seen} ${Math.round(validShare * 100)} %`;
    parts.push(
      `<circle class="point" cx="${x(year)}" cy="${y(median)}" r="${step < 9 ? 2 : 2.6}" fill="#0b5d5b"><title>${escapeText(text)}</title></circle>`,
    );
  }
  parts.push('</g>');
  parts.push(...seenBars(figure, labels, step, x, height));
  parts.push(...eventMarks(figure.events, x, plotBottom, plotRight));
  return `<svg class="trend-chart" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escapeText(labels.title)}" font-size="11" fill="#3d4745">${parts.join('')}</svg>`;
}

/** Runs of years that follow each other without a missing one: a line must not bridge what was not seen. */
function runsOf(figure: TrendFigure): TrendFigure['years'][number][][] {
  const runs: TrendFigure['years'][number][][] = [];
  let before: number | null = null;
  for (const one of figure.years) {
    if (one.median === null) {
      before = null;
      continue;
    }
    if (before !== null && one.year === before + 1) runs.at(-1)!.push(one);
    else runs.push([one]);
    before = one.year;
  }
  return runs;
}

function path(
  points: readonly { readonly year: number; readonly value: number }[],
  x: (year: number) => number,
  y: (value: number) => number,
): string {
  return points
    .map(
      ({ year, value }, i) =>
        `${i > 0 && points[i - 1]!.year === year - 1 ? 'L' : 'M'}${x(year)} ${y(value)}`,
    )
    .join('');
}

function seenBars(
  figure: TrendFigure,
  labels: ChartLabels,
  step: number,
  x: (year: number) => number,
  height: number,
): string[] {
  const base = height - 6;
  const barWidth = round(Math.max(1.5, step * 0.62));
  return [
    `<line class="grid" x1="${LEFT}" x2="${round(x(figure.last) + step / 2)}" y1="${base}" y2="${base}" stroke="#c9cec9"/>`,
    `<text class="axis" x="${LEFT - 6}" y="${base - 2}" text-anchor="end" font-size="10">${escapeText(labels.seen)}</text>`,
    ...figure.years.map(({ year, validShare }) => {
      const tall = round(SEEN_HEIGHT * Math.min(1, validShare));
      return `<rect class="seen" x="${round(x(year) - barWidth / 2)}" y="${round(base - tall)}" width="${barWidth}" height="${tall}" fill="#9fb3b1"><title>${year}: ${Math.round(validShare * 100)} %</title></rect>`;
    }),
  ];
}

const MARKS: Readonly<Record<FigureEvent['kind'], { colour: string; shape: string; filled: boolean }>> = {
  damaged: { colour: '#7a4a00', shape: 'M-4 -4H4V4H-4Z', filled: false },
  reclaimed: { colour: '#1b6e3c', shape: 'M-4 -4H4V4H-4Z', filled: true },
  loss: { colour: '#a3341c', shape: 'M-5 -4H5L0 5Z', filled: true },
  gain: { colour: '#1b6e3c', shape: 'M-5 4H5L0 -5Z', filled: true },
};

function eventMarks(
  events: readonly FigureEvent[],
  x: (year: number) => number,
  plotBottom: number,
  plotRight: number,
): string[] {
  const free = [-Infinity, -Infinity];
  return events.map(({ year, kind }) => {
    const at = x(year);
    const lane = free[0]! <= at ? 0 : free[1]! <= at ? 1 : free[0]! <= free[1]! ? 0 : 1;
    const crowded = free[lane]! > at;
    free[lane] = at + (crowded ? 12 : MARK_WIDTH);
    const top = 9 + lane * LANE_HEIGHT;
    const { colour, shape, filled } = MARKS[kind];
    const before = at + MARK_WIDTH - 8 > plotRight;
    const text = crowded
      ? ''
      : `<text x="${before ? at - 8 : at + 8}" y="${top + 4}" text-anchor="${before ? 'end' : 'start'}" font-size="10.5" fill="${colour}">${year}</text>`;
    return `<g class="event ${kind}"><line x1="${at}" x2="${at}" y1="${top + 6}" y2="${plotBottom}" stroke="${colour}" stroke-opacity="0.55" stroke-dasharray="${kind === 'damaged' || kind === 'reclaimed' ? '1 3' : '4 3'}"/><path d="${shape}" transform="translate(${at} ${top})" fill="${filled ? colour : '#fff'}" stroke="${colour}" stroke-width="1.4"/>${text}</g>`;
  });
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** As `escapeMarkup`: this file is also part of the script of the report, which takes nothing of the base along. */
function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
