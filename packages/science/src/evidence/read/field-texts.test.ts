import { describe, expect, test } from 'vitest';
import { doiIn } from './doi-text.ts';
import { keywordsIn, keywordsInCell } from './keyword-list.ts';
import { publicationTypeOf } from './publication-type.ts';
import { yearIn } from './publication-year.ts';
import { serialNumbers } from './serial-numbers.ts';

describe('a DOI', () => {
  const texts: readonly (readonly [text: string, doi: string, alone: boolean])[] = [
    ['10.1000/AbC', '10.1000/AbC', true],
    ['https://doi.org/10.1000/a', '10.1000/a', true],
    ['http://dx.doi.org/10.1000/a.', '10.1000/a', true],
    ['DOI: 10.1000/a', '10.1000/a', true],
    ['10.1055/s-0040-1719149 [doi]', '10.1055/s-0040-1719149', true],
    ['10.3390%2fani15010003', '10.3390/ani15010003', true],
    ['10.1016/S0140-6736(06)68265-2', '10.1016/S0140-6736(06)68265-2', true],
    ['(see 10.1000/a)', '10.1000/a', false],
    [
      '10.1002/(SICI)1097-0258(19980815)17:15<1661::AID>3.0.CO;2-2',
      '10.1002/(SICI)1097-0258(19980815)17:15<1661::AID>3.0.CO;2-2',
      true,
    ],
    ['10.3969／j.issn.1672－187X', '10.3969/j.issn.1672-187X', true],
    ['10.1000/100%', '10.1000/100%', true],
  ];
  for (const [text, doi, alone] of texts) test(text, () => expect(doiIn(text)).toEqual({ doi, alone }));
  test('is none without prefix, slash and suffix', () => {
    for (const text of [
      '',
      '10.',
      '10.1000',
      '10.1000/',
      'version 10.1/2',
      'S1120-1797(20)30326-4 [pii]',
      '%E0%A4%A',
    ])
      expect(doiIn(text)).toBeNull();
  });
});

test('a year is the first of four digits, or of a date in eight', () => {
  const years: readonly (readonly [string, number | null])[] = [
    ['2019//', 2019],
    ['1975-1976//', 1975],
    ['2019 Jan 5', 2019],
    ['20190105', 2019],
    ['Spring 2004', 2004],
    ['10 15', null],
    ['12345', null],
    ['99999999', null],
    ['0999', null],
    ['', null],
  ];
  for (const [text, year] of years) expect(yearIn(text)?.year ?? null).toBe(year);
  expect(yearIn('2019//')!.alone).toBe(true);
  expect(yearIn('2019 Jan')!.alone).toBe(false);
});

test('ISSN and ISBN are told apart, qualifiers fall away, other numbers are given back', () => {
  expect(serialNumbers('0957-9672 (Print)\r\n1473-6535 (Electronic)')).toEqual({
    issns: ['0957-9672', '1473-6535'],
    isbns: [],
    rest: [],
  });
  expect(serialNumbers('1479-1641 (Print) 1479-1641').issns).toEqual(['1479-1641']);
  expect(serialNumbers('978-3-16-148410-0; 0306406152')).toEqual({
    issns: [],
    isbns: ['978-3-16-148410-0', '0306406152'],
    rest: [],
  });
  expect(serialNumbers('GB/T 7178.1-1996').rest).toEqual(['GB/T 7178.1-1996']);
});

test('keywords are parted at semicolons, Chinese ones at commas where there is none, cells at commas', () => {
  expect(keywordsIn('铁路运输;;“门到门”;产品；')).toEqual(['铁路运输', '“门到门”', '产品']);
  expect(keywordsIn('巴拿马,习近平,一路')).toEqual(['巴拿马', '习近平', '一路']);
  expect(keywordsIn('Administration, Oral')).toEqual(['Administration, Oral']);
  expect(keywordsInCell('mine, soil')).toEqual(['mine', 'soil']);
  expect(keywordsInCell('a, b; c')).toEqual(['a, b', 'c']);
});

test('kinds of publications by the names of many programs', () => {
  expect(
    [
      'JOUR',
      'Journal Article',
      '期刊',
      'inproceedings',
      'CHAP',
      '硕士',
      'Dissertation/Thesis',
      'STAND',
      'C',
      'nonsense',
    ].map(publicationTypeOf),
  ).toEqual([
    'article-journal',
    'article-journal',
    'article-journal',
    'paper-conference',
    'chapter',
    'thesis',
    'thesis',
    'standard',
    'paper-conference',
    null,
  ]);
});
