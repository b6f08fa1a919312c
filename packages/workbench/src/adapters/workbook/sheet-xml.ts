import { at, columnLetters } from './reference.ts';
import { rowHeight } from './row-height.ts';
import type { Cell, Sheet } from './sheet.ts';
import { styleIndex } from './styles-xml.ts';
import { cellText, xmlText } from './xml-text.ts';

/** Text that a spreadsheet would read as a formula if somebody typed it. */
const LIKE_A_FORMULA = /^[=+\-@\t\r]/;

/** Rows encoded together: short of the longest string there may be. */
const ROWS_AT_ONCE = 5000;

/** `xl/worksheets/sheetN.xml` */
export function sheetXml(sheet: Sheet): Uint8Array {
  const { rows, widths, filter, orientation } = sheet;
  const columns = sheet.widths.length;
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [encoder.encode(openingXml(sheet, columns))];
  for (let first = 0; first < rows.length; first += ROWS_AT_ONCE) {
    const some = rows.slice(first, first + ROWS_AT_ONCE).map((row, i) => {
      const line = first + i + 1;
      const height = rowHeight(row, widths);
      const sized = height === null ? '' : ` ht="${height}" customHeight="1"`;
      return `<row r="${line}"${sized}>${row.map((cell, column) => cellXml(cell, at(column, line))).join('')}</row>`;
    });
    parts.push(encoder.encode(some.join('')));
  }
  const range = filter === undefined ? '' : `A${filter[0]}:${columnLetters(columns - 1)}${filter[1]}`;
  parts.push(
    encoder.encode(
      [
        '</sheetData>',
        range === '' ? '' : `<autoFilter ref="${range}"/>`,
        '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
        // A4, as wide as one page.
        `<pageSetup paperSize="9" orientation="${orientation}" fitToWidth="1" fitToHeight="0"/>`,
        '<headerFooter><oddFooter>&amp;L&amp;F&amp;C&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter>',
        '</worksheet>',
      ].join(''),
    ),
  );
  return joined(parts);
}

function openingXml({ widths, headRow, frozenColumns, rows }: Sheet, columns: number): string {
  const split = `${frozenColumns > 0 ? ` xSplit="${frozenColumns}"` : ''} ySplit="${headRow}"`;
  const pane = frozenColumns > 0 ? 'bottomRight' : 'bottomLeft';
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<dimension ref="A1:${at(columns - 1, Math.max(1, rows.length))}"/>`,
    '<sheetViews><sheetView showGridLines="0" workbookViewId="0">',
    `<pane${split} topLeftCell="${at(frozenColumns, headRow + 1)}" activePane="${pane}" state="frozen"/>`,
    `<selection pane="${pane}" activeCell="${at(frozenColumns, headRow + 1)}" sqref="${at(frozenColumns, headRow + 1)}"/>`,
    '</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>',
    ...widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`),
    '</cols><sheetData>',
  ].join('');
}

function cellXml(cell: Cell | null, place: string): string {
  if (cell === null) return '';
  if ('text' in cell) {
    const style = styleIndex(cell.style, LIKE_A_FORMULA.test(cell.text));
    return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${cellText(cell.text)}</t></is></c>`;
  }
  const style = styleIndex(cell.style);
  if ('blank' in cell) return `<c r="${place}" s="${style}"/>`;
  if ('number' in cell)
    return Number.isFinite(cell.number)
      ? `<c r="${place}" s="${style}"><v>${cell.number}</v></c>`
      : `<c r="${place}" s="${style}"/>`;
  const { formula, cached } = cell;
  return typeof cached === 'number'
    ? `<c r="${place}" s="${style}"><f>${xmlText(formula)}</f><v>${cached}</v></c>`
    : `<c r="${place}" s="${style}" t="str"><f>${xmlText(formula)}</f><v>${cellText(cached)}</v></c>`;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const part of parts) {
    all.set(part, offset);
    offset += part.length;
  }
  return all;
}
