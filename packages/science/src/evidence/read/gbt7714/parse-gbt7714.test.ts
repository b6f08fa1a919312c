import { describe, expect, test } from 'vitest';
import type { Reference } from '../../record/index.ts';
import { readLiterature } from '../read-literature.ts';

const LIST = `参考文献
[1] 刘国林, 江龙素, 张三, 等. 矿山生态修复研究[J]. 生态学报, 2019, 39(12): 45-52.
[2] ROACH M C, THOMPSON F R. Effects of woodland restoration on birds, 8.0 and more[J]. Land, Air & Water,
    2019, 437: 443-459. DOI: 10.1016/j.foreco.2018.12.057.
[3] 殷玮川. 货运产品设计[D]. 北京: 北京交通大学, 2018.
[4] 昂温 G, 昂温 P S. 外国出版史[M]. 2版. 北京: 中国书籍出版社, 1988: 24-25.
[5] 史德雯. 立交桥积水[C]//2018中国城市规划年会. 杭州: 出版社, 2018: 9.
[6] 国家环境保护局. 土壤环境质量标准: GB 15618-1995[S]. 北京: 中国标准出版社, 1995.
[7] 丁文祥. 数字革命与竞争国际化[N]. 中国青年报, 2000-11-20(15).
[8] 萧钰. 出版业信息化[EB/OL]. (2001-12-19)[2002-04-15]. http://www.creader.com/news/2001.html.
[9] 段祥祥. 一种清洗装置: CN108722921A[P]. 2018-11-02.
[10］王五．全角标点［Ｊ］`;

describe('GB/T 7714', () => {
  const { references, dialects, outside, ledger } = readLiterature('refs.txt', LIST);
  const wanted: readonly Partial<Reference>[] = [
    {
      type: 'article-journal',
      title: '矿山生态修复研究',
      journal: '生态学报',
      year: 2019,
      volume: '39',
      issue: '12',
      pages: '45-52',
    },
    {
      title: 'Effects of woodland restoration on birds, 8.0 and more',
      journal: 'Land, Air & Water',
      year: 2019,
      volume: '437',
      pages: '443-459',
      doi: '10.1016/j.foreco.2018.12.057',
    },
    { type: 'thesis', title: '货运产品设计', place: '北京', publisher: '北京交通大学', year: 2018 },
    { type: 'book', title: '外国出版史', publisher: '中国书籍出版社', year: 1988, pages: '24-25' },
    {
      type: 'paper-conference',
      title: '立交桥积水',
      journal: '2018中国城市规划年会',
      year: 2018,
      pages: '9',
    },
    { type: 'standard', title: '土壤环境质量标准', publisher: '中国标准出版社', year: 1995 },
    { type: 'article-newspaper', journal: '中国青年报', year: 2000, issue: '15' },
    { type: 'webpage', title: '出版业信息化', year: 2001, urls: ['http://www.creader.com/news/2001.html'] },
    { type: 'patent', title: '一种清洗装置', year: 2018 },
  ];
  for (const [i, fields] of wanted.entries())
    test(`[${i + 1}] ${fields.title ?? fields.journal}`, () => expect(references[i]).toMatchObject(fields));

  test('names end at the stop before the title; `等` is no name', () => {
    expect(dialects).toEqual(['gbt7714']);
    expect(references[0]!.authors.map(({ literal }) => literal)).toEqual(['刘国林', '江龙素', '张三']);
    expect(references[1]!.authors[0]).toEqual({ family: 'ROACH', given: 'M C', literal: 'ROACH M C' });
    expect(references[5]!.authors.map(({ literal }) => literal)).toEqual(['国家环境保护局']);
    expect(references[5]!.other).toContainEqual(['number', 'GB 15618-1995']);
  });

  test('a reference without a mark it knows is failed, text before the list is outside', () => {
    expect(ledger).toMatchObject({ records: 10, parsed: 9 });
    expect(ledger.failed[0]).toMatchObject({ line: 12, reason: 'evidence.failed.no-mark' });
    expect(outside.map(({ raw }) => raw)).toEqual(['参考文献\n']);
  });

  test('without numbers each line is one', () => {
    expect(
      readLiterature(
        'a',
        '张三. 甲[J]. 学报, 2001, 1(2): 3.\n李四. 乙[D]. 南京: 南京大学, 2002.\n',
      ).references.map(({ title }) => title),
    ).toEqual(['甲', '乙']);
  });
});
