import { describe, expect, test } from 'vitest';
import type { Reference } from '../../record/index.ts';
import { readLiterature } from '../read-literature.ts';

const read = (...lines: readonly string[]): readonly Reference[] =>
  readLiterature('a.ris', lines.join('\n')).references;
const one = (...lines: readonly string[]): Reference => read('TY  - JOUR', ...lines, 'ER  - ')[0]!;

describe('RIS', () => {
  test('is read alike with T1, A1, N2, Y1, JF and with TI, AU, AB, PY, T2', () => {
    const old = one('T1  - Spoil', 'A1  - Li, X', 'N2  - Text.', 'Y1  - 2010//', 'JF  - Soil');
    const now = one('TI  - Spoil', 'AU  - Li, X', 'AB  - Text.', 'PY  - 2010', 'T2  - Soil');
    expect({ ...old, raw: '' }).toEqual({ ...now, raw: '' });
    expect(old).toMatchObject({
      title: 'Spoil',
      year: 2010,
      journal: 'Soil',
      abstract: 'Text.',
      type: 'article-journal',
    });
    expect(old.other).toEqual([]);
  });

  test('ends a record at its ER line only: not at blank lines, not at ER in a text, not at `ER` alone', () => {
    const records = read(
      'TY  - JOUR',
      'TI  - First',
      'AB  - One line',
      '',
      'ER and after',
      'ER',
      'KW  - mine',
      'ER  -',
      'TY  - JOUR',
      'TI  - Second',
      'ER  - ',
    );
    expect(records.map(({ title }) => title)).toEqual(['First', 'Second']);
    expect(records[0]).toMatchObject({ abstract: 'One line\nER and after\nER', keywords: ['mine'] });
  });

  test('takes one blank between tag and hyphen where the record opens so, and only there', () => {
    expect(read('TY - JOUR', 'TI - One blank', 'PY - 1999', 'ER -')[0]).toMatchObject({
      title: 'One blank',
      year: 1999,
    });
    expect(one('TI  - MRI', 'AB  - Seen in', 'T1 - weighted images').abstract).toBe(
      'Seen in\nT1 - weighted images',
    );
    expect(one('AB  - Seen in', 'T1-weighted images').abstract).toBe('Seen in\nT1-weighted images');
  });

  test('goes on with lines that are no tag: keywords one a line, notes and abstracts line by line', () => {
    const reference = one(
      'TI  - A',
      ' long title',
      'KW  - birds',
      'mines',
      'N1  - First',
      'second',
      'AD  - Here',
      'there',
    );
    expect(reference).toMatchObject({
      title: 'A long title',
      keywords: ['birds', 'mines'],
      notes: ['First\nsecond'],
    });
    expect(reference.other).toEqual([['AD', 'Here\nthere']]);
  });

  test('finds the DOI in DO, in M3, in an address of the resolver, percent-encoded or not', () => {
    expect(one('TI  - A', 'DO  - http://dx.doi.org/10.1000/ab%28c%29').doi).toBe('10.1000/ab(c)');
    expect(one('TI  - A', 'M3  - doi:10.1000/XY').doi).toBe('10.1000/XY');
    expect(one('TI  - A', 'UR  - https://doi.org/10.1000/z').doi).toBe('10.1000/z');
    expect(one('TI  - A', 'M3  - Review')).toMatchObject({ doi: null, other: [['M3', 'Review']] });
  });

  test('keeps a second DOI that differs and drops one that repeats the first', () => {
    expect(one('TI  - A', 'DO  - 10.1000/a', 'DO  - 10.1000/A', 'DO  - 10.1000/b').other).toEqual([
      ['DO', '10.1000/b'],
    ]);
  });

  test('reads the first year of `1975-1976//`, none of `10 15`, and the date where no year is given', () => {
    expect(one('TI  - A', 'Y1  - 1975-1976//')).toMatchObject({ year: 1975, other: [['Y1', '1975-1976//']] });
    expect(one('TI  - A', 'PY  - 10 15')).toMatchObject({ year: null, other: [['PY', '10 15']] });
    expect(one('TI  - A', 'DA  - 2021/02/01/')).toMatchObject({ year: 2021, other: [['DA', '2021/02/01/']] });
  });

  test('joins first and last page, and knows that `No` to `Specified` is none', () => {
    expect(one('TI  - A', 'SP  - 134', 'EP  - 137').pages).toBe('134-137');
    expect(one('TI  - A', 'SP  - 349-69').pages).toBe('349-69');
    expect(one('TI  - A', 'SP  - No', 'EP  - Specified')).toMatchObject({
      pages: null,
      other: [
        ['SP', 'No'],
        ['EP', 'Specified'],
      ],
    });
  });

  test('takes the fullest name of the journal and keeps the others', () => {
    expect(one('JO  - J. Soil', 'T2  - Journal of Soil', 'J2  - JS')).toMatchObject({
      journal: 'Journal of Soil',
      other: [
        ['JO', 'J. Soil'],
        ['J2', 'JS'],
      ],
    });
    expect(one('JO  - J. Soil', 'JF  - J. Soil')).toMatchObject({ journal: 'J. Soil', other: [] });
  });

  test('reads Ovid: a number before each record, a tag and a sentence behind its end', () => {
    const text = [
      '1.',
      'TY  - JOUR',
      'T1  - First',
      'ER  - ',
      'NL  - Clin Psychol',
      '',
      'Link to the Ovid Full Text or citation: https://example.org/x',
      '',
      '2.',
      'TY  - JOUR',
      'T1  - Second',
      'ER  - ',
    ].join('\r\n');
    const { references, ledger } = readLiterature('ovid', text);
    expect(references.map(({ title }) => title)).toEqual(['First', 'Second']);
    expect(references[0]!.other).toEqual([['NL', 'Clin Psychol']]);
    expect(references[0]!.raw).toContain('Link to the Ovid');
    expect(references[1]!.raw.startsWith('2.\r\nTY')).toBe(true);
    expect(ledger.remarks).toEqual([]);
  });

  test('takes `[No abstract available]` for none, keeps ISSN apart from ISBN, and finds accession numbers', () => {
    const reference = one(
      'TI  - A',
      'AB  - [No abstract available]',
      'SN  - 20762615 (ISSN)',
      'SN  - 978-3-16-148410-0',
      'SN  - 1234-567x',
      'UR  - https://www.scopus.com/inward/record.uri?eid=2-s2.0-85214459603&partnerID=40',
    );
    expect(reference).toMatchObject({
      abstract: null,
      issn: '2076-2615',
      isbn: '978-3-16-148410-0',
      accession: '2-s2.0-85214459603',
      other: [['SN', '1234-567X']],
    });
  });

  test('leaves unknown tags and types in `other`, in the order of the file', () => {
    const [reference] = read('TY  - CASE', 'TI  - A', 'ZZ  - z', 'C3  - c', 'ER  - ');
    expect(reference).toMatchObject({ type: 'document' });
    expect(reference!.other).toEqual([
      ['TY', 'CASE'],
      ['ZZ', 'z'],
      ['C3', 'c'],
    ]);
  });

  test('keeps a record cut off at the end of the file, and one cut off before the next begins, and says so', () => {
    const file = readLiterature('cut', 'TY  - JOUR\nTI  - One\nTY  - JOUR\nTI  - Two\nAB  - Breaks o');
    expect(file.references.map(({ title }) => title)).toEqual(['One', 'Two']);
    expect(file.references[1]!.abstract).toBe('Breaks o');
    expect(file.ledger.remarks).toEqual([
      { key: 'evidence.import.record-not-closed', count: 2, lines: [1, 3], params: {} },
    ]);
  });

  test('reads a record whose opening line is missing', () => {
    const file = readLiterature('a', 'TY  - JOUR\nTI  - One\nER  - \n\nTI  - Two\nPY  - 2001\nER  - \n');
    expect(file.references.map(({ title, year }) => [title, year])).toEqual([
      ['One', null],
      ['Two', 2001],
    ]);
    expect(file.ledger.remarks.map(({ key }) => key)).toEqual(['evidence.import.record-not-opened']);
  });

  test('counts an empty record as failed, with its line and text', () => {
    const { references, ledger } = readLiterature('a', 'TY  - JOUR\nTI  - One\nER  - \nTY  - JOUR\nER  - \n');
    expect(references).toHaveLength(1);
    expect(ledger).toMatchObject({ records: 2, parsed: 1 });
    expect(ledger.failed).toEqual([
      {
        line: 4,
        raw: 'TY  - JOUR\nER  - \n',
        dialect: 'ris',
        reason: 'evidence.failed.nothing-said',
        params: {},
      },
    ]);
  });
});
