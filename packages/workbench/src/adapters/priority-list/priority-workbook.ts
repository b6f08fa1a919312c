import type { Language } from '@aftermine/science/base';
import type { PriorityRow } from '@aftermine/science/plan';
import { MU_PER_HA } from '@aftermine/science/site';
import type { PriorityReport } from '../../ports/index.ts';
import { at } from '../workbook/reference.ts';
import { blank, type Cell, formula, number, type Row, type Sheet, text } from '../workbook/sheet.ts';
import { writeWorkbook } from '../workbook/write-workbook.ts';
import { muOf, type PriorityWords, priorityWords } from './priority-words.ts';

/** Columns: rank, unit, name, village, ha, mu, danger, need, problems, package, year, cost, added up, paid for. */
const COLUMNS = [
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
  'year',
  'cost',
  'cumulated',
  'within',
] as const;
const WIDTHS = [6, 12, 18, 12, 11, 12, 26, 10, 26, 34, 9, 14, 14, 10];
const NUMBERS: ReadonlySet<string> = new Set(['area-ha', 'area-mu', 'need', 'cost', 'cumulated']);
const [AREA, COST, CUMULATED] = [4, 11, 12] as const;

/** The priority list as a workbook: areas in mu and added-up costs are formulas over what an officer may correct. */
export function priorityWorkbook(report: PriorityReport, language: Language): Uint8Array {
  const words = priorityWords(report, language);
  const opening: Row[] = [[text(words.title, 'title')], ...words.lead.map((line) => [text(line, 'note')])];
  const headRow = opening.length + 1;
  const { rows, lastWithin, budget } = report.list;
  const body: Row[] = [];
  for (const row of rows) {
    const line = headRow + body.length + 1;
    body.push(cellsOf(row, words, line, body.length === 0));
  }
  const sheet: Sheet = {
    name: words.tell('sheet'),
    rows: [
      ...opening,
      COLUMNS.map((id) => text(words.tell(`col.${id}`), NUMBERS.has(id) ? 'headNumber' : 'head')),
      ...body,
      [],
      ...(words.line === null || budget === null
        ? []
        : [[text(`${words.line} ${words.tell('col.rank')}: ${lastWithin ?? 0}`, 'note')]]),
      [text(words.tell('method.title'), 'section')],
      ...words.method.map((line) => [text(line, 'note')]),
    ],
    widths: WIDTHS,
    headRow,
    frozenColumns: 3,
    filter: [headRow, headRow + body.length],
    orientation: 'landscape',
  };
  return writeWorkbook([sheet], { title: words.title, language });
}

function cellsOf(row: PriorityRow, words: PriorityWords, line: number, first: boolean): Row {
  const known = (value: number | null, style: 'amount' | 'whole' | 'year'): Cell =>
    value === null ? text(words.tell('unknown')) : number(value, style);
  return [
    row.rank === null ? blank('count') : number(row.rank, 'count'),
    text(row.unit),
    text(row.name ?? ''),
    text(row.village ?? ''),
    number(row.areaHa, 'amount'),
    formula(`${at(AREA, line)}*${MU_PER_HA}`, muOf(row.areaHa), 'amount'),
    text(words.risk(row), row.risk === 'danger' ? 'warn' : 'wrapped'),
    known(row.need, 'amount'),
    text(words.problems(row), 'wrapped'),
    text(words.package(row), 'wrapped'),
    row.year === null ? blank('year') : number(row.year, 'year'),
    row.cost === null ? blank('whole') : number(row.cost, 'whole'),
    row.cumulated === null
      ? blank('whole')
      : formula(
          first ? at(COST, line) : `${at(CUMULATED, line - 1)}+${at(COST, line)}`,
          row.cumulated,
          'whole',
        ),
    text(words.within(row), row.within === false ? 'warn' : 'text'),
  ];
}
