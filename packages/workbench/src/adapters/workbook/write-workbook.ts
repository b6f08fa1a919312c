import { strToU8, zipSync } from 'fflate';
import { columnLetters, onSheet } from './reference.ts';
import type { Sheet } from './sheet.ts';
import { sheetXml } from './sheet-xml.ts';
import { stylesXml } from './styles-xml.ts';
import { xmlText } from './xml-text.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** Equal content gives equal bytes: entries bear the earliest date a zip can. */
const STAMP = new Date(1980, 0, 1);

/** Rows look much alike: a low level packs them nearly as well, several times faster. */
const LEVEL = 2;

export interface WorkbookMeta {
  readonly title: string;
  readonly language: 'en' | 'zh';
}

/**
 * An Office Open XML workbook: styles, formulas with the values they come to, frozen headings, print titles.
 *
 * @source ECMA-376-1 (SpreadsheetML)
 */
export function writeWorkbook(sheets: readonly Sheet[], { title, language }: WorkbookMeta): Uint8Array {
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8(contentTypesXml(sheets.length)),
    '_rels/.rels': strToU8(
      relationships([
        [`${OFFICE}/officeDocument`, 'xl/workbook.xml'],
        [`${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
      ]),
    ),
    'docProps/core.xml': strToU8(
      `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xmlText(title)}</dc:title><dc:creator>Aftermine</dc:creator><dc:language>${language}</dc:language></cp:coreProperties>`,
    ),
    'xl/workbook.xml': strToU8(workbookXml(sheets)),
    'xl/_rels/workbook.xml.rels': strToU8(
      relationships([
        ...sheets.map((_, i) => [`${OFFICE}/worksheet`, `worksheets/sheet${i + 1}.xml`] as const),
        [`${OFFICE}/styles`, 'styles.xml'],
      ]),
    ),
    'xl/styles.xml': strToU8(stylesXml(language)),
  };
  sheets.forEach((sheet, i) => {
    files[`xl/worksheets/sheet${i + 1}.xml`] = sheetXml(sheet);
  });
  return zipSync(files, { mtime: STAMP, level: LEVEL });
}

function workbookXml(sheets: readonly Sheet[]): string {
  const list = sheets.map(
    ({ name }, i) => `<sheet name="${xmlText(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
  );
  const titles = sheets.map(
    ({ name, headRow }, i) =>
      `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">${xmlText(onSheet(name, `$${headRow}:$${headRow}`))}</definedName>`,
  );
  // A list that may be filtered is named so by the programs that write one.
  const filters = sheets.flatMap(({ name, filter, widths }, i) =>
    filter === undefined
      ? []
      : [
          `<definedName name="_xlnm._FilterDatabase" localSheetId="${i}" hidden="1">${xmlText(
            onSheet(name, `$A$${filter[0]}:$${columnLetters(widths.length - 1)}$${filter[1]}`),
          )}</definedName>`,
        ],
  );
  return [
    `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView activeTab="0"/></bookViews>`,
    `<sheets>${list.join('')}</sheets>`,
    `<definedNames>${[...filters, ...titles].join('')}</definedNames><calcPr calcId="191029"/></workbook>`,
  ].join('');
}

function relationships(list: readonly (readonly [type: string, target: string])[]): string {
  const items = list.map(
    ([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`;
}

function contentTypesXml(sheets: number): string {
  const parts = [
    ['xl/workbook.xml', `${CONTENT}.sheet.main+xml`],
    ['xl/styles.xml', `${CONTENT}.styles+xml`],
    ...Array.from({ length: sheets }, (_, i) => [
      `xl/worksheets/sheet${i + 1}.xml`,
      `${CONTENT}.worksheet+xml`,
    ]),
    ['docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
  ].map(([name, type]) => `<Override PartName="/${name}" ContentType="${type}"/>`);
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${parts.join('')}</Types>`;
}
