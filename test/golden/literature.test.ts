import { readFileSync } from 'node:fs';
import {
  type LiteratureFile,
  type Reference,
  readLiterature,
  writeBibtex,
  writeCslJson,
  writeCsv,
  writeGbt7714,
  writeRis,
} from '@aftermine/science/evidence';
import { expect, test } from 'vitest';
import { decodeText } from '../../packages/workbench/src/adapters/literature/decode-text.ts';
import { describeWithData, golden } from '../golden.ts';

/** Records, and those with a title, an abstract, a DOI, a year; persons named as authors. */
type Counts = readonly [
  records: number,
  titles: number,
  abstracts: number,
  dois: number,
  years: number,
  authors: number,
];

/**
 * Counted without Aftermine: RIS by its tags (lines beginning TI or T1, AB or N2, DO, PY or Y1 with a year, AU or A1),
 * the Web of Science table by its columns, CSV with Python's csv module (`NA` is missing), EndNote XML with Python's
 * ElementTree, the two Chinese excerpts by eye. `@iebh/reflib` 2.3 finds the same in every RIS file and in the XML but
 * for what it does not read: N2 and Y1 (Embase, Ovid); A2 and A4 are authors to it, and `10 15` a year.
 */
const counted: Readonly<Record<string, readonly [dialect: string, counts: Counts]>> = {
  'avian_ecology_bibliography.ris': ['ris', [20, 20, 20, 20, 20, 85]],
  'eco_bbwo_scopus.ris': ['ris', [92, 92, 89, 82, 92, 333]],
  'fmt_baseline_zotero.ris': ['ris', [100, 100, 98, 100, 100, 648]],
  'fmt_embase.ris': ['ris', [6, 6, 6, 6, 6, 29]],
  'fmt_faulty_year.ris': ['ris', [1, 1, 1, 0, 0, 0]],
  'fmt_ovid_psycinfo.ris': ['ris', [6, 6, 6, 6, 6, 32]],
  'fmt_pubmed_endnote.txt': ['ris', [6, 6, 6, 6, 6, 50]],
  'fmt_ris_issue_992.txt': ['ris', [19, 19, 8, 3, 19, 13]],
  'fmt_scopus.ris': ['ris', [10, 10, 10, 10, 10, 68]],
  'fmt_wos_asreview.txt': ['ris', [10, 10, 10, 10, 10, 36]],
  'fmt_wos_test.ris': ['ris', [50, 50, 49, 37, 50, 207]],
  'eco_borealis_WoS_tab.txt': ['wos-tab', [163, 163, 163, 132, 163, 588]],
  'iebh_copper.xml': ['endnote-xml', [505, 505, 498, 379, 505, 2602]],
  'fmt_cnki_estudy_excerpt.txt': ['cnki-estudy', [1, 1, 0, 0, 1, 1]],
  'fmt_cnki_noteexpress_excerpt.net': ['noteexpress', [5, 5, 0, 0, 5, 7]],
  'fmt_generic_labels.csv': ['generic-csv', [6, 6, 6, 0, 6, 12]],
  // The authors of this table are glued together (`Adeli K.Lewis G. F.`): one begins at the start of each of its 1845
  // cells and behind each of 10293 points with a word directly behind them.
  'asysd_labelled_test_set.csv': ['generic-csv', [1845, 1845, 1812, 1353, 1845, 12138]],
  'screen_ACEInhibitors.csv': ['generic-csv', [2544, 2518, 2214, 0, 2518, 12734]],
  // Names between commas and `and`, `Jr.` and `III` apart: 8011, of which one cell (`d. van, V, B. Vanheel and I. Leusen`)
  // is garbled and read as two.
  'screen_Bannach-Brown_2019.csv': ['generic-csv', [1993, 1993, 1599, 0, 1993, 8009]],
  'screen_ADHD.csv': ['generic-csv', [851, 827, 781, 0, 827, 4135]],
};

const files = new Map<string, LiteratureFile>();

/** Each file is read once. */
function read(name: string): LiteratureFile {
  const known = files.get(name);
  if (known !== undefined) return known;
  const file = readLiterature(name, decodeText(readFileSync(golden(`evidence/${name}`)), name).text);
  files.set(name, file);
  return file;
}

describeWithData('exports of real databases are read whole', golden('evidence'), () => {
  for (const [name, [dialect, wanted]] of Object.entries(counted))
    test(`${name}: counts of an independent reader`, () => {
      const { dialects, references, ledger } = read(name);
      const having = (has: (reference: (typeof references)[number]) => boolean): number =>
        references.filter(has).length;
      expect(dialects).toEqual([dialect]);
      expect([
        references.length,
        having(({ title }) => title !== null),
        having(({ abstract }) => abstract !== null),
        having(({ doi }) => doi !== null),
        having(({ year }) => year !== null),
        references.reduce((sum, { authors }) => sum + authors.length, 0),
      ]).toEqual(wanted);
      expect(ledger.failed).toEqual([]);
      expect(ledger.records).toBe(wanted[0]);
      expect([ledger.noTitle, ledger.noAbstract, ledger.noDoi, ledger.noYear]).toEqual(
        [1, 2, 3, 4].map((i) => wanted[0] - wanted[i]!),
      );
    });

  test('every year of the Web of Science RIS file is that of its PY line, mixed line ends and all', () => {
    const text = decodeText(readFileSync(golden('evidence/fmt_wos_test.ris')), 'wos').text;
    const lines = text.split(/\r\n|\n|\r/).filter((line) => line.startsWith('PY  - '));
    expect(lines).toHaveLength(50);
    expect(read('fmt_wos_test.ris').references.map(({ year }) => `PY  - ${year}`)).toEqual(lines);
  });

  test('the labelled set is Western text that is neither UTF-8 nor GB 18030', () => {
    const { encoding, remarks } = decodeText(
      readFileSync(golden('evidence/asysd_labelled_test_set.csv')),
      'asysd',
    );
    expect(encoding).toBe('windows-1252');
    expect(remarks.map(({ key }) => key)).toEqual(['evidence.decoding.guessed']);
  });

  test('pages that a spreadsheet turned into dates are told', () => {
    expect(read('asysd_labelled_test_set.csv').ledger.remarks.map(({ key }) => key)).toContain(
      'evidence.import.date-pages',
    );
  });

  for (const name of Object.keys(counted))
    test(`${name}: raw texts, failed and outside text are the file, nothing more and nothing less`, () => {
      const { text } = decodeText(readFileSync(golden(`evidence/${name}`)), name);
      const file = read(name);
      const pieces = [
        ...file.references.map(({ raw }, i) => [file.starts[i]!, raw] as const),
        ...file.outside.map(({ start, raw }) => [start, raw] as const),
      ].sort((a, b) => a[0] - b[0]);
      let at = 0;
      for (const [start, raw] of pieces) {
        expect(text.slice(at, start).trim()).toBe('');
        expect(text.startsWith(raw, start)).toBe(true);
        at = start + raw.length;
      }
      expect(text.slice(at).trim()).toBe('');
    });
});

describeWithData('written and read back, no field of a real export is lost', golden('evidence'), () => {
  const writers = { ris: writeRis, csl: writeCslJson, bibtex: writeBibtex, csv: writeCsv };
  for (const name of Object.keys(counted))
    for (const [format, write] of Object.entries(writers))
      test(`${name} as ${format}`, () => {
        const references = read(name).references.slice(0, MOST_WRITTEN);
        const back = readLiterature(name, write(references)).references;
        expect(back.map(said)).toEqual(references.map(said));
      });

  test('of GB/T 7714 title, year, volume, issue, pages and DOI of papers come back', () => {
    const references = read('fmt_scopus.ris').references;
    const held = ({ type, title, year, journal, volume, issue, doi }: Reference): unknown => [
      type,
      title,
      year,
      journal,
      volume,
      issue,
      doi,
    ];
    expect(readLiterature('list', writeGbt7714(references)).references.map(held)).toEqual(
      references.map(held),
    );
  });
});

/** Of large files, so that the test stays quick. */
const MOST_WRITTEN = 40;

/** Everything but where it stood. */
function said({
  key: _key,
  dialect: _dialect,
  raw: _raw,
  ...fields
}: Reference): Omit<Reference, 'key' | 'dialect' | 'raw'> {
  return fields;
}

describeWithData('files beside them that are no literature', golden('evidence'), () => {
  for (const name of [
    'PRISMA2020_template.csv',
    'meta_dat.bcg.txt',
    'meta_bcg_RR_golden.csv',
    'golden.json',
    'claims.yaml',
  ])
    test(`${name} is refused with the reason`, () => {
      expect(() => read(name)).toThrow(/E-EVI-101/);
    });
});
