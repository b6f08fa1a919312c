import { escapeMarkup, type Language, say } from '../../base/index.ts';
import type { GameEquilibrium } from '../../choice/index.ts';
import type { PhasePortrait, SharePoint } from './phase-portrait.ts';

const SIDE = 360;
const LEFT = 54;
const TOP = 12;
/** Right of the square there is room for half of the last label, "100 %". */
const WIDTH = LEFT + SIDE + 28;
const HEIGHT = TOP + SIDE + 106;
const COLOURS = {
  arrow: '#9fb3b1',
  path: '#0b5d5b',
  supervision: '#8a6100',
  quality: '#b5452c',
  ink: '#3d4745',
};

/**
 * A phase portrait as SVG text, with a title and a description for those who do not see it. Kinds of rests are told by
 * shape: full (stable), open (unstable), ring with a dot (centre), dashed ring (undecided); the two standstill lines by their dashes.
 *
 * @param id makes the ids of title and description unique in a page
 */
export function phasePortraitSvg(portrait: PhasePortrait, language: Language, id: string): string {
  const [px, py] = [
    (x: number): number => fixed(LEFT + x * SIDE),
    (y: number): number => fixed(TOP + (1 - y) * SIDE),
  ];
  const line = (points: readonly SharePoint[]): string =>
    points.map(({ x, y }) => `${px(x)},${py(y)}`).join(' ');
  const text = (key: string): string => escapeMarkup(say(language, `policy.portrait.${key}`));
  const fastest = Math.max(...portrait.arrows.map(({ dx, dy }) => Math.hypot(dx, dy)), Number.MIN_VALUE);
  const reach = (0.85 * SIDE) / Math.sqrt(portrait.arrows.length);
  const parts = [
    `<title id="${id}-title">${text('title')}</title>`,
    `<desc id="${id}-desc">${escapeMarkup(describe(portrait, language))}</desc>`,
    `<defs><marker id="${id}-head" viewBox="0 0 6 6" refX="5" refY="3" markerWidth="5" markerHeight="5" orient="auto"><path d="M0 0 6 3 0 6z" fill="${COLOURS.arrow}"/></marker></defs>`,
    `<rect x="${LEFT}" y="${TOP}" width="${SIDE}" height="${SIDE}" fill="none" stroke="#c9cec9"/>`,
    ...[0, 0.25, 0.5, 0.75, 1].map(
      (share) =>
        `<text x="${px(share)}" y="${TOP + SIDE + 15}" text-anchor="middle">${100 * share} %</text><text x="${LEFT - 6}" y="${py(share) + 4}" text-anchor="end">${100 * share} %</text>`,
    ),
    `<text x="${LEFT + SIDE / 2}" y="${TOP + SIDE + 33}" text-anchor="middle">${text('supervision')}</text>`,
    `<text transform="translate(12 ${TOP + SIDE / 2}) rotate(-90)" text-anchor="middle">${text('quality')}</text>`,
    ...portrait.arrows.map(({ x, y, dx, dy }) => {
      const speed = Math.hypot(dx, dy);
      if (speed === 0) return '';
      // Root of the speed: slow corners stay readable
      const long = (reach * Math.sqrt(speed / fastest)) / speed;
      return `<line class="arrow" x1="${px(x)}" y1="${py(y)}" x2="${fixed(LEFT + x * SIDE + dx * long)}" y2="${fixed(TOP + (1 - y) * SIDE - dy * long)}" stroke="${COLOURS.arrow}" marker-end="url(#${id}-head)"/>`;
    }),
    ...(['supervision', 'quality'] as const).map((which) =>
      portrait.standstill[which].length < 2
        ? ''
        : `<polyline class="standstill ${which}" points="${line(portrait.standstill[which])}" fill="none" stroke="${COLOURS[which]}" stroke-width="1.4" stroke-dasharray="${which === 'quality' ? '2 3' : '7 3'}"/>`,
    ),
    ...portrait.paths.map(
      ({ x, y }) =>
        `<polyline class="path" points="${line(x.map((share, k) => ({ x: share, y: y[k]! })))}" fill="none" stroke="${COLOURS.path}" stroke-width="1.6" stroke-linejoin="round"/><circle class="start" cx="${px(x[0]!)}" cy="${py(y[0]!)}" r="2" fill="${COLOURS.path}"/>`,
    ),
    ...portrait.rests.map((rest) => restMark(px(rest.x), py(rest.y), rest.kind, restText(rest, language))),
    ...legend(language),
  ];
  return `<svg class="phase-portrait" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" lang="${language}" aria-labelledby="${id}-title ${id}-desc" font-size="11" fill="${COLOURS.ink}">${parts.join('')}</svg>`;
}

/** Marks of rests, alike in the square and in the cube. */
export function restMark(cx: number, cy: number, kind: string, told: string): string {
  const fill = kind === 'stable' ? COLOURS.ink : '#fff';
  const dot = kind === 'centre' ? `<circle cx="${cx}" cy="${cy}" r="1.8" fill="${COLOURS.ink}"/>` : '';
  const title = told === '' ? '' : `<title>${escapeMarkup(told)}</title>`;
  const dash = kind === 'undecided' ? ' stroke-dasharray="2 2"' : '';
  return `<g class="rest ${kind}"><circle cx="${cx}" cy="${cy}" r="5" fill="${fill}" stroke="${COLOURS.ink}" stroke-width="1.5"${dash}/>${dot}${title}</g>`;
}

function legend(language: Language): string[] {
  const y = TOP + SIDE + 56;
  const entry = (x: number, row: number, mark: string, key: string): string =>
    `<g transform="translate(${x} ${y + 18 * row})">${mark}<text x="26" y="4">${escapeMarkup(say(language, `policy.portrait.${key}`))}</text></g>`;
  const dashes = (colour: string, dash: string): string =>
    `<path d="M0 0H20" stroke="${colour}" stroke-width="1.4" stroke-dasharray="${dash}"/>`;
  return [
    entry(LEFT, 0, dashes(COLOURS.supervision, '7 3'), 'standstill.supervision'),
    entry(LEFT, 1, dashes(COLOURS.quality, '2 3'), 'standstill.quality'),
    entry(LEFT + 195, 0, restMark(10, 0, 'stable', ''), 'kind.stable'),
    entry(LEFT + 195, 1, restMark(10, 0, 'unstable', ''), 'kind.unstable'),
    entry(LEFT + 195, 2, restMark(10, 0, 'centre', ''), 'kind.centre'),
  ];
}

function restText({ x, y, kind }: GameEquilibrium, language: Language): string {
  return say(language, 'policy.portrait.rest', {
    kind: say(language, `policy.portrait.kind.${kind}`),
    supervision: Math.round(100 * x),
    quality: Math.round(100 * y),
  });
}

function describe({ rests }: PhasePortrait, language: Language): string {
  const mixed = rests.find(({ x, y }) => x > 0 && x < 1 && y > 0 && y < 1);
  if (mixed === undefined) return say(language, 'policy.portrait.desc.none');
  return say(language, `policy.portrait.desc.${mixed.kind}`, {
    supervision: Math.round(100 * mixed.x),
    quality: Math.round(100 * mixed.y),
  });
}

function fixed(value: number): number {
  return Math.round(value * 10) / 10;
}
