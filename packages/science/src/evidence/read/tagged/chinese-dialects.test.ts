import { describe, expect, test } from 'vitest';
import { readLiterature } from '../read-literature.ts';

describe('NoteExpress', () => {
  test('full-width colons, no blank, `;;`, a trailing `;`, a comma in a tag and lines that go on', () => {
    const { references, dialects } = readLiterature(
      'a.net',
      `{Reference Type}: Journal Article
{Title}: 矿山修复
{Translated Title}: Mine restoration
{Author}: 徐敏;
{Author Address}: 中国地质大学
,湖北武汉430074
{Journal}: 山西青年
{Year}: 2019
{Issue}: 01
{Pages}: 210+209
{Keywords}: 矿山;;修复；植被
{Abstract}：<正>本文介绍了
{ISBN/ISSN}:1006-0049
{DOI}: 10.3969／j.issn.1672－187X.2020.01.017
{Subsidiary Author,}: 中国城市规划学会、杭州市人民政府
{Notes}: 14-1003/C

{Reference Type}: Thesis
{Title}: 铁路
{Author}: 谢昕,王小增
{Publisher}: 北京交通大学
{Type of Work}: 博士
{Year}: 2018`,
    );
    expect(dialects).toEqual(['noteexpress']);
    expect(references[0]).toMatchObject({
      title: '矿山修复',
      otherTitle: 'Mine restoration',
      issue: '01',
      pages: '210+209',
      keywords: ['矿山', '修复', '植被'],
      abstract: '本文介绍了',
      issn: '1006-0049',
      doi: '10.3969/j.issn.1672-187X.2020.01.017',
      notes: ['14-1003/C'],
    });
    expect(references[0]!.authors.map(({ literal }) => literal)).toEqual(['徐敏']);
    expect(references[0]!.other).toEqual([
      ['Author Address', '中国地质大学\n,湖北武汉430074'],
      ['Subsidiary Author,', '中国城市规划学会、杭州市人民政府'],
    ]);
    expect(references[1]).toMatchObject({
      type: 'thesis',
      publisher: '北京交通大学',
      other: [['Type of Work', '博士']],
    });
    expect(references[1]!.authors.map(({ family }) => family)).toEqual(['谢昕', '王小增']);
  });
});

describe('CNKI E-Study', () => {
  test('records follow each other without a blank line; the date gives the year where none is given', () => {
    const { references, dialects } = readLiterature(
      'a.eln',
      `DataType: 1
Title-题名: 乳腺癌筛查标准
Source-刊名: 中华疾病控制杂志
PubTime-出版时间: 2021-01-15 16:54
Keyword-关键词: 筛查;标准;
Summary-摘要: <正>前言本文件按照
Roll-卷: 19
Period-期: 01
PageCount-页数: 7
Page-页码: 1-7
SrcDatabase-来源库: 期刊
DataType: 3
Title-题名: 停放优化
Author-作者: 陈霈琛;董欣;
Source-来源: 规划年会论文集
Year-年: 2018
PageCount-页码: 11
SrcDatabase-来源库: 中国会议
City-会议地点: 中国浙江杭州
Link-链接: https://kns.cnki.net/x`,
    );
    expect(dialects).toEqual(['cnki-estudy']);
    expect(references).toHaveLength(2);
    expect(references[0]).toMatchObject({
      type: 'article-journal',
      year: 2021,
      volume: '19',
      issue: '01',
      pages: '1-7',
      keywords: ['筛查', '标准'],
      abstract: '前言本文件按照',
    });
    expect(references[1]).toMatchObject({
      type: 'paper-conference',
      year: 2018,
      pages: null,
      place: '中国浙江杭州',
    });
    expect(references[1]!.authors).toHaveLength(2);
  });
});

describe('RefWorks as CNKI writes it', () => {
  test('tags without a blank, in small letters, abstracts broken anywhere', () => {
    const { references, dialects } = readLiterature(
      'a.txt',
      [
        'RT Dissertation/Thesis',
        'SR 1',
        'A1林行众',
        'A3 黄三文;杨清',
        'PB 南京农业大学',
        'T1 黄瓜共表达基因模块的识别',
        'CL 硕士',
        'YR 2015',
        'IS 06',
        'K1 黄瓜;共表达',
        'AB 黄瓜是保护地栽培蔬菜作物',
        ',也是植物性别发育和',
        'MS培养基上培养',
        'LA 中文;',
        'DS CNKI',
        'RT Journal Article',
        'SR 2',
        'A1 辛宁;陈建康',
        'T1 多芯片联合分析',
        'JF 中国医科大学学报',
        'YR 2020',
        'vo 49',
        'IS 12',
        'OP 1106-1111+1117',
        'DO 10.13207/j.cnki',
      ].join('\r\n'),
    );
    expect(dialects).toEqual(['refworks']);
    expect(references[0]).toMatchObject({
      type: 'thesis',
      title: '黄瓜共表达基因模块的识别',
      year: 2015,
      publisher: '南京农业大学',
      language: '中文',
      abstract: '黄瓜是保护地栽培蔬菜作物\n,也是植物性别发育和\nMS培养基上培养',
    });
    expect(references[0]!.authors.map(({ literal }) => literal)).toEqual(['林行众']);
    expect(references[1]).toMatchObject({ volume: '49', pages: '1106-1111+1117', doi: '10.13207/j.cnki' });
  });
});

describe('refer', () => {
  test('is read as EndNote and CNKI write it, with several names in one line', () => {
    const { references, dialects } = readLiterature(
      'a.enw',
      `%0 Journal Article
%A 蔺卿 %A 罗格平 %A 陈曦
%+ 中国科学院
%T LUCC驱动力模型研究综述
%J 地理科学进展
%D 2005
%N 05
%K 土地利用;驱动力
%P 81-89
%@ 1007-6301
%L 11-3858/P
%W CNKI

%0 Conference Paper
%A Doe, Jane
%T Second
%B Proceedings
%D 2006
`,
    );
    expect(dialects).toEqual(['endnote-refer']);
    expect(references[0]).toMatchObject({
      title: 'LUCC驱动力模型研究综述',
      year: 2005,
      pages: '81-89',
      issn: '1007-6301',
    });
    expect(references[0]!.authors.map(({ literal }) => literal)).toEqual(['蔺卿', '罗格平', '陈曦']);
    expect(references[0]!.other).toEqual([
      ['%+', '中国科学院'],
      ['%L', '11-3858/P'],
      ['%W', 'CNKI'],
    ]);
    expect(references[1]).toMatchObject({ type: 'paper-conference', journal: 'Proceedings' });
  });

  test('without %0 is parted at blank lines', () => {
    const { references } = readLiterature('a', '%A Doe, J\n%T One\n%D 2001\n\n%A Roe, K\n%T Two\n%D 2002\n');
    expect(references.map(({ title, year }) => [title, year])).toEqual([
      ['One', 2001],
      ['Two', 2002],
    ]);
  });
});
