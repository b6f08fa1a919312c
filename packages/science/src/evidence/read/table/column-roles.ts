import { CARRIER } from '../carrier.ts';
import type { FieldRole } from '../record-fields.ts';
import { wosRoles } from '../tagged/wos-tags.ts';

/** Names of columns, lower-case, letters and digits only, by what they hold: databases, managers, tools, Chinese. */
const ALIASES: Readonly<Record<Exclude<FieldRole, 'frame'>, string>> = {
  type: 'type itemtype documenttype typeofreference publicationtype referencetype reftype 文献类型 来源库 srcdatabase',
  title:
    'title articletitle documenttitle primarytitle papertitle titleofdocument 题名 标题 篇名 题目 论文题目 文献标题 title题名',
  'other-title':
    'translatedtitle othertitle originaltitle titletranslated foreigntitle 英文题名 英文标题 外文题名',
  author:
    'author authors authornames creator creators authorfullnames authorsfullnames 作者 著者 责任者 全部作者 作者姓名',
  'short-author': 'authorsshort firstauthors',
  'corporate-author': 'groupauthors corporateauthor corporateauthors',
  journal:
    'journal journaltitle sourcetitle journalname publicationtitle journalbook fulljournalname secondarytitle ' +
    'publicationname 刊名 期刊 期刊名称 来源 文献来源 来源期刊 刊物名称',
  container: 'booktitle containertitle conferencename proceedingstitle hosttitle t2',
  'journal-short':
    'source abbreviatedsourcetitle journalabbreviation isosourceabbreviation journalabbr alternatetitle3',
  volume: 'volume vol 卷 卷号',
  issue: 'issue number issuenumber 期 期号',
  pages: 'pages page pagination pagerange 页码 页 页码范围 起止页码',
  'first-page': 'pagestart startpage firstpage beginpage bp sp',
  'last-page': 'pageend endpage lastpage ep',
  'article-number': 'artno articlenumber articleno artn 文章编号',
  doi: 'doi doilink digitalobjectidentifier doi号 doidoi',
  'maybe-doi': 'electronicresourcenum',
  serial: 'issn eissn issnisbn isbnissn isbn isbns issns serialnumber 国际标准刊号',
  accession:
    'accession accessionnumber accessionno pmid pubmedid eid ut uniquewosid utuniquewosid uniqueid 入藏号',
  publisher: 'publisher university institution school 出版社 出版者 学位授予单位',
  place: 'place placepublished publisherplace publisheraddress city publicationplace 出版地',
  language: 'language languageoforiginaldocument lang 语种 语言',
  abstract: 'abstract abstracts summary abstractnote 摘要 文摘 中文摘要',
  keyword:
    'keywords keyword authorkeywords indexkeywords tags manualtags automatictags meshterms mesh 关键词 关键字 主题词',
  url: 'url urls link links 链接 网址',
  'maybe-url': 'fileattachments fileattachments2 linkouts',
  note: 'notes note extra 备注',
  year: 'year publicationyear pubyear yearpublished py 年 年份 出版年 发表年份',
  date: 'date publicationdate pubdate coverdate pubtime 发表时间 出版时间 出版日期',
  other: '',
  carrier: CARRIER,
};

const roles = new Map<string, FieldRole>();
for (const [role, names] of Object.entries(ALIASES) as [FieldRole, string][])
  for (const name of names.split(' ')) if (name !== '') roles.set(name, role);

/**
 * What a column holds, by its name: `Source title`, `source_title` and `Source Title` are one; of `Title-题名`, as CNKI
 * names columns, either half will do. `other` for a name that is not known.
 */
export function roleOfColumn(name: string): FieldRole {
  const known = roles.get(bare(name));
  if (known !== undefined) return known;
  const halves = /^([A-Za-z]+)-(\p{Script=Han}.*)$/u.exec(name.trim());
  if (halves !== null) return roles.get(bare(halves[1]!)) ?? roles.get(bare(halves[2]!)) ?? 'other';
  return 'other';
}

/** What a column of a table of Web of Science holds: its names are the tags of its tagged files. */
export function roleOfWosColumn(name: string): FieldRole {
  return Object.hasOwn(wosRoles, name) ? wosRoles[name]! : 'other';
}

function bare(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
