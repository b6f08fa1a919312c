import { describe, expect, test } from 'vitest';
import { readLiterature } from '../read-literature.ts';

describe('Scopus CSV', () => {
  test('finds columns by name, authors parted by `;` as now', () => {
    const { references, dialects } = readLiterature(
      'scopus.csv',
      '\ufeff"Authors","Author full names","Title","Year","Source title","Volume","Issue","Art. No.","Page start","Page end","Cited by","DOI","Link","Abstract","Author Keywords","Index Keywords","ISSN","Document Type","EID"\n' +
        '"Tingley, M.W.; Stillman, A.N.","Tingley, Morgan W. (1); Stillman (2)","Fire, and birds","2020","Forests","455","","117694","","","3","10.1016/j.foreco.2019.117694","https://www.scopus.com/x","[No abstract available]","Bark beetle; Fire","Birds","03781127","Article","2-s2.0-1"\n',
    );
    expect(dialects).toEqual(['scopus-csv']);
    expect(references[0]).toMatchObject({
      type: 'article-journal',
      title: 'Fire, and birds',
      year: 2020,
      journal: 'Forests',
      articleNumber: '117694',
      pages: null,
      abstract: null,
      keywords: ['Bark beetle', 'Fire', 'Birds'],
      issn: '0378-1127',
      accession: '2-s2.0-1',
    });
    expect(references[0]!.authors.map(({ literal }) => literal)).toEqual(['Tingley, M.W.', 'Stillman, A.N.']);
    expect(references[0]!.other).toContainEqual(['Cited by', '3']);
  });

  test('parts authors at commas as it was before, in both spellings', () => {
    const old = (authors: string): string[] =>
      readLiterature(
        'a.csv',
        `Authors,Title,Year,Source title,EID\n"${authors}",T,2010,J,2-s2.0-9\n`,
      ).references[0]!.authors.map(({ literal }) => literal);
    expect(old('Tingley M.W., Stillman A.N., Wilkerson R.L.')).toEqual([
      'Tingley M.W.',
      'Stillman A.N.',
      'Wilkerson R.L.',
    ]);
    expect(old('Tingley, M.W., Stillman, A.N.')).toEqual(['Tingley, M.W.', 'Stillman, A.N.']);
  });
});

describe('other tables', () => {
  test('are read by the names of their columns, in English and Chinese, with any delimiter', () => {
    const { references } = readLiterature(
      'x',
      'Title-题名;Author-作者;Source-文献来源;Year-年;Period-期;Summary-摘要\n矿山修复;"徐敏;王五;";山西青年;2019;01;介绍\n',
    );
    expect(references[0]).toMatchObject({
      title: '矿山修复',
      journal: '山西青年',
      year: 2019,
      abstract: '介绍',
    });
    expect(references[0]!.authors).toHaveLength(2);
    expect(
      readLiterature('x', 'id\ttitle\tpubmedID\tauthors\n1\tA\t99\tJ C Shobha; T R Kumar\n').references[0],
    ).toMatchObject({
      accession: '99',
      other: [['id', '1']],
    });
  });

  test('take `NA` and `nan` for missing, and lists as Python writes them for lists', () => {
    const [reference] = readLiterature(
      'x',
      `title,doi,year,authors,keywords\nA,NA,nan,"['Marx, Karl', ""O'Hara, J.""]","['a', 'b, c']"\n`,
    ).references;
    expect(reference).toMatchObject({ doi: null, year: null, keywords: ['a', 'b, c'] });
    expect(reference!.authors.map(({ literal }) => literal)).toEqual(['Marx, Karl', "O'Hara, J."]);
  });

  test('fail rows with too many cells or one, and say which line', () => {
    const { references, ledger } = readLiterature(
      'x',
      'title,authors,year\nA,"Doe, J",2001\nB, with a comma,"Doe, J",2002\nExported today\nC,,\n',
    );
    expect(references.map(({ title }) => title)).toEqual(['A', 'C']);
    expect(ledger.records).toBe(4);
    expect(ledger.failed.map(({ line, raw, params }) => [line, raw, params['cells']])).toEqual([
      [3, 'B, with a comma,"Doe, J",2002\n', 4],
      [4, 'Exported today\n', 1],
    ]);
  });

  test('lose one row to a stray quote, not the rest of the file', () => {
    const rows = Array.from({ length: 50 }, (_, i) => `Title ${i},"Doe, J",${1950 + i}`);
    rows[20] = 'Title 20,"Doe, J,1970';
    const { references, ledger } = readLiterature('x', `title,authors,year\n${rows.join('\n')}\n`);
    expect(ledger.records).toBe(50);
    expect(references.length).toBeGreaterThanOrEqual(49);
    expect(references[references.length - 1]!.title).toBe('Title 49');
  });

  test('keep a last row that the file breaks off within a quoted cell', () => {
    const { references, ledger } = readLiterature('x', 'title,year,abstract\nA,2001,Text\nB,2002,"Breaks o');
    expect(references[1]).toMatchObject({ title: 'B', abstract: 'Breaks o' });
    expect(ledger.remarks.map(({ key }) => key)).toEqual(['evidence.import.record-cut']);
  });

  test('are read on where another table with its own header is appended', () => {
    const { references, ledger } = readLiterature(
      'x',
      'title,authors,year\nA,"Doe, J",2001\nyear,title,authors\n2002,B,"Roe, K"\n',
    );
    expect(references.map(({ title, year }) => [title, year])).toEqual([
      ['A', 2001],
      ['B', 2002],
    ]);
    expect(ledger.remarks.map(({ key }) => key)).toEqual(['evidence.import.header-again']);
  });

  test('are none without a column of titles and another one', () => {
    expect(() => readLiterature('x', 'trial,author,year\n1,Doe,2001\n')).toThrow(/E-EVI-101/);
    expect(() => readLiterature('x', 'title,colour\nA,red\n')).toThrow(/E-EVI-101/);
  });
});
