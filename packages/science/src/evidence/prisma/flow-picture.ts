import { type Language, say } from '../../base/index.ts';
import { escapeXml, pixel, svgDocument, svgId, svgText, wrapText } from '../pool/svg-document.ts';
import type { FlowBoxes } from './flow-boxes.ts';
import { requireIdentities } from './flow-identities.ts';
import { type FlowBoxId, type FlowWordOptions, flowText, flowWords } from './flow-words.ts';

/** Column and row of every box; columns 0 and 1 lead from databases and registers, 2 and 3 from other ways. */
const PLACE: Readonly<Record<FlowBoxId, readonly [column: number, row: number]>> = {
  previous: [0, 0],
  identified: [0, 1],
  removed: [1, 1],
  'other-identified': [2, 1],
  screened: [0, 2],
  excluded: [1, 2],
  sought: [0, 3],
  'not-retrieved': [1, 3],
  'other-sought': [2, 3],
  'other-not-retrieved': [3, 3],
  assessed: [0, 4],
  'left-out': [1, 4],
  'other-assessed': [2, 4],
  'other-left-out': [3, 4],
  included: [0, 5],
  total: [0, 6],
};

const ARROWS: readonly (readonly [from: FlowBoxId, to: FlowBoxId])[] = [
  ['identified', 'removed'],
  ['identified', 'screened'],
  ['screened', 'excluded'],
  ['screened', 'sought'],
  ['sought', 'not-retrieved'],
  ['sought', 'assessed'],
  ['assessed', 'left-out'],
  ['assessed', 'included'],
  ['other-identified', 'other-sought'],
  ['other-sought', 'other-not-retrieved'],
  ['other-sought', 'other-assessed'],
  ['other-assessed', 'other-left-out'],
  ['included', 'total'],
];

const STAGES: readonly (readonly [key: string, first: number, last: number])[] = [
  ['stage.identification', 1, 1],
  ['stage.screening', 2, 4],
  ['stage.inclusion', 5, 6],
];

const STRIP = 40;
const BOX = 232;
/** Bold letters are wider: the share of the width that headings may take by the measure of ordinary ones. */
const HEADING_SHARE = 0.88;
const GAP = 34;
const ROW_GAP = 30;
const LINE = 16;
const PAD = 10;
const HEADS = 30;

interface Placed {
  readonly id: FlowBoxId;
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly lines: readonly string[];
  /** Lines of the heading. */
  readonly heads: number;
}

/**
 * The PRISMA 2020 flow diagram as SVG text. The identities are worked out anew before anything is drawn.
 *
 * @throws Conflict `E-PRI-001` where numbers that were not computed by `flowBoxes` do not add up
 */
export function flowPicture(
  boxes: FlowBoxes,
  options: FlowWordOptions & { readonly id: string; readonly language: Language },
): string {
  requireIdentities(boxes);
  const { language } = options;
  const id = svgId(options.id);
  const word = (key: string): string => say(language, `evidence.flow.${key}`);
  const wrapped = flowWords(boxes, options).map(({ id: box, heading, lines }) => {
    const heads = heading === null ? [] : wrapText(heading, HEADING_SHARE * (BOX - 2 * PAD));
    return {
      id: box,
      lines: [...heads, ...lines.flatMap((line) => wrapText(withWholeCounts(line), BOX - 2 * PAD))],
      heads: heads.length,
    };
  });
  const heightOf = (lines: readonly string[]): number => lines.length * LINE + 2 * PAD - 2;
  const rows = [0, 1, 2, 3, 4, 5, 6].map((row) =>
    Math.max(0, ...wrapped.filter(({ id }) => PLACE[id][1] === row).map(({ lines }) => heightOf(lines))),
  );
  const top = 44 + HEADS;
  const rowTops = rows.map(
    (_, row) =>
      top + rows.slice(0, row).reduce((sum, height) => sum + (height === 0 ? 0 : height + ROW_GAP), 0),
  );
  const placed = new Map(
    wrapped.map(({ id, lines, heads }): [FlowBoxId, Placed] => {
      const [column, row] = PLACE[id];
      const height = heightOf(lines);
      return [
        id,
        {
          id,
          x: 14 + STRIP + column * (BOX + GAP),
          y: rowTops[row]! + (rows[row]! - height) / 2,
          height,
          lines,
          heads,
        },
      ];
    }),
  );
  const columns = boxes.hasOther ? 4 : 2;
  const width = 14 + STRIP + columns * (BOX + GAP) - GAP + 14;
  const height = rowTops[6]! + rows[6]! + 20;
  const heads: readonly (readonly [string, number])[] = [
    [word('head.main'), 0],
    ...(boxes.hasOther ? [[word('head.other'), 2] as const] : []),
  ];
  const body = [
    `<defs><marker id="${id}-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0L8 4L0 8Z" fill="#4c5755"/></marker></defs>`,
    svgText(14, 26, word('title'), 'font-size="15" font-weight="600"'),
    ...heads.flatMap(([text, column]) => {
      const x = 14 + STRIP + column * (BOX + GAP);
      return [
        `<rect x="${x}" y="${44}" width="${2 * BOX + GAP}" height="22" rx="4" fill="${column === 0 ? '#f3e3b3' : '#e3e6e2'}"/>`,
        svgText(x + BOX + GAP / 2, 59, text, 'text-anchor="middle" font-weight="600"'),
      ];
    }),
    ...STAGES.map(([key, first, last]) => {
      const y = rowTops[first]!;
      const end = Math.max(
        ...rows.map((rowHeight, row) =>
          row >= first && row <= last && rowHeight > 0 ? rowTops[row]! + rowHeight : 0,
        ),
      );
      const [cx, cy] = [14 + 12, pixel((y + end) / 2)];
      return `<rect x="14" y="${pixel(y)}" width="24" height="${pixel(end - y)}" rx="4" fill="#cfe0ea"/><text transform="translate(${cx + 4} ${cy}) rotate(-90)" text-anchor="middle" font-weight="600">${escapeXml(word(key))}</text>`;
    }),
    ...[...placed.values()].map(drawBox),
    ...ARROWS.flatMap(([from, to]) => drawArrow(placed.get(from), placed.get(to), id)),
    ...joinOther(placed, id),
  ];
  return svgDocument(
    {
      id: options.id,
      language,
      width,
      height,
      title: word('title'),
      description: flowText(boxes, options).join(language === 'zh' ? '。' : '. '),
    },
    body,
  );
}

/** A count stays on one line. */
function withWholeCounts(line: string): string {
  return line.replaceAll(/\(n = (\d+)\)/g, '(n\u00a0=\u00a0$1)');
}

function drawBox({ x, y, height, lines, heads }: Placed): string {
  const text = lines.map((line, i) =>
    svgText(x + PAD, y + PAD + 10 + i * LINE, line, i < heads ? 'font-weight="600"' : ''),
  );
  return `<g><rect x="${x}" y="${pixel(y)}" width="${BOX}" height="${pixel(height)}" fill="#ffffff" stroke="#4c5755"/>${text.join('')}</g>`;
}

/** Down where the boxes stand above each other, to the right where they stand side by side. */
function drawArrow(from: Placed | undefined, to: Placed | undefined, id: string): readonly string[] {
  if (from === undefined || to === undefined) return [];
  const line =
    from.x === to.x
      ? `M${from.x + BOX / 2} ${pixel(from.y + from.height)}V${pixel(to.y - 1)}`
      : `M${from.x + BOX} ${pixel(from.y + from.height / 2)}H${to.x - 1}`;
  return [`<path d="${line}" fill="none" stroke="#4c5755" marker-end="url(#${id}-arrow)"/>`];
}

/** From the last box of the other column down and across to what is included; the earlier version beside it all. */
function joinOther(placed: ReadonlyMap<FlowBoxId, Placed>, id: string): readonly string[] {
  const included = placed.get('included')!;
  const other = placed.get('other-assessed');
  const previous = placed.get('previous');
  const total = placed.get('total');
  const arrow = (line: string): string =>
    `<path d="${line}" fill="none" stroke="#4c5755" marker-end="url(#${id}-arrow)"/>`;
  return [
    ...(other === undefined
      ? []
      : [
          arrow(
            `M${other.x + BOX / 2} ${pixel(other.y + other.height)}V${pixel(included.y + included.height / 2)}H${included.x + BOX + 1}`,
          ),
        ]),
    ...(previous === undefined || total === undefined
      ? []
      : [
          arrow(
            `M${previous.x} ${pixel(previous.y + previous.height / 2)}H${previous.x - 8}V${pixel(total.y + total.height / 2)}H${total.x - 1}`,
          ),
        ]),
  ];
}
