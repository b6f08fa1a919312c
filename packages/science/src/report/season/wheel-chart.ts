import { escapeMarkup, type Language, say } from '../../base/index.ts';
import { assessedOf, type WheelGroup, type WheelKind, type WheelRow } from './wheel-table.ts';

/** Where a slice leads to in the page; null: nowhere. */
export type SliceLink = (row: WheelRow) => string | null;

const WIDTH = 560;
const HEIGHT = 404;
const [CX, CY] = [WIDTH / 2, HEIGHT / 2];
/** Radius of the innermost ring, of a star, and of the band with the names of the groups. */
const HUB = 26;
const STAR = 20;
const RIM = HUB + 5 * STAR;
const BAND = 20;
const LABELS = RIM + BAND + 10;
/** Near top and bottom labels stand further out, where they have room beside each other. */
const LIFT = 12;

/**
 * A wheel as SVG text: a sector a slice, one ring a star. Evidence from pictures is solid, from the field or from records striped;
 * a slice that nobody assessed is hollow with a dashed rim, never empty for zero: zero stars have a solid rim and a mark at the hub.
 *
 * @param id makes ids unique in a page
 * @param link where a slice leads to, such as its row in the table
 */
export function wheelChart(
  kind: WheelKind,
  groups: readonly WheelGroup[],
  language: Language,
  id: string,
  link: SliceLink = () => null,
): string {
  const rows = groups.flatMap((group) => group.rows);
  const turn = (2 * Math.PI) / Math.max(1, rows.length);
  const { assessed, all } = assessedOf(groups);
  const parts: string[] = [
    `<title id="${id}-t">${escapeMarkup(say(language, `season-wheel.title.${kind}`))}</title>`,
    `<desc id="${id}-d">${escapeMarkup(say(language, 'season-wheel.desc', { assessed, all }))}</desc>`,
    `<defs><pattern id="${id}-p" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0h5v5H0z" fill="#e9d9b0"/><path d="M0 0v5" stroke="#8a6100" stroke-width="3"/></pattern></defs>`,
  ];
  rows.forEach((row, i) => {
    const [from, to] = [i * turn, (i + 1) * turn];
    const drawn = slice(row, from, to, `${id}-p`);
    const target = link(row);
    parts.push(
      target === null ? drawn : `<a href="${escapeMarkup(target)}">${drawn}</a>`,
      label(row, (from + to) / 2),
    );
  });
  let at = 0;
  groups.forEach((group, g) => {
    const [from, to] = [at * turn, (at + group.rows.length) * turn];
    at += group.rows.length;
    parts.push(groupBand(group, from, to, `${id}-g${g}`));
  });
  return `<svg class="chart wheel" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" lang="${language}" aria-labelledby="${id}-t ${id}-d" font-size="11.5" fill="#1d2624">${parts.join('')}</svg>`;
}

function slice(row: WheelRow, from: number, to: number, pattern: string): string {
  const { stars, by } = row;
  const told = [row.name, row.byText, ...row.evidence].join('. ');
  const title = `<title>${escapeMarkup(told)}</title>`;
  if (stars === null)
    return `<g class="slice hollow">${title}<path d="${sector(HUB, RIM, from, to)}" fill="#fff" stroke="#87938f" stroke-width="1" stroke-dasharray="3 3"/></g>`;
  const fill = by === 'satellite' ? '#2f7f7c' : `url(#${pattern})`;
  const rings = Array.from({ length: 5 }, (_, star) => {
    const [low, high] = [HUB + star * STAR, HUB + (star + 1) * STAR];
    return `<path d="${sector(low, high, from, to)}" fill="${star < stars ? fill : '#fff'}" stroke="#3d4745" stroke-width=".8"/>`;
  });
  const zero = stars === 0 ? `<path d="${sector(HUB - 7, HUB, from, to)}" fill="#b3261e"/>` : '';
  return `<g class="slice by-${by}">${title}${zero}${rings.join('')}</g>`;
}

/** The name of a slice outside the wheel, in two lines where one has no room, with its stars in figures. */
function label({ name, stars }: WheelRow, middle: number): string {
  const [side, up] = [Math.sin(middle), Math.cos(middle)];
  const reach = LABELS + (Math.abs(up) > 0.9 ? LIFT : 0);
  const [px, py] = [CX + reach * side, CY - reach * up];
  const room = (side > 0 ? WIDTH - px : px) - 4;
  const lines = linesOf(stars === null ? name : `${name} ${stars}/5`, room);
  // Further lines go away from the wheel above it and below it, and to both sides beside it.
  const lift = up > 0.6 ? (1 - lines.length) * 13 : up < -0.6 ? 9 : (1 - lines.length) * 6.5 + 4;
  return `<text class="${stars === null ? 'open' : 'known'}" x="${round(px)}" y="${round(py + lift)}" text-anchor="${side > 0 ? 'start' : 'end'}"${stars === null ? ' fill="#5a6663"' : ' font-weight="600"'}>${lines
    .map((line, i) => `<tspan x="${round(px)}" dy="${i === 0 ? 0 : 13}">${escapeMarkup(line)}</tspan>`)
    .join('')}</text>`;
}

/** A text in at most two lines, broken at the space nearest its middle where one line has no room. */
function linesOf(text: string, room: number): readonly string[] {
  let width = 0;
  for (const character of text) width += /[\u2e80-\uffef]/.test(character) ? 12 : 6.9;
  if (width <= room || !text.includes(' ')) return [text];
  let best = -1;
  for (let i = text.indexOf(' '); i >= 0; i = text.indexOf(' ', i + 1))
    if (best < 0 || Math.abs(i - text.length / 2) < Math.abs(best - text.length / 2)) best = i;
  return [text.slice(0, best), text.slice(best + 1)];
}

/** The name of a group along the rim; on the lower half it runs the other way, so that it never stands on its head. */
function groupBand({ name }: WheelGroup, from: number, to: number, id: string): string {
  const middle = (from + to) / 2;
  const isLow = Math.cos(middle) < -0.01;
  const r = RIM + (isLow ? BAND - 5.5 : 5.5);
  const [a, b] = isLow ? [to, from] : [from, to];
  const [start, end] = [point(r, a), point(r, b)];
  return `<path d="${sector(RIM, RIM + BAND, from, to)}" fill="#eef1ec" stroke="#3d4745" stroke-width=".8"/><path id="${id}" d="M${start}A${r} ${r} 0 0 ${isLow ? 0 : 1} ${end}" fill="none"/><text class="group" font-size="11" font-weight="700"><textPath href="#${id}" startOffset="50%" text-anchor="middle">${escapeMarkup(name)}</textPath></text>`;
}

/** A ring sector between two radii and two angles, clockwise from the top. */
function sector(inner: number, outer: number, from: number, to: number): string {
  return `M${point(inner, from)}L${point(outer, from)}A${outer} ${outer} 0 0 1 ${point(outer, to)}L${point(inner, to)}A${inner} ${inner} 0 0 0 ${point(inner, from)}Z`;
}

function point(radius: number, angle: number): string {
  return `${round(CX + radius * Math.sin(angle))} ${round(CY - radius * Math.cos(angle))}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
