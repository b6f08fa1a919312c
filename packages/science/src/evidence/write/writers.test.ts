import { describe, expect, test } from 'vitest';
import { readLiterature } from '../read/read-literature.ts';
import type { Reference } from '../record/index.ts';
import { writeBibtex } from './write-bibtex.ts';
import { writeCslJson } from './write-csl-json.ts';
import { writeCsv } from './write-csv.ts';
import { gbt7714Entry, writeGbt7714 } from './write-gbt7714.ts';
import { writeRis } from './write-ris.ts';

const [PAPER] = readLiterature(
  'a.ris',
  [
    'TY  - JOUR',
    'TI  - Effects of woodland & fire',
    'AU  - Roach, Melissa C.',
    'AU  - World Bank',
    'PY  - 2019',
    'T2  - Forest Ecology',
    'VL  - 437',
    'SP  - 443',
    'EP  - 459',
    'DO  - 10.1016/j.foreco',
    'AB  - First.',
    'Second.',
    'KW  - birds',
    'KW  - fire',
    'ER  - ',
  ].join('\n'),
).references as [Reference];

describe('a plain paper is in the own fields of the format, with nothing carried', () => {
  test('RIS', () => {
    expect(writeRis([PAPER]).split('\r\n')).toEqual([
      'TY  - JOUR',
      'TI  - Effects of woodland & fire',
      'AU  - Roach, Melissa C.',
      'AU  - World Bank',
      'PY  - 2019',
      'T2  - Forest Ecology',
      'VL  - 437',
      'SP  - 443',
      'EP  - 459',
      'DO  - 10.1016/j.foreco',
      'AB  - First.',
      '   Second.',
      'KW  - birds',
      'KW  - fire',
      'ER  - ',
      '',
    ]);
  });

  test('BibTeX', () => {
    expect(writeBibtex([PAPER])).toBe(`@article{Roach2019Effects,
  title = {Effects of woodland \\& fire},
  author = {Roach, Melissa C. and {World Bank}},
  year = {2019},
  journal = {Forest Ecology},
  volume = {437},
  pages = {443--459},
  doi = {10.1016/j.foreco},
  abstract = {First.
Second.},
  keywords = {birds; fire},
}
`);
  });

  test('CSL-JSON', () => {
    expect(JSON.parse(writeCslJson([PAPER]))).toEqual([
      {
        id: 'Roach2019Effects',
        type: 'article-journal',
        title: 'Effects of woodland & fire',
        author: [{ family: 'Roach', given: 'Melissa C.' }, { literal: 'World Bank' }],
        issued: { 'date-parts': [[2019]] },
        'container-title': 'Forest Ecology',
        volume: '437',
        page: '443-459',
        DOI: '10.1016/j.foreco',
        abstract: 'First.\nSecond.',
        keyword: 'birds; fire',
      },
    ]);
  });

  test('CSV', () => {
    const [header, row] = writeCsv([PAPER]).slice(1).split('\r\n');
    expect(header).toBe(
      'type,title,translated title,authors,year,journal,volume,issue,pages,article number,doi,issn,isbn,accession,publisher,place,language,abstract,keywords,urls,notes,aftermine',
    );
    expect(row).toBe(
      'article-journal,Effects of woodland & fire,,"Roach, Melissa C.; World Bank",2019,Forest Ecology,437,,443-459,,10.1016/j.foreco,,,,,,,"First.\nSecond.","birds; fire",,,',
    );
  });

  test('keys that would be the same get letters, keys of a file stay', () => {
    const keys = (
      JSON.parse(writeCslJson([PAPER, { ...PAPER }, { ...PAPER, other: [['id', 'mine']] }])) as {
        id: string;
      }[]
    ).map(({ id }) => id);
    expect(keys).toEqual(['Roach2019Effects', 'Roach2019Effects-a', 'mine']);
  });
});

describe('GB/T 7714', () => {
  const made = (fields: Partial<Reference>): Reference => ({ ...PAPER, doi: null, ...fields });
  const names = (...literals: readonly string[]): Reference['authors'] =>
    literals.map((literal) => ({ family: literal, given: '', literal }));
  const cases: readonly (readonly [entry: string, reference: Reference])[] = [
    [
      'ROACH M C, World Bank. Effects of woodland & fire[J]. Forest Ecology, 2019, 437: 443-459. DOI: 10.1016/j.foreco.',
      PAPER,
    ],
    [
      '刘国林, 江龙素, 张三, 等. 矿山修复[J]. 生态学报, 2019, 39(12): 45-52.',
      made({
        title: '矿山修复',
        authors: names('刘国林', '江龙素', '张三', '李四'),
        journal: '生态学报',
        volume: '39',
        issue: '12',
        pages: '45-52',
      }),
    ],
    [
      '殷玮川. 货运产品[D]. 北京: 北京交通大学, 2018.',
      made({
        type: 'thesis',
        title: '货运产品',
        authors: names('殷玮川'),
        journal: null,
        volume: null,
        pages: null,
        year: 2018,
        place: '北京',
        publisher: '北京交通大学',
      }),
    ],
    [
      '史德雯. 立交桥积水[C]//2018中国城市规划年会. 杭州: 规划学会, 2018: 9.',
      made({
        type: 'paper-conference',
        title: '立交桥积水',
        authors: names('史德雯'),
        journal: '2018中国城市规划年会',
        volume: null,
        pages: '9',
        year: 2018,
        place: '杭州',
        publisher: '规划学会',
      }),
    ],
    [
      '铁道部运输局. 铁路调车作业标准: GB/T 7178.1-1996[S]. 国家技术监督局, 1996.',
      made({
        type: 'standard',
        title: '铁路调车作业标准',
        authors: names('铁道部运输局'),
        journal: null,
        volume: null,
        pages: null,
        year: 1996,
        publisher: '国家技术监督局',
        other: [['ISBN', 'GB/T 7178.1-1996']],
      }),
    ],
  ];
  for (const [entry, reference] of cases) test(entry, () => expect(gbt7714Entry(reference)).toBe(entry));

  test('a list is numbered, and reading it back gives what the style holds', () => {
    const list = cases.map(([, reference]) => reference);
    const text = writeGbt7714(list);
    expect(text.startsWith('[1] ROACH')).toBe(true);
    const back = readLiterature('refs', text).references;
    const held = ({
      type,
      title,
      year,
      journal,
      volume,
      issue,
      pages,
      doi,
      publisher,
      place,
    }: Reference): unknown => ({
      type,
      title,
      year,
      journal,
      volume,
      issue,
      pages,
      doi,
      publisher,
      place,
    });
    expect(back.map(held)).toEqual(list.map(held));
    expect(back.map(({ abstract }) => abstract)).toEqual(list.map(() => null));
  });
});
