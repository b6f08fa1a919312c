import { AftermineError } from '@aftermine/science/base';
import type { FieldNote } from '@aftermine/science/control';
import type { FieldNoteFile, FieldNoteProblem, FieldNotes } from '../../ports/index.ts';
import { readSheets } from './read-sheets.ts';
import { isoDate } from './sample-cells.ts';
import { cellText, type Table, tableOf } from './table.ts';

type Column = 'unit' | 'date' | 'works' | 'alive' | 'dead' | 'cost' | 'note';

/** Names a column may have, in lower case. */
const NAMES: Readonly<Record<Column, readonly string[]>> = {
  unit: ['unit', 'unit_id', 'id', '图斑', '图斑编号', '图斑号', '单元'],
  date: ['date', 'day', '日期', '时间', '检查日期'],
  works: ['works', 'status', '工程', '工程状态', '施工状态'],
  alive: ['alive', '成活', '成活株数', '成活数'],
  dead: ['dead', '死亡', '死亡株数', '死亡数'],
  cost: ['cost', 'paid', '费用', '支付', '支付金额'],
  note: ['note', 'notes', 'remark', '备注', '说明'],
};

const WORKS: Readonly<Record<NonNullable<FieldNote['works']>, readonly string[]>> = {
  begun: ['begun', 'started', 'in progress', '已开工', '开工', '施工中'],
  done: ['done', 'finished', 'complete', 'completed', '完工', '已完工', '竣工'],
  postponed: ['postponed', 'not begun', 'delayed', '推迟', '未开工', '延期'],
};

/** Field notes from CSV, tab-separated text or XLSX. */
export class FileFieldNotes implements FieldNotes {
  async read(path: string, units: ReadonlySet<string>): Promise<FieldNoteFile> {
    const { sheets } = await readSheets(path);
    for (const sheet of sheets) {
      const table = tableOf(sheet, (names) => columnsOf(names).size);
      if (table === null) continue;
      const columns = columnsOf(table.header);
      if (columns.has('unit') && columns.has('date')) return rowsOf(table, columns, units);
    }
    throw new AftermineError('InvalidInput', 'E-CTL-311', {
      where: path,
      expected: `${NAMES.unit[0]}, ${NAMES.date[0]}`,
      got: sheets.map(({ rows }) => (rows[0]?.cells ?? []).slice(0, 8).map(cellText).join(', ')).join('; '),
    });
  }
}

function columnsOf(header: readonly string[]): ReadonlyMap<Column, number> {
  const columns = new Map<Column, number>();
  header.forEach((name, at) => {
    const plain = name.trim().toLowerCase();
    for (const [column, names] of Object.entries(NAMES))
      if (names.includes(plain) && !columns.has(column as Column)) columns.set(column as Column, at);
  });
  return columns;
}

function rowsOf(
  { rows }: Table,
  columns: ReadonlyMap<Column, number>,
  units: ReadonlySet<string>,
): FieldNoteFile {
  const notes: FieldNote[] = [];
  const problems: FieldNoteProblem[] = [];
  for (const { cells, number: row } of rows) {
    const text = (column: Column): string => {
      const at = columns.get(column);
      return at === undefined ? '' : cellText(cells[at]).trim();
    };
    if (cells.every((cell) => cellText(cell).trim() === '')) continue;
    const fail = (key: string, params: FieldNoteProblem['params']): void => {
      problems.push({ key, params, row });
    };
    const date = isoDate(text('date'));
    if (!units.has(text('unit'))) fail('field-note.unknown-unit', { unit: text('unit') });
    else if (date === null) fail('field-note.no-date', { date: text('date') });
    else {
      const works = worksOf(text('works'));
      const [alive, dead, cost] = (['alive', 'dead', 'cost'] as const).map((column) =>
        numberOf(text(column)),
      );
      if (works === undefined) fail('field-note.works', { works: text('works') });
      else if (alive === undefined || dead === undefined || cost === undefined)
        fail('field-note.number', { values: [text('alive'), text('dead'), text('cost')].join(', ') });
      else
        notes.push({
          unit: text('unit'),
          date,
          works,
          alive: alive!,
          dead: dead!,
          cost: cost!,
          note: text('note') === '' ? null : text('note'),
        });
    }
  }
  return { notes, problems };
}

/** Null for an empty cell, undefined for what is no word of ours. */
function worksOf(text: string): FieldNote['works'] | undefined {
  if (text === '') return null;
  const plain = text.toLowerCase();
  for (const [state, words] of Object.entries(WORKS))
    if (words.includes(plain)) return state as FieldNote['works'];
  return undefined;
}

/** Null for an empty cell, undefined for what is no number of things or money. */
function numberOf(text: string): number | null | undefined {
  if (text === '') return null;
  const number = Number(text.replaceAll(/[,，\s]/g, ''));
  return Number.isFinite(number) && number >= 0 ? number : undefined;
}
