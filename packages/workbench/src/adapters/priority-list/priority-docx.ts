import type { Language } from '@aftermine/science/base';
import type { PriorityRow } from '@aftermine/science/plan';
import { numberText } from '@aftermine/science/report/observation';
import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { PriorityReport } from '../../ports/index.ts';
import { muOf, type PriorityWords, priorityWords } from './priority-words.ts';
import { withFixedDates } from './with-fixed-dates.ts';

/** Faces by name, as offices have them; nothing is embedded. */
const FACES = {
  zh: { text: '仿宋_GB2312', head: '黑体' },
  en: { text: 'Times New Roman', head: 'Arial' },
} as const;
/** Shares of the width, in percent. */
const WIDTHS = [6, 8, 11, 8, 8, 8, 15, 7, 12, 20] as const;
const MONEY_WIDTHS = [10, 10] as const;
const HAIR = { style: BorderStyle.SINGLE, size: 4, color: '8A938E' } as const;
const NUMBERS: ReadonlySet<number> = new Set([4, 5, 7, 10, 11]);

/** The priority list as a document for a filing: A4 across, the head of the table on every page, the line of the budget drawn. */
export async function priorityDocx(report: PriorityReport, language: Language): Promise<Uint8Array> {
  const words = priorityWords(report, language);
  const face = FACES[language];
  const plain = (
    text: string,
    options: { bold?: boolean; size?: number; head?: boolean; colour?: string } = {},
  ): TextRun =>
    new TextRun({
      text,
      bold: options.bold ?? false,
      size: options.size ?? 21,
      ...(options.colour === undefined ? {} : { color: options.colour }),
      font: {
        ascii: 'Times New Roman',
        eastAsia: options.head === true ? face.head : face.text,
        hAnsi: 'Times New Roman',
      },
    });
  const paragraph = (text: string): Paragraph =>
    new Paragraph({
      children: [plain(text)],
      spacing: { after: 80 },
      ...(language === 'zh' ? { indent: { firstLine: 420 } } : {}),
    });
  const document = new Document({
    creator: 'Aftermine',
    title: words.title,
    styles: { default: { document: { run: { font: face.text, size: 21 } } } },
    sections: [
      {
        properties: {
          page: {
            size: {
              orientation: PageOrientation.LANDSCAPE,
              width: convertMillimetersToTwip(210),
              height: convertMillimetersToTwip(297),
            },
            margin: { top: 1000, bottom: 900, left: 900, right: 900 },
          },
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [
                  new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], size: 18 }),
                ],
              }),
            ],
          }),
        },
        children: [
          new Paragraph({
            heading: HeadingLevel.HEADING_1,
            alignment: AlignmentType.CENTER,
            spacing: { after: 160 },
            children: [
              new TextRun({
                text: words.title,
                bold: true,
                size: 36,
                color: '000000',
                font: { ascii: 'Arial', eastAsia: face.head, hAnsi: 'Arial' },
              }),
            ],
          }),
          ...words.lead.map(paragraph),
          table(report, words, plain),
          new Paragraph({
            heading: HeadingLevel.HEADING_2,
            spacing: { before: 200, after: 80 },
            children: [
              plain(words.tell('method.title'), { bold: true, size: 24, head: true, colour: '000000' }),
            ],
          }),
          ...words.method.map(paragraph),
          new Paragraph({
            spacing: { before: 300 },
            children: [
              plain(
                (['sign.unit', 'sign.check', 'sign.date'] as const)
                  .map((key) => words.tell(key))
                  .join(' '.repeat(36)),
              ),
            ],
          }),
        ],
      },
    ],
  });
  return withFixedDates(new Uint8Array(await Packer.toBuffer(document)));
}

type Plain = (
  text: string,
  options?: { bold?: boolean; size?: number; head?: boolean; colour?: string },
) => TextRun;

function table({ list }: PriorityReport, words: PriorityWords, plain: Plain): Table {
  const widths = [...WIDTHS, ...MONEY_WIDTHS];
  const total = widths.reduce((sum, width) => sum + width, 0);
  const cell = (
    text: string,
    column: number,
    options: { bold?: boolean; fill?: string; span?: number } = {},
  ): TableCell =>
    new TableCell({
      width: { size: (100 * widths[column]!) / total, type: WidthType.PERCENTAGE },
      verticalAlign: VerticalAlign.CENTER,
      margins: { top: 30, bottom: 30, left: 60, right: 60 },
      borders: { top: HAIR, bottom: HAIR, left: HAIR, right: HAIR },
      ...(options.fill === undefined ? {} : { shading: { fill: options.fill } }),
      ...(options.span === undefined ? {} : { columnSpan: options.span }),
      children: [
        new Paragraph({
          alignment:
            NUMBERS.has(column) && options.span === undefined ? AlignmentType.RIGHT : AlignmentType.LEFT,
          children: [plain(text, { bold: options.bold ?? false, size: 18 })],
        }),
      ],
    });
  const heads = [
    ...(
      [
        'rank',
        'unit',
        'name',
        'village',
        'area-ha',
        'area-mu',
        'risk',
        'need',
        'problems',
        'package',
      ] as const
    ).map((id) => words.tell(`col.${id}`)),
    `${words.tell('col.cost')} (${words.currency})`,
    `${words.tell('col.cumulated')} (${words.currency})`,
  ];
  const line = (text: string): TableRow =>
    new TableRow({
      cantSplit: true,
      children: [cell(text, 0, { bold: true, fill: 'F3E3C8', span: widths.length })],
    });
  const rows: TableRow[] = [];
  let drawn = words.line === null;
  let below = false;
  for (const row of list.rows) {
    if (!drawn && row.within !== true) {
      rows.push(line(words.line!));
      drawn = true;
    }
    if (!below && row.rank === null) {
      rows.push(line(words.tell('below')));
      below = true;
    }
    rows.push(
      new TableRow({
        cantSplit: true,
        children: cellTexts(row, words).map((text, column) => cell(text, column)),
      }),
    );
  }
  if (!drawn) rows.push(line(words.line!));
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: heads.map((head, column) => cell(head, column, { bold: true, fill: 'E3EAE6' })),
      }),
      ...rows,
    ],
  });
}

function cellTexts(row: PriorityRow, words: PriorityWords): string[] {
  const { language } = words;
  const amount = (value: number | null, digits: number): string =>
    value === null ? '–' : numberText(language, value, digits);
  const year = row.year === null ? '' : ` (${row.year})`;
  return [
    row.rank === null ? '–' : String(row.rank),
    row.unit,
    row.name ?? '',
    row.village ?? '',
    amount(row.areaHa, 2),
    amount(muOf(row.areaHa), 1),
    words.risk(row),
    amount(row.need, 2),
    words.problems(row),
    `${words.package(row)}${year}`,
    amount(row.cost, 0),
    amount(row.cumulated, 0),
  ];
}
