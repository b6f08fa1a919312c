import { expect, test } from 'vitest';
import { readLiterature } from '../read-literature.ts';

test('CSL-JSON gives names with particles, dates, bodies and variables without a place', () => {
  const { references, dialects } = readLiterature(
    'a.json',
    JSON.stringify([
      {
        id: 'x1',
        type: 'article-journal',
        title: 'Soils\nof  mines',
        'original-title': '矿山土壤',
        author: [
          { family: 'Schoot', given: 'Rens', 'non-dropping-particle': 'van de' },
          { literal: 'World Bank' },
          { family: '施', given: '洋' },
        ],
        issued: { 'date-parts': [[2019, 1, 5]] },
        'container-title': ['Soil'],
        page: '1-9',
        volume: 12,
        DOI: '10.1000/a',
        ISSN: ['0378-1127', '1872-7042'],
        keyword: 'mine, soil',
        'citation-number': '4',
        custom: { note: 'x' },
      },
      { type: 'thesis', title: 'Two', issued: { raw: 'May 2001' } },
    ]),
  );
  expect(dialects).toEqual(['csl-json']);
  expect(references[0]).toMatchObject({
    title: 'Soils of mines',
    otherTitle: '矿山土壤',
    year: 2019,
    journal: 'Soil',
    volume: '12',
    issn: '0378-1127',
    keywords: ['mine', 'soil'],
  });
  expect(references[0]!.authors.map(({ literal }) => literal)).toEqual([
    'van de Schoot, Rens',
    'World Bank',
    '施, 洋',
  ]);
  expect(references[0]!.other).toEqual([
    ['id', 'x1'],
    ['issued', '2019/1/5'],
    ['ISSN', '1872-7042'],
    ['citation-number', '4'],
    ['custom.note', 'x'],
  ]);
  expect(references[1]).toMatchObject({ type: 'thesis', year: 2001, other: [['issued', 'May 2001']] });
});

test('a broken item costs itself; one cut off is kept up to its last whole member', () => {
  const { references, ledger } = readLiterature(
    'a.json',
    '[{"title": "One", "year": }, {"title": "Two [a] \\"b\\" {"}, 5, {"title": "Three", "DOI": "10.1000/c", "abstract": "Breaks o',
  );
  expect(references.map(({ title, doi }) => [title, doi])).toEqual([
    ['Two [a] "b" {', null],
    ['Three', '10.1000/c'],
  ]);
  expect(ledger).toMatchObject({ records: 4, parsed: 2 });
  expect(ledger.failed.map(({ raw }) => raw)).toEqual(['{"title": "One", "year": }', '5']);
});

test('an empty array is a search that found nothing', () => {
  const { references, ledger } = readLiterature('a.json', '[]');
  expect(references).toEqual([]);
  expect(ledger.remarks.map(({ key }) => key)).toEqual(['evidence.import.no-records']);
});
