import type { Dialect, PublicationType } from '../record/index.ts';

/** The name that stands for a type, by family of dialects: what writers write, and what says nothing more when read. */
export const plainTypeNames = {
  ris: {
    'article-journal': 'JOUR',
    'paper-conference': 'CONF',
    thesis: 'THES',
    book: 'BOOK',
    chapter: 'CHAP',
    report: 'RPRT',
    patent: 'PAT',
    standard: 'STAND',
    'article-newspaper': 'NEWS',
    webpage: 'ELEC',
    dataset: 'DATA',
    document: 'GEN',
  },
  bibtex: {
    'article-journal': 'article',
    'paper-conference': 'inproceedings',
    thesis: 'phdthesis',
    book: 'book',
    chapter: 'incollection',
    report: 'techreport',
    patent: 'patent',
    standard: 'standard',
    'article-newspaper': 'newspaper',
    webpage: 'online',
    dataset: 'dataset',
    document: 'misc',
  },
  endnote: {
    'article-journal': 'Journal Article',
    'paper-conference': 'Conference Paper',
    thesis: 'Thesis',
    book: 'Book',
    chapter: 'Book Section',
    report: 'Report',
    patent: 'Patent',
    standard: 'Standard',
    'article-newspaper': 'Newspaper Article',
    webpage: 'Web Page',
    dataset: 'Dataset',
    document: 'Generic',
  },
  csl: {
    'article-journal': 'article-journal',
    'paper-conference': 'paper-conference',
    thesis: 'thesis',
    book: 'book',
    chapter: 'chapter',
    report: 'report',
    patent: 'patent',
    standard: 'standard',
    'article-newspaper': 'article-newspaper',
    webpage: 'webpage',
    dataset: 'dataset',
    document: 'document',
  },
  gbt7714: {
    'article-journal': 'J',
    'paper-conference': 'C',
    thesis: 'D',
    book: 'M',
    chapter: 'M',
    report: 'R',
    patent: 'P',
    standard: 'S',
    'article-newspaper': 'N',
    webpage: 'EB/OL',
    dataset: 'DB',
    document: 'Z',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<PublicationType, string>>>>;

/** Further names, lower-case, letters and digits only: of RIS, EndNote, RefWorks, BibTeX, CSL, databases, CNKI. */
const FURTHER: Readonly<Record<PublicationType, string>> = {
  'article-journal':
    'journal inpr ejour ejou jfull mgzn abst magazinearticle electronicarticle article articlemagazine review ' +
    'reviewarticle journalelectronic journalarticle inpress articleinpress j periodical article期刊 期刊 中国期刊 学术期刊 ' +
    '中文期刊 外文期刊 期刊论文 学术辑刊 辑刊 letter editorial note shortsurvey datapaper researcharticle',
  'paper-conference':
    'cpaper conferenceproceedings conferenceproceeding conference proceedings proceeding proceedingspaper ' +
    'inproceedings conferencepaper c 会议 中国会议 国际会议 国内会议 会议论文 conferencereview speech',
  thesis:
    'thes dissertation dissertationthesis phdthesis mastersthesis mathesis bachelorthesis doctoralthesis d 博士 硕士 ' +
    '学位论文 博士论文 硕士论文 博士学位论文 硕士学位论文 中国博士学位论文全文数据库 中国优秀硕士学位论文全文数据库',
  book: 'ebook edbook editedbook electronicbook bookwhole wholebook monograph mvbook collection m b 图书 专著',
  chapter:
    'chap echap booksection bookchapter inbook incollection bookseries entryencyclopedia encyclopedia dictionary suppbook inreference',
  report: 'rprt techreport technicalreport reportpaper govdoc governmentdocument r 报告 科技成果 成果',
  patent: 'pat p 专利 中国专利 国外专利 海外专利',
  standard: 's 标准 国家标准 行业标准 中国标准 国外标准',
  'article-newspaper': 'news newspaper newspaperarticle n 报纸 中国重要报纸全文数据库 报纸文章',
  webpage:
    'web website elec electronic online onlinemultimedia blog postweblog post internetcommunication ebol eb',
  dataset: 'data database onlinedatabase aggr aggregateddatabase db dbol',
  document:
    'gen generic misc unpb unpublished unpublishedwork manuscript unknown other case ser serial 年鉴 统计年鉴 z a g',
};

const known = new Map<string, PublicationType>();
for (const [type, names] of Object.entries(FURTHER) as [PublicationType, string][])
  for (const name of names.split(' ')) known.set(name, type);
for (const names of Object.values(plainTypeNames))
  for (const [type, name] of Object.entries(names) as [PublicationType, string][])
    if (!known.has(bare(name))) known.set(bare(name), type);

/** What a publication is, by the name a file gives its kind in any dialect; null for a name that says nothing. */
export function publicationTypeOf(name: string): PublicationType | null {
  return known.get(bare(name)) ?? null;
}

/** True when a name is the plain one of its type in a dialect, so that the type says it all. */
export function isPlainTypeName(dialect: Dialect, type: PublicationType, name: string): boolean {
  return plainTypeNames[FAMILY[dialect]][type] === name;
}

const FAMILY: Readonly<Record<Dialect, keyof typeof plainTypeNames>> = {
  ris: 'ris',
  bibtex: 'bibtex',
  'csl-json': 'csl',
  'generic-csv': 'csl',
  'scopus-csv': 'csl',
  gbt7714: 'gbt7714',
  'wos-plain': 'gbt7714',
  'wos-tab': 'gbt7714',
  nbib: 'endnote',
  'endnote-xml': 'endnote',
  'endnote-refer': 'endnote',
  noteexpress: 'endnote',
  refworks: 'endnote',
  'cnki-estudy': 'endnote',
};

function bare(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
