import { escapeMarkup, type Language, say } from '../../base/index.ts';
import type { CubePortrait } from './cube-portrait.ts';
import { restMark } from './phase-portrait-svg.ts';

const WIDTH = 440;
const HEIGHT = 400;
/** Where (0,0,0) lies, and the three axes on paper. */
const ORIGIN = [56, 300] as const;
const AXES = { x: [230, 0], y: [0, -210], z: [96, -62] } as const;
const COLOURS = ['#0b5d5b', '#b5452c', '#8a6100'];

/**
 * The cube of shares as SVG text: x supervision to the right, y good work upwards, z reports backwards; corners by kind,
 * paths from their dots on. Title and description tell the same in words.
 *
 * @param id makes the ids of title and description unique in a page
 */
export function cubePortraitSvg(portrait: CubePortrait, language: Language, id: string): string {
  const at = (x: number, y: number, z: number): readonly [number, number] => [
    fixed(ORIGIN[0] + x * AXES.x[0] + y * AXES.y[0] + z * AXES.z[0]),
    fixed(ORIGIN[1] + x * AXES.x[1] + y * AXES.y[1] + z * AXES.z[1]),
  ];
  const text = (key: string): string => escapeMarkup(say(language, `policy.portrait.${key}`));
  const edges = portrait.corners.flatMap(({ x, y, z }) =>
    (
      [
        [1, y, z, x],
        [x, 1, z, y],
        [x, y, 1, z],
      ] as const
    )
      .filter(([, , , side]) => side === 0)
      .map(([toX, toY, toZ]) => {
        const [from, to] = [at(x, y, z), at(toX, toY, toZ)];
        return `<path class="edge" d="M${from.join(' ')}L${to.join(' ')}" stroke="#c9cec9" fill="none"/>`;
      }),
  );
  const paths = portrait.paths.map(({ x, y, z }, k) => {
    const colour = COLOURS[k % COLOURS.length];
    const points = x.map((share, n) => at(share, y[n]!, z[n]!).join(',')).join(' ');
    const [cx, cy] = at(x[0]!, y[0]!, z[0]!);
    return `<polyline class="path" points="${points}" fill="none" stroke="${colour}" stroke-width="1.5" stroke-linejoin="round"/><circle class="start" cx="${cx}" cy="${cy}" r="3" fill="${colour}"/>`;
  });
  const corners = portrait.corners.map(({ x, y, z, kind }) => {
    const [cx, cy] = at(x, y, z);
    const told = say(language, 'policy.portrait.corner', {
      kind: say(language, `policy.portrait.kind.${kind}`),
      supervision: 100 * x,
      quality: 100 * y,
      reports: 100 * z,
    });
    return restMark(cx, cy, kind, told);
  });
  const stable = portrait.corners.filter(({ kind }) => kind === 'stable').length;
  const described = say(language, 'policy.portrait.cube.desc', {
    stable,
    supervision: Math.round(100 * portrait.means.x),
    quality: Math.round(100 * portrait.means.y),
    reports: Math.round(100 * portrait.means.z),
  });
  const [right, top, back] = [at(0.5, 0, 0), at(0, 0.5, 0), at(1, 0, 0.5)];
  const parts = [
    `<title id="${id}-title">${text('cube.title')}</title>`,
    `<desc id="${id}-desc">${escapeMarkup(described)}</desc>`,
    ...edges,
    ...paths,
    ...corners,
    `<text x="${right[0]}" y="${right[1] + 22}" text-anchor="middle">${text('supervision')}</text>`,
    `<text transform="translate(${top[0] - 18} ${top[1]}) rotate(-90)" text-anchor="middle">${text('quality')}</text>`,
    `<text transform="translate(${back[0] + 8} ${back[1] + 16}) rotate(-33)" text-anchor="middle">${text('reports')}</text>`,
    ...(['stable', 'unstable', 'undecided'] as const).map(
      (kind, k) =>
        `<g transform="translate(${ORIGIN[0] + 130 * k} ${HEIGHT - 30})">${restMark(8, 0, kind, '')}<text x="20" y="4">${text(`kind.${kind}`)}</text></g>`,
    ),
  ];
  return `<svg class="cube-portrait" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" lang="${language}" aria-labelledby="${id}-title ${id}-desc" font-size="11" fill="#3d4745">${parts.join('')}</svg>`;
}

function fixed(value: number): number {
  return Math.round(value * 10) / 10;
}
