import type { Language } from '../../base/index.ts';
import { escapeMarkup } from '../../base/index.ts';

/** What every picture of this folder needs: a name for its ids, a size in pixels, and words for those who do not see it. */
export interface SvgFrame {
  /** Made part of the ids, so that two pictures can stand in one page; letters, digits and `-`. */
  readonly id: string;
  readonly language: Language;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  /** What the picture says, in a sentence or two. */
  readonly description: string;
}

/** A whole SVG text around its shapes: title and description for screen readers, fonts of the system, no outside reference. */
export function svgDocument(frame: SvgFrame, body: readonly string[]): string {
  const { width, height, language } = frame;
  const id = svgId(frame.id);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" lang="${language}" aria-labelledby="${id}-title ${id}-desc" font-family="system-ui, sans-serif" font-size="12" fill="#26302e">`,
    `<title id="${id}-title">${escapeXml(frame.title)}</title>`,
    `<desc id="${id}-desc">${escapeXml(frame.description)}</desc>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...body,
    '</svg>',
  ].join('');
}

/** A name that may be part of an id. */
export function svgId(name: string): string {
  return name.replace(/[^\w-]/g, '-');
}

/** Text that may stand in XML: markup escaped, characters that XML 1.0 forbids left out. */
export function escapeXml(text: string): string {
  const kept = [...text].filter((char) => {
    const code = char.codePointAt(0)!;
    return (
      (code >= 32 && (code < 0xd800 || code > 0xdfff) && code < 0xfffe) ||
      code > 0xffff ||
      code === 9 ||
      code === 10
    );
  });
  return escapeMarkup(kept.join(''));
}

/** One line of text. */
export function svgText(x: number, y: number, text: string, attributes = ''): string {
  return `<text x="${pixel(x)}" y="${pixel(y)}"${attributes === '' ? '' : ` ${attributes}`}>${escapeXml(text)}</text>`;
}

/** A coordinate with one decimal. */
export function pixel(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Width of a text in pixels, on the safe side: a Han character is as wide as it is high, a Latin one 0.55 of it. */
export function textWidth(text: string, size = 12): number {
  return [...text].reduce((sum, char) => sum + (isWide(char) ? size : 0.55 * size), 0);
}

/** A text in lines that fit a width: broken at spaces, between Han characters, and inside a word only where it is too long. */
export function wrapText(text: string, width: number, size = 12): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(/[^\S\u00a0]+|(?:[^\s\u2e80-\uffef]|\u00a0)+|[\u2e80-\uffef]/gu) ?? []) {
    if (textWidth(line + piece, size) <= width) {
      line += piece;
      continue;
    }
    if (line.trim() !== '') lines.push(line.trim());
    line = '';
    for (const char of piece.trim()) {
      if (line !== '' && textWidth(line + char, size) > width) {
        lines.push(line);
        line = '';
      }
      line += char;
    }
  }
  if (line.trim() !== '') lines.push(line.trim());
  return lines;
}

/** A text cut to a width, with an ellipsis where it was cut. */
export function fitText(text: string, width: number, size = 12): string {
  if (textWidth(text, size) <= width) return text;
  const chars = [...text];
  while (chars.length > 0 && textWidth(`${chars.join('')}…`, size) > width) chars.pop();
  return `${chars.join('').trimEnd()}…`;
}

/** A number with fixed decimals and a true minus sign; never a negative zero. */
export function numberText(value: number, digits = 2): string {
  const text = value.toFixed(digits);
  return Number(text) === 0 ? text.replace('-', '') : text.replace('-', '\u2212');
}

/** A probability as readers expect it: three decimals, or that it is smaller. */
export function probabilityText(p: number): string {
  return p < 0.001 ? '< 0.001' : `= ${p.toFixed(3)}`;
}

function isWide(char: string): boolean {
  const code = char.codePointAt(0)!;
  return code >= 0x2e80 && code !== 0xffff;
}
