import { type Language, say } from '../../base/index.ts';
import { escapeXml, fitText, pixel, svgDocument, svgText } from '../pool/svg-document.ts';
import { labelIn } from './codebook.ts';
import type { GapMap, GapMapCell } from './gap-map.ts';
import type { EvidenceGrade } from './grade-of.ts';

/** Colour of a grade and of the letter on it: dark is strong, and told apart without colour vision as well. */
export const GRADE_COLOURS: Readonly<Record<EvidenceGrade, { readonly fill: string; readonly ink: string }>> =
  {
    A: { fill: '#00224e', ink: '#ffffff' },
    B: { fill: '#3b6b8f', ink: '#ffffff' },
    C: { fill: '#7fa67a', ink: '#101816' },
    D: { fill: '#d9c35a', ink: '#101816' },
    E: { fill: '#e8e3d5', ink: '#101816' },
  };

const LABELS = 270;
const CELL = 46;
const HEAD = 215;
const LARGEST = 19;

/**
 * The gap map as SVG text: a bubble whose area follows the number of studies, its colour and letter the grade; an empty cell is a
 * gap and says so.
 */
export function gapMapPicture(
  map: GapMap,
  options: { readonly id: string; readonly language: Language },
): string {
  const { language } = options;
  const word = (key: string, params: Record<string, string | number> = {}): string =>
    say(language, `evidence.gap-map.${key}`, params);
  const most = Math.max(1, ...map.cells.map(({ studies }) => studies));
  const width = LABELS + CELL * map.columns.length + 90;
  const bottom = HEAD + CELL * map.rows.length;
  const body: string[] = [svgText(12, 26, word('title'), 'font-size="15" font-weight="600"')];
  map.columns.forEach(({ label, id }, i) => {
    const x = LABELS + CELL * (i + 0.5);
    const text = fitText(labelIn(language, label, id), 200, 11.5);
    body.push(
      `<text transform="translate(${pixel(x + 4)} ${HEAD - 10}) rotate(-50)" font-size="11.5">${escapeXml(text)}</text>`,
    );
  });
  map.rows.forEach(({ label, id }, i) => {
    body.push(
      svgText(
        LABELS - 10,
        HEAD + CELL * (i + 0.5) + 4,
        fitText(labelIn(language, label, id), LABELS - 22),
        'text-anchor="end"',
      ),
    );
  });
  for (const cell of map.cells) body.push(...bubble(cell, most, nameOf(map, cell, language, word)));
  const grades = Object.entries(GRADE_COLOURS) as [EvidenceGrade, { fill: string; ink: string }][];
  let x = 12;
  for (const [grade, { fill, ink }] of grades) {
    body.push(
      `<circle cx="${x + 9}" cy="${bottom + 24}" r="9" fill="${fill}" stroke="#4c5755" stroke-width="0.6"/>`,
      svgText(x + 9, bottom + 28, grade, `text-anchor="middle" font-size="11" fill="${ink}"`),
      svgText(x + 24, bottom + 28, word(`grade.${grade}`), 'font-size="11.5"'),
    );
    x += 128;
  }
  body.push(svgText(12, bottom + 54, word('legend', { most }), 'font-size="11.5" fill="#4c5755"'));
  return svgDocument(
    {
      id: options.id,
      language,
      width: Math.max(width, 680),
      height: bottom + 70,
      title: word('title'),
      description: word('says', {
        pairs: map.cells.length,
        gaps: map.gaps,
        findings: map.findings,
      }),
    },
    body,
  );
}

/** The gap map in words: one line for every pair that somebody studied, and one that counts the gaps. */
export function gapMapText(map: GapMap, language: Language): readonly string[] {
  const word = (key: string, params: Record<string, string | number> = {}): string =>
    say(language, `evidence.gap-map.${key}`, params);
  return [
    word('says', { pairs: map.cells.length, gaps: map.gaps, findings: map.findings }),
    ...map.cells.filter(({ studies }) => studies > 0).map((cell) => nameOf(map, cell, language, word)),
  ];
}

function nameOf(
  map: GapMap,
  cell: GapMapCell,
  language: Language,
  word: (key: string, params: Record<string, string | number>) => string,
): string {
  const [row, column] = [map.rows[cell.row]!, map.columns[cell.column]!];
  return word(cell.studies === 0 ? 'gap' : 'cell', {
    row: labelIn(language, row.label, row.id),
    column: labelIn(language, column.label, column.id),
    studies: cell.studies,
    citable: cell.citable,
    grade: cell.grade ?? '',
  });
}

function bubble({ row, column, studies, grade }: GapMapCell, most: number, name: string): readonly string[] {
  const [x, y] = [LABELS + CELL * column, HEAD + CELL * row];
  const [cx, cy] = [x + CELL / 2, y + CELL / 2];
  const frame = `<rect x="${x}" y="${y}" width="${CELL}" height="${CELL}" fill="none" stroke="#e3e6e2"/>`;
  if (grade === null)
    return [frame, `<path d="M${cx - 3} ${cy}h6" stroke="#b9bfb9"><title>${escapeXml(name)}</title></path>`];
  const { fill, ink } = GRADE_COLOURS[grade];
  const radius = pixel(Math.max(7, LARGEST * Math.sqrt(studies / most)));
  return [
    frame,
    `<g><title>${escapeXml(name)}</title><circle cx="${cx}" cy="${cy}" r="${radius}" fill="${fill}" stroke="#4c5755" stroke-width="0.6"/>`,
    svgText(cx, cy + 4, `${grade}${studies}`, `text-anchor="middle" font-size="10.5" fill="${ink}"`),
    '</g>',
  ];
}
