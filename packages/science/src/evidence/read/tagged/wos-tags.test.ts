import { describe, expect, test } from 'vitest';
import { readLiterature } from '../read-literature.ts';

const PLAIN = `FN Clarivate Analytics Web of Science
VR 1.0
PT J
AU Husinka, L
   Koerner, PH
AF Husinka, Lakyn
   Koerner, Pamela H.
TI Review of cyclin-dependent inhibitors in the treatment of
   advanced cancer
SO JOURNAL OF DRUG ASSESSMENT
DE side
   effects; safety
ID WOMEN; RISK
AB Objective
   To review.
SN 1369-9474
EI 2155-6660
PD DEC 15
PY 2021
VL 10
IS 1
AR 6
DI 10.1080/21556660.2020.1857103
CR ACS, 2020, BREAST
   Finn RS, 2016, J CLIN ONCOL
UT WOS:000602649200001
ER

PT J
AU LAMBERT, FR
TI SECOND
PY 1992
BP 443
EP 457
ER

EF`;

describe('Web of Science, tagged', () => {
  const file = readLiterature('savedrecs.txt', PLAIN);
  const [first, second] = file.references;

  test('is known by its lines and not by the name of the file', () => {
    expect(file.dialects).toEqual(['wos-plain']);
    expect(file.ledger).toMatchObject({ records: 2, parsed: 2, remarks: [] });
  });

  test('takes full names, undoes wrapping, parts keywords at semicolons only', () => {
    expect(first).toMatchObject({
      title: 'Review of cyclin-dependent inhibitors in the treatment of advanced cancer',
      keywords: ['side effects', 'safety', 'WOMEN', 'RISK'],
      abstract: 'Objective To review.',
      issn: '1369-9474',
      accession: 'WOS:000602649200001',
    });
    expect(first!.authors.map(({ family, given }) => `${given} ${family}`)).toEqual([
      'Lakyn Husinka',
      'Pamela H. Koerner',
    ]);
    expect(second!.authors).toEqual([{ family: 'LAMBERT', given: 'FR', literal: 'LAMBERT, FR' }]);
  });

  test('keeps an article number apart from pages, and cited references one a line', () => {
    expect(first).toMatchObject({ articleNumber: '6', pages: null });
    expect(second).toMatchObject({ articleNumber: null, pages: '443-457' });
    expect(first!.other).toContainEqual(['CR', 'ACS, 2020, BREAST\nFinn RS, 2016, J CLIN ONCOL']);
    expect(first!.other).toContainEqual(['EI', '2155-6660']);
  });

  test('leaves head and end of the file outside of records', () => {
    expect(file.outside.map(({ raw }) => raw)).toEqual(['FN Clarivate Analytics Web of Science\nVR 1.0\n']);
    expect(second!.raw.endsWith('EF')).toBe(true);
  });
});

describe('Web of Science, table', () => {
  test('has no quoting: a quote is a letter', () => {
    const text =
      '\ufeffPT\tAU\tAF\tTI\tPY\tDI\rJ\tDoe, J\tDoe, Jane\t"Green" mines\t2001\t\rJ\tA, B; C, D\t\tSecond\t2002\t10.1000/x\r';
    const { references, dialects } = readLiterature('savedrecs.xls', text);
    expect(dialects).toEqual(['wos-tab']);
    expect(references.map(({ title, year, doi }) => [title, year, doi])).toEqual([
      ['"Green" mines', 2001, null],
      ['Second', 2002, '10.1000/x'],
    ]);
    expect(references[0]!.authors[0]!.given).toBe('Jane');
    expect(references[1]!.authors).toHaveLength(2);
  });
});
