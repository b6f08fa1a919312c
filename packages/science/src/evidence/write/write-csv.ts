import { CARRIER } from '../read/carrier.ts';
import type { Reference } from '../record/index.ts';
import { type Carried, writeWithoutLoss } from './lost-fields.ts';

const LINE_END = '\r\n';
/** Spreadsheets read UTF-8 only with a mark. */
const MARK = '\ufeff';

/** Columns in order, and what stands in them. */
const COLUMNS: readonly (readonly [name: string, cell: (reference: Reference) => string | number | null])[] =
  [
    ['type', ({ type }) => type],
    ['title', ({ title }) => title],
    ['translated title', ({ otherTitle }) => otherTitle],
    ['authors', ({ authors }) => authors.map(({ literal }) => literal).join('; ')],
    ['year', ({ year }) => year],
    ['journal', ({ journal }) => journal],
    ['volume', ({ volume }) => volume],
    ['issue', ({ issue }) => issue],
    ['pages', ({ pages }) => pages],
    ['article number', ({ articleNumber }) => articleNumber],
    ['doi', ({ doi }) => doi],
    ['issn', ({ issn }) => issn],
    ['isbn', ({ isbn }) => isbn],
    ['accession', ({ accession }) => accession],
    ['publisher', ({ publisher }) => publisher],
    ['place', ({ place }) => place],
    ['language', ({ language }) => language],
    ['abstract', ({ abstract }) => abstract],
    ['keywords', ({ keywords }) => keywords.join('; ')],
    ['urls', ({ urls }) => urls.join('\n')],
    ['notes', ({ notes }) => notes.join('\n')],
  ];

/**
 * References as a CSV table after RFC 4180, UTF-8 with a mark for spreadsheets: one a row, names and keywords parted by
 * semicolons. What the columns cannot hold (other fields of the export, several notes) is carried as JSON in the last one.
 *
 * @source RFC 4180
 */
export function writeCsv(references: readonly Reference[]): string {
  return (
    MARK +
    writeWithoutLoss(references, (all, carried) =>
      [
        row([...COLUMNS.map(([name]) => name), CARRIER]),
        ...all.map((reference, i) =>
          row([...COLUMNS.map(([, cell]) => cell(reference)), carriedCell(carried[i] ?? null)]),
        ),
        '',
      ].join(LINE_END),
    )
  );
}

function carriedCell(carried: Carried): string {
  return carried ?? '';
}

function row(cells: readonly (string | number | null)[]): string {
  return cells
    .map((cell) => {
      const text = cell === null ? '' : String(cell);
      return /[",\n\r;\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    })
    .join(',');
}
