import { escapeMarkup, type Language, say } from '../../base/index.ts';
import { numberText, percentText } from '../observation/number-text.ts';
import { ticksOf } from '../observation/ramp-range.ts';
import type { UnitFigure } from './unit-figure.ts';

/** Size of a chart in pixels, and a name that makes its ids unique in a page. */
export interface FanChartSize {
  readonly width: number;
  readonly height: number;
  readonly id: string;
}

const LEFT = 46;
/** Room for the name of the goal. */
const RIGHT = 74;
/** Lanes above the plot: acceptance, season, alerts. */
const TOP = 56;
const BOTTOM = 40;
const LANES = { acceptance: 12, season: 28, alert: 46 } as const;

/**
 * The course of a unit as SVG text: sightings with their error bars, what the filter holds with its 80 % band, the promised course,
 * the forecast as a fan (p10 to p90, p25 to p75, median), the goal, the year of acceptance, alerts as marks, and years that were not
 * seen hatched. Lines differ by their dashes and marks by their shape, so that it reads in grey; title and description say it in words.
 */
export function fanChart(figure: UnitFigure, title: string, language: Language, size: FanChartSize): string {
  const { first, last, season, top, target } = figure;
  const { width, height, id } = size;
  const [plotRight, plotBottom] = [width - RIGHT, height - BOTTOM];
  const step = (plotRight - LEFT) / Math.max(1, last - first + 1);
  const x = (year: number): number => round(LEFT + (year - first + 0.5) * step);
  const y = (value: number): number => round(plotBottom - (value / top) * (plotBottom - TOP));
  const words = (key: string, params = {}): string => say(language, `season-figure.${key}`, params);
  const percent = (value: number): string => `${percentText(language, value)} %`;
  const parts: string[] = [
    `<title id="${id}-t">${escapeMarkup(title)}</title>`,
    `<desc id="${id}-d">${escapeMarkup(fanDescription(figure, language))}</desc>`,
  ];
  for (const tick of ticksOf({ lo: 0, hi: top }, 5))
    parts.push(
      `<path class="grid" d="M${LEFT} ${y(tick)}H${plotRight}" stroke="#e3e6e2"/><text class="axis" x="${LEFT - 6}" y="${y(tick) + 4}" text-anchor="end">${percent(tick)}</text>`,
    );
  const every = Math.ceil(34 / step);
  for (let year = first; year <= last; year += 1)
    if ((year - first) % every === 0)
      parts.push(
        `<path class="grid" d="M${x(year)} ${plotBottom}v4" stroke="#87938f"/><text class="axis" x="${x(year)}" y="${plotBottom + 17}" text-anchor="middle">${year}</text>`,
      );
  if (figure.unseen.length > 0)
    parts.push(
      `<defs><pattern id="${id}-h" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0v6" stroke="#b9bfb9" stroke-width="1.6"/></pattern></defs>`,
      ...figure.unseen.map(
        ({ year }) =>
          `<rect class="unseen" x="${round(x(year) - step / 2)}" y="${TOP}" width="${round(step)}" height="${plotBottom - TOP}" fill="url(#${id}-h)"><title>${escapeMarkup(words('unseen-in', { year }))}</title></rect>`,
      ),
    );
  parts.push(...bands(figure, x, y), ...lines(figure, x, y, LEFT, plotRight));
  for (const one of figure.sightings) {
    const at = x(one.year);
    const told = words('sighting', {
      year: one.year,
      seen: percentText(language, one.seen),
      low: percentText(language, one.low),
      high: percentText(language, one.high),
    });
    parts.push(
      `<g class="sighting" stroke="#14201d"><title>${escapeMarkup(told)}</title><path d="M${at} ${y(one.low)}V${y(one.high)}M${at - 3} ${y(one.low)}h6M${at - 3} ${y(one.high)}h6"/><circle cx="${at}" cy="${y(one.seen)}" r="3.4" fill="#fff" stroke-width="1.5"/></g>`,
    );
  }
  parts.push(`<path class="frame" d="M${LEFT} ${plotBottom}H${plotRight}" fill="none" stroke="#87938f"/>`);
  parts.push(
    `<text class="axis" x="${plotRight + 6}" y="${y(target) + 4}">${escapeMarkup(words('goal', { percent: percentText(language, target) }))}</text>`,
  );
  parts.push(
    lane(x(season), LANES.season, plotBottom, words('season', { year: season }), '2 2', LEFT, plotRight),
  );
  if (figure.acceptanceYear !== null && figure.acceptanceYear >= first)
    parts.push(
      lane(
        x(figure.acceptanceYear),
        LANES.acceptance,
        plotBottom,
        words('acceptance', { year: figure.acceptanceYear }),
        '1 3',
        LEFT,
        plotRight,
      ),
    );
  if (figure.worksFrom !== null && figure.worksFrom <= last)
    parts.push(
      `<path class="works" d="M${x(figure.worksFrom)} ${plotBottom + 22}l4.5 8h-9z" fill="#3d4745"/><text class="axis" x="${x(figure.worksFrom) + 8}" y="${plotBottom + 31}">${escapeMarkup(words(figure.worksFrom === first ? 'works-before' : 'works', { year: figure.worksFrom }))}</text>`,
    );
  parts.push(...alertMarks(figure, x, language));
  return `<svg class="chart fan" viewBox="0 0 ${width} ${height}" role="img" lang="${language}" aria-labelledby="${id}-t ${id}-d" font-size="11.5" fill="#3d4745">${parts.join('')}</svg>`;
}

/** What the chart shows, in sentences. */
export function fanDescription(figure: UnitFigure, language: Language): string {
  const words = (key: string, params = {}): string => say(language, `season-figure.desc.${key}`, params);
  const percent = (value: number): string => percentText(language, value);
  const now = figure.filtered.at(-1);
  const promised = figure.promised.find(({ year }) => year === figure.season);
  const end = figure.fan.at(-1);
  return [
    ...(now === undefined
      ? [words('nothing', { year: figure.season })]
      : [
          words('now', {
            year: now.year,
            mean: percent(now.mean),
            low: percent(now.low),
            high: percent(now.high),
          }),
        ]),
    ...(promised === undefined
      ? []
      : [words('promised', { percent: numberText(language, 100 * promised.closeness, 0) })]),
    ...(end === undefined
      ? []
      : [
          words('fan', {
            year: end.year,
            p50: percent(end.p50),
            p10: percent(end.p10),
            p90: percent(end.p90),
          }),
        ]),
    words('goal', { percent: percent(figure.target) }),
    ...(figure.alarms.length === 0
      ? []
      : [
          words('alarms', {
            years: [...new Set(figure.alarms.map(({ year }) => year))].join(language === 'zh' ? '、' : ', '),
          }),
        ]),
  ].join(language === 'zh' ? '' : ' ');
}

type Scale = (value: number) => number;

/** The filtered band of the seasons seen, and the fan that opens from its end. */
function bands({ filtered, fan }: UnitFigure, x: Scale, y: Scale): string[] {
  const shape = (
    points: readonly { readonly year: number; readonly low: number; readonly high: number }[],
  ): string =>
    `M${[
      ...points.map(({ year, high }) => `${x(year)} ${y(high)}`),
      ...points.map(({ year, low }) => `${x(year)} ${y(low)}`).reverse(),
    ].join('L')}Z`;
  const parts: string[] = [];
  const now = filtered.at(-1);
  const start = now === undefined ? [] : [now];
  if (fan.length > 0) {
    const outer = [...start, ...fan.map(({ year, p10, p90 }) => ({ year, low: p10, high: p90 }))];
    const inner = [
      ...start.map(({ year, mean, low, high }) => ({
        year,
        low: mean - (mean - low) * 0.526,
        high: mean + (high - mean) * 0.526,
      })),
      ...fan.map(({ year, p25, p75 }) => ({ year, low: p25, high: p75 })),
    ];
    parts.push(
      `<path class="fan-outer" d="${shape(outer)}" fill="#d5e4e1" stroke="#7fa6a1" stroke-width=".8" stroke-dasharray="3 2"/><path class="fan-inner" d="${shape(inner)}" fill="#a3c6c1"/>`,
    );
  }
  for (const run of runsOf(filtered))
    parts.push(
      run.length === 1
        ? `<path class="held" d="M${x(run[0]!.year)} ${y(run[0]!.low)}V${y(run[0]!.high)}" stroke="#9aa5a2" stroke-width="7"/>`
        : `<path class="held" d="${shape(run)}" fill="#c3cac7"/>`,
    );
  return parts;
}

function lines(figure: UnitFigure, x: Scale, y: Scale, left: number, right: number): string[] {
  const { adopted, promised, promisedBefore, filtered, fan, target } = figure;
  const path = (points: readonly { readonly year: number; readonly value: number }[]): string =>
    `M${points.map(({ year, value }) => `${x(year)} ${y(value)}`).join('L')}`;
  const now = filtered.at(-1);
  const middle = [
    ...(now === undefined ? [] : [{ year: now.year, value: now.mean }]),
    ...fan.map(({ year, p50 }) => ({ year, value: p50 })),
  ];
  const course = (points: UnitFigure['promised']): string =>
    path(points.map(({ year, closeness }) => ({ year, value: closeness })));
  return [
    `<path class="goal" d="M${left} ${y(target)}H${right}" fill="none" stroke="#14201d" stroke-width="1.1" stroke-dasharray="9 3 2 3"/>`,
    ...(adopted.length > 1
      ? [
          `<path class="adopted" d="${course(adopted)}" fill="none" stroke="#8a6100" stroke-width="1.5" stroke-dasharray="1.5 3.5" stroke-linecap="round"/>`,
        ]
      : []),
    ...[...runsOf(promisedBefore), promised]
      .filter((run) => run.length > 1)
      .map(
        (run) =>
          `<path class="promised" d="${course(run)}" fill="none" stroke="#8a6100" stroke-width="1.9" stroke-dasharray="8 4"/>`,
      ),
    ...(fan.length > 0 && middle.length > 1
      ? [
          `<path class="median" d="${path(middle)}" fill="none" stroke="#0b5d5b" stroke-width="1.8" stroke-dasharray="4 2.5"/>`,
        ]
      : []),
    ...runsOf(filtered)
      .filter((run) => run.length > 1)
      .map(
        (run) =>
          `<path class="mean" d="${path(run.map(({ year, mean }) => ({ year, value: mean })))}" fill="none" stroke="#0b5d5b" stroke-width="2"/>`,
      ),
  ];
}

/** Runs of years that follow each other: a line must not bridge what was not told. */
function runsOf<T extends { readonly year: number }>(years: readonly T[]): T[][] {
  const runs: T[][] = [];
  for (const one of years) {
    const run = runs.at(-1);
    if (run?.at(-1)?.year === one.year - 1) run.push(one);
    else runs.push([one]);
  }
  return runs;
}

/** An upright line with its name above the plot, on the side where there is room. */
function lane(
  at: number,
  top: number,
  bottom: number,
  text: string,
  dash: string,
  left: number,
  right: number,
): string {
  const half = text.length * 3.6;
  const [shift, anchor] =
    at + half > right + RIGHT - 4 ? [4, 'end'] : at - half < left - 40 ? [-4, 'start'] : [0, 'middle'];
  return `<g class="lane"><path d="M${at} ${top + 3}V${bottom}" stroke="#3d4745" stroke-width="1" stroke-dasharray="${dash}" fill="none"/><text x="${at + shift}" y="${top}" text-anchor="${anchor}">${escapeMarkup(text)}</text></g>`;
}

/** A filled triangle for each alert; more of one year stand beside each other. */
function alertMarks({ alarms }: UnitFigure, x: Scale, language: Language): string[] {
  const count = new Map<number, number>();
  return alarms.map(({ year, kind }) => {
    const n = count.get(year) ?? 0;
    count.set(year, n + 1);
    const at = round(x(year) + n * 12);
    const told = say(language, 'season-figure.alert', { year, what: say(language, `alarm.${kind}`) });
    return `<g class="alert"><title>${escapeMarkup(told)}</title><path d="M${at} ${LANES.alert - 8}l6.5 11.5h-13z" fill="#b3261e" stroke="#fff" stroke-width=".8"/><path d="M${at} ${LANES.alert - 4}v3.6" stroke="#fff" stroke-width="1.5"/><circle cx="${at}" cy="${LANES.alert + 1.5}" r=".9" fill="#fff"/></g>`;
  });
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
