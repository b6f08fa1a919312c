import { say } from '@aftermine/science/base';
import { colourAt, hexOf, mainIndex, VIRIDIS } from '@aftermine/science/report';
import { Resvg } from '@resvg/resvg-js';
import { decode } from 'fast-png';
import type { ObservationReport } from '../../ports/index.ts';
import { escapeHtml } from './html.ts';
import { type MapStack, png } from './map-images.ts';
import type { ReportZone } from './zones.ts';

const MAPS = 4;
const WIDTH = 1600;
const MAP_SIDE = 360;

/** A wide picture: the main map in four years with one legend, and two contrasting units against the reference. */
export function summaryPicture(
  report: ObservationReport,
  stacks: readonly MapStack[],
  zones: readonly ReportZone[],
): Uint8Array {
  const { result, language } = report;
  const stack = stacks.find((one) => one.kind === 'value') ?? stacks[0]!;
  const seen = result.years.filter((year) => stack.images[year] !== undefined);
  const years = Array.from(
    { length: MAPS },
    (_, i) => seen[Math.round((i * (seen.length - 1)) / (MAPS - 1))]!,
  );
  const height = (MAP_SIDE * stack.height) / stack.width;
  const gap = (WIDTH - MAPS * MAP_SIDE) / (MAPS + 1);
  const maps = years.map((year, i) => {
    const x = gap + i * (MAP_SIDE + gap);
    const outlines = zones
      .map(
        (zone) =>
          `<path d="${zone.path}" fill="none" stroke="#fff" stroke-width="${zone.kind === 'boundary' ? 1.1 : 0.7}" ${zone.kind === 'reference' ? 'stroke-dasharray="3 2"' : ''}/>`,
      )
      .join('');
    return `<g transform="translate(${x} 96)"><image width="${MAP_SIDE}" height="${height}" image-rendering="optimizeSpeed" href="${coloured(stack, year)}"/><g transform="scale(${MAP_SIDE / stack.width} ${height / stack.height})">${outlines}</g><text y="-12" font-size="24" font-weight="600">${year}</text></g>`;
  });
  const top = 96 + height + 46;
  const legend = Array.from(
    { length: 100 },
    (_, i) =>
      `<rect x="${gap + i * 3}" y="${top}" width="3.2" height="14" fill="${hexOf(colourAt(VIRIDIS, i / 99))}"/>`,
  ).join('');
  const index = mainIndex(result);
  const label = `<text x="${gap + 312}" y="${top + 13}" font-size="18">${stack.lo} – ${stack.hi}: ${escapeHtml(say(language, `index.${index}`))}</text>`;
  const chart = trendChart(report, zones, gap, top + 60, WIDTH - 2 * gap, 300);
  const total = top + 60 + 300 + 60;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${total}" viewBox="0 0 ${WIDTH} ${total}" font-family="DejaVu Sans, Noto Sans, Noto Sans CJK SC, Arial, sans-serif" fill="#1f2421"><rect width="100%" height="100%" fill="#fbfaf7"/><text x="${gap}" y="48" font-size="28" font-weight="700">${escapeHtml(say(language, 'report.picture.title', { first: result.years[0]!, last: result.years.at(-1)! }))}</text>${maps.join('')}${legend}${label}${chart}</svg>`;
  return new Resvg(svg, { font: { loadSystemFonts: true } }).render().asPng();
}

function coloured(stack: MapStack, year: number): string {
  const { data, width, height } = decode(Buffer.from(stack.images[year]!.split(',')[1]!, 'base64'));
  const out = new Uint8Array(width * height * 4);
  for (let i = 0; i < width * height; i += 1) {
    const grey = data[i]!;
    const [r, g, b] = grey === 0 ? [226, 222, 212] : colourAt(VIRIDIS, (grey - 1) / 254);
    out.set([r, g, b, 255], 4 * i);
  }
  return png(out, width, height, 4);
}

/** The best and the worst unit by trend, and the reference, as lines over the years. */
function trendChart(
  report: ObservationReport,
  zones: readonly ReportZone[],
  x0: number,
  y0: number,
  width: number,
  height: number,
): string {
  const index = mainIndex(report.result);
  const slope = (zone: ReportZone): number => {
    const trend = zone.trajectory.trends[index];
    return trend === undefined || 'kind' in trend ? 0 : trend.slopePerYear;
  };
  const units = zones.filter((zone) => zone.kind === 'unit').sort((a, b) => slope(a) - slope(b));
  const reference = zones.find((zone) => zone.kind === 'reference');
  const lines: (readonly [zone: ReportZone, colour: string, dash: string])[] = [];
  if (units.length > 0) lines.push([units.at(-1)!, '#1d6b3a', '']);
  if (units.length > 1) lines.push([units[0]!, '#a3341c', '']);
  if (reference !== undefined) lines.push([reference, '#7a5c00', '8 5']);
  const { years } = report.result;
  const x = (i: number): number => x0 + 40 + ((width - 260) * i) / Math.max(1, years.length - 1);
  const y = (value: number): number => y0 + height - value * height;
  const grid = [0, 0.25, 0.5, 0.75, 1]
    .map(
      (value) =>
        `<line x1="${x(0)}" x2="${x(years.length - 1)}" y1="${y(value)}" y2="${y(value)}" stroke="#d9d6cd"/><text x="${x0 + 30}" y="${y(value) + 6}" font-size="16" text-anchor="end">${value}</text>`,
    )
    .join('');
  const ticks = years
    .map((year, i) =>
      year % 5 === 0
        ? `<text x="${x(i)}" y="${y0 + height + 26}" font-size="16" text-anchor="middle">${year}</text>`
        : '',
    )
    .join('');
  const drawn = lines
    .map(([zone, colour, dash]) => {
      const points = zone.years.flatMap((year, i) =>
        'unknown' in year ? [] : [`${x(i).toFixed(1)},${y(year.median).toFixed(1)}`],
      );
      const last = zone.years.flatMap((year) => ('unknown' in year ? [] : [year.median])).at(-1) ?? 0;
      const name = zone.kind === 'reference' ? say(report.language, 'report.key.reference') : zone.id;
      return `<polyline points="${points.join(' ')}" fill="none" stroke="${colour}" stroke-width="3" ${dash === '' ? '' : `stroke-dasharray="${dash}"`}/><text x="${x(years.length - 1) + 12}" y="${y(last) + 6}" font-size="19" fill="${colour}">${escapeHtml(name)}</text>`;
    })
    .join('');
  return grid + ticks + drawn;
}
