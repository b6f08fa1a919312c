import { isUnknown, say as sayText } from '@aftermine/science/base';
import {
  indexName,
  numberText,
  PALETTES,
  paletteOfCodes,
  SIGNIFICANCE_LEVEL,
  type TrendFigure,
  ticksOf,
  trendFigure,
  type UnitRow,
  unitsTable,
} from '@aftermine/science/report/observation';
import type { ObservationReport } from '../../ports/index.ts';
import { escapeHtml } from './html.ts';
import { type PageContext, pageContext } from './page-context.ts';
import { type PageMaps, pageLayers } from './page-layers.ts';
import { pngUri, tablePng } from './png.ts';
import { pathData } from './site-overlay.ts';
import { svgToPng } from './svg-to-png.ts';

const WIDTH = 1600;
const MARGIN = 40;
const GAP = 24;
const MAPS = 4;
const CHART_HEIGHT = 330;
const COLOURS = {
  falling: '#b5452c',
  rising: '#0b5d5b',
  reference: '#8a6100',
  ink: '#1d2624',
  muted: '#5a6663',
};

/**
 * A wide picture of an observation: the leading index in four years under one legend, and below the course of a falling and
 * a rising unit against the reference areas. Null maps or units leave their part out.
 *
 * @returns PNG, 1600 pixels wide
 */
export async function observationPicture(report: ObservationReport): Promise<Uint8Array> {
  const maps = await pageLayers(report);
  const context = pageContext(report, maps);
  const top = 128;
  const row = maps === null || maps.leading === null ? null : mapRow(context, maps, maps.leading, top);
  const below = top + (row?.height ?? 0);
  const chart = unitChart(context, below + 52);
  const height = Math.ceil(below + 52 + chart.height + MARGIN);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="Noto Sans, DejaVu Sans, Noto Sans CJK SC, Arial, sans-serif" fill="${COLOURS.ink}"><rect width="${WIDTH}" height="${height}" fill="#fbfbf9"/>${title(context)}${row?.markup ?? ''}${chart.markup}</svg>`;
  return svgToPng(svg);
}

function title({ report, lead }: PageContext): string {
  const { result, language } = report;
  const [first, last] = [result.years[0] ?? '', result.years.at(-1) ?? ''];
  return `<text x="${MARGIN}" y="62" font-size="32" font-weight="700">${escapeHtml(report.projectName)}</text><text x="${MARGIN}" y="98" font-size="20" fill="${COLOURS.muted}">${escapeHtml(indexName(result, lead, language))}, ${first}\u2013${last}</text>`;
}

/** Four years that were well seen, first and last among them, evenly spread. */
export function chosenYears(report: ObservationReport): number[] {
  const good = report.result.yearSummaries
    .filter(({ quality }) => quality === 'good')
    .map(({ year }) => year);
  if (good.length <= MAPS) return good;
  return Array.from({ length: MAPS }, (_, i) => good[Math.round((i * (good.length - 1)) / (MAPS - 1))]!);
}

function mapRow(
  { report, outlines }: PageContext,
  maps: PageMaps,
  { range, codes }: NonNullable<PageMaps['leading']>,
  top: number,
): { markup: string; height: number } {
  const colours = paletteOfCodes(PALETTES.viridis);
  const years = chosenYears(report).filter((year) => codes.has(year));
  const width = (WIDTH - 2 * MARGIN - (MAPS - 1) * GAP) / MAPS;
  const height = (width * maps.height) / maps.width;
  const pictures = years.map((year, i) => {
    const x = MARGIN + i * (width + GAP);
    const image = pngUri(tablePng(codes.get(year)!, maps.width, maps.height, colours));
    const lines = outlines.map(({ kind, polygons }) => {
      const d = pathData(polygons, width, height);
      const [stroke, wide] =
        kind === 'boundary' ? ['#fff', 2.2] : kind === 'unit' ? ['#fff', 1.3] : ['#ffd23f', 1.5];
      const dash = kind === 'reference' ? ' stroke-dasharray="6 4"' : '';
      return `<path d="${d}" fill="none" stroke="#000" stroke-opacity="0.55" stroke-width="${wide + 1.8}"/><path d="${d}" fill="none" stroke="${stroke}" stroke-width="${wide}"${dash}/>`;
    });
    return `<g transform="translate(${x} ${top})"><clipPath id="frame-${i}"><rect width="${width}" height="${height}"/></clipPath><rect width="${width}" height="${height}" fill="#d9ddd8"/><image href="${image}" width="${width}" height="${height}" preserveAspectRatio="none" image-rendering="optimizeSpeed"/><g clip-path="url(#frame-${i})">${lines.join('')}</g><rect width="${width}" height="${height}" fill="none" stroke="#8e9893"/><rect x="10" y="10" width="74" height="32" rx="4" fill="#141a18" fill-opacity="0.8"/><text x="47" y="33" font-size="20" font-weight="700" fill="#fff" text-anchor="middle">${year}</text></g>`;
  });
  const bar = { x: WIDTH - MARGIN - 420, y: 72, width: 420 };
  const stops = PALETTES.viridis.stops.map(
    (colour, i, all) => `<stop offset="${i / (all.length - 1)}" stop-color="${colour}"/>`,
  );
  const ticks = ticksOf(range, 5).map((value) => {
    const x = bar.x + ((value - range.lo) / (range.hi - range.lo)) * bar.width;
    return `<text x="${x}" y="${bar.y + 38}" font-size="16" text-anchor="middle" fill="${COLOURS.muted}">${numberText(report.language, value, 1)}</text>`;
  });
  const legend = `<linearGradient id="ramp">${stops.join('')}</linearGradient><rect x="${bar.x}" y="${bar.y}" width="${bar.width}" height="16" fill="url(#ramp)"/>${ticks.join('')}`;
  return { markup: legend + pictures.join(''), height };
}

/** The unit that falls most (one that was reclaimed, if any does) and the one that rises most. */
export function tellingUnits(rows: readonly UnitRow[]): {
  readonly falling: UnitRow | null;
  readonly rising: UnitRow | null;
} {
  const moving = rows.flatMap((row) =>
    isUnknown(row.trend) || row.trend.p >= SIGNIFICANCE_LEVEL ? [] : [{ row, slope: row.trend.slopePerYear }],
  );
  const down = moving.filter(({ slope }) => slope < 0).sort((a, b) => a.slope - b.slope);
  const up = moving.filter(({ slope }) => slope > 0).sort((a, b) => b.slope - a.slope);
  const reclaimed = down.find(({ row }) => row.yearReclaimed !== null);
  return { falling: (reclaimed ?? down[0])?.row ?? null, rising: up[0]?.row ?? null };
}

function unitChart({ report, say, lead }: PageContext, top: number): { markup: string; height: number } {
  const { result, language } = report;
  const { falling, rising } = tellingUnits(unitsTable(result));
  const lines = [
    { row: falling, colour: COLOURS.falling },
    { row: rising, colour: COLOURS.rising },
  ].flatMap(({ row, colour }) => {
    if (row === null) return [];
    const figure = trendFigure(result, { kind: 'unit', id: row.id, label: row.id }, lead, language);
    return [{ row, colour, figure }];
  });
  const first = lines[0]?.figure;
  if (first === undefined) return { markup: '', height: 0 };
  const left = MARGIN + 50;
  const right = WIDTH - MARGIN - 330;
  const bottom = top + CHART_HEIGHT - 30;
  const x = (year: number): number =>
    left + ((year - first.first) / Math.max(1, first.last - first.first)) * (right - left);
  const y = (value: number): number => bottom - ((value - first.lo) / (first.hi - first.lo)) * (bottom - top);
  const grid = ticksOf(first, 5).map(
    (value) =>
      `<line x1="${left}" x2="${right}" y1="${y(value)}" y2="${y(value)}" stroke="#dde2dd"/><text x="${left - 12}" y="${y(value) + 6}" font-size="16" text-anchor="end" fill="${COLOURS.muted}">${numberText(language, value, 1)}</text>`,
  );
  const years: string[] = [];
  for (let year = Math.ceil(first.first / 5) * 5; year <= first.last; year += 5)
    years.push(
      `<text x="${x(year)}" y="${bottom + 26}" font-size="16" text-anchor="middle" fill="${COLOURS.muted}">${year}</text>`,
    );
  const curves = lines.map(
    ({ figure, colour }) =>
      `${bandOf(figure, x, y, colour)}<path d="${linePath(
        figure.years.flatMap((one) => (one.median === null ? [] : [{ year: one.year, value: one.median }])),
        x,
        y,
      )}" fill="none" stroke="${colour}" stroke-width="3" stroke-linejoin="round"/>`,
  );
  const reference = first.reference.map(({ year, median }) => ({ year, value: median }));
  const labels = [
    ...lines.map(({ row, colour, figure }) => {
      const end = figure.years.findLast((one) => one.median !== null)?.median ?? figure.lo;
      const kind = row.damage === null ? '' : ` ${sayText(language, `damage.${row.damage}`)}`;
      const since = row.yearReclaimed === null ? '' : `${say('chart.reclaimed')}: ${row.yearReclaimed}`;
      return { at: y(end), colour, text: `${row.id}${kind}`, since };
    }),
    ...(reference.length === 0
      ? []
      : [
          {
            at: y(reference.at(-1)!.value),
            colour: COLOURS.reference,
            text: say('chart.reference'),
            since: '',
          },
        ]),
  ].sort((a, b) => a.at - b.at);
  labels.forEach((label, i) => {
    const above = labels[i - 1];
    if (above !== undefined) label.at = Math.max(label.at, above.at + (above.since === '' ? 28 : 48));
  });
  const names = labels.map(
    ({ at, colour, text, since }) =>
      `<text x="${right + 18}" y="${at + 6}" font-size="19" font-weight="700" fill="${colour}">${escapeHtml(text)}</text>${since === '' ? '' : `<text x="${right + 18}" y="${at + 27}" font-size="15" fill="${COLOURS.muted}">${escapeHtml(since)}</text>`}`,
  );
  return {
    markup: `${grid.join('')}${years.join('')}<path d="${linePath(reference, x, y)}" fill="none" stroke="${COLOURS.reference}" stroke-width="2.4" stroke-dasharray="9 5"/>${curves.join('')}${names.join('')}`,
    height: CHART_HEIGHT,
  };
}

type Scale = (value: number) => number;

function linePath(points: readonly { year: number; value: number }[], x: Scale, y: Scale): string {
  return points
    .map(
      ({ year, value }, i) =>
        `${i > 0 && points[i - 1]!.year === year - 1 ? 'L' : 'M'}${x(year).toFixed(1)} ${y(value).toFixed(1)}`,
    )
    .join('');
}

/** The middle half of the pixels, left open where a year is missing. */
function bandOf(figure: TrendFigure, x: Scale, y: Scale, colour: string): string {
  const runs: TrendFigure['years'][number][][] = [[]];
  for (const one of figure.years) {
    if (one.median === null) runs.push([]);
    else runs.at(-1)!.push(one);
  }
  return runs
    .filter((run) => run.length > 1)
    .map((run) => {
      const upper = run.map((one) => `${x(one.year).toFixed(1)},${y(one.p75!).toFixed(1)}`);
      const lower = run.map((one) => `${x(one.year).toFixed(1)},${y(one.p25!).toFixed(1)}`).reverse();
      return `<polygon points="${[...upper, ...lower].join(' ')}" fill="${colour}" fill-opacity="0.15"/>`;
    })
    .join('');
}
