import type { Texts } from './index.ts';

/** Reading and writing literature exports. */
export const evidenceImportTexts = {
  'error.E-EVI-101': {
    en: '{where} holds no literature in any format that is read; it begins with "{got}".',
    zh: '{where} 中没有可识别格式的文献题录，开头为“{got}”。',
  },
  'hint.E-EVI-101': {
    en: 'Export again as RIS, NBIB, Web of Science text or tab, Scopus CSV, EndNote XML or refer, BibTeX, CSL-JSON, NoteExpress, RefWorks or CNKI E-Study; a table needs a column of titles and one of authors, years, journals, abstracts or DOIs.',
    zh: '请重新导出为 RIS、NBIB、Web of Science 纯文本或制表符分隔、Scopus CSV、EndNote XML 或 refer、BibTeX、CSL-JSON、NoteExpress、RefWorks 或知网 E-Study 格式；表格须有题名列，以及作者、年份、刊名、摘要或 DOI 中的至少一列。',
  },
  'error.E-EVI-102': {
    en: '{where} is no text ({got}).',
    zh: '{where} 不是文本文件（{got}）。',
  },
  'hint.E-EVI-102': {
    en: 'Give the text file that the database exports; unpack archives, and save workbooks as CSV in UTF-8.',
    zh: '请提供数据库导出的文本文件；压缩包请先解压，工作簿请另存为 UTF-8 编码的 CSV。',
  },
  'error.E-EVI-103': {
    en: '{where} has {got} MB; at most {expected} MB are read at once.',
    zh: '{where} 大小为 {got} MB，一次最多读取 {expected} MB。',
  },
  'hint.E-EVI-103': {
    en: 'Export in several files, by years for example, and read them one by one.',
    zh: '请分多个文件导出（例如按年份），再逐个读取。',
  },
  'evidence.failed.nothing-said': {
    en: 'no title, author, journal, abstract, DOI or accession number',
    zh: '没有题名、作者、刊名、摘要、DOI 或入藏号',
  },
  'evidence.failed.cells': {
    en: '{cells} cells in a table of {columns} columns',
    zh: '该行有 {cells} 个单元格，而表格为 {columns} 列',
  },
  'evidence.failed.json': { en: 'no JSON object', zh: '不是有效的 JSON 对象' },
  'evidence.failed.nested-xml': { en: 'elements nest too deep', zh: 'XML 元素嵌套过深' },
  'evidence.failed.no-mark': {
    en: 'no mark of its kind, such as [J]',
    zh: '缺少文献类型标识，如 [J]',
  },
  'evidence.import.empty-file': {
    en: 'The file is empty: no record was exported.',
    zh: '文件为空：没有导出任何题录。',
  },
  'evidence.import.no-records': { en: 'The file holds no record.', zh: '文件中没有题录。' },
  'evidence.import.mixed-dialects': {
    en: 'Exports in several formats follow each other in one file: {dialects}. All were read.',
    zh: '一个文件中先后包含多种格式的导出内容：{dialects}。已全部读取。',
  },
  'evidence.import.record-cut': {
    en: 'The file breaks off within a record; what is there of it was kept.',
    zh: '文件在一条题录中间中断，已保留现有部分。',
  },
  'evidence.import.record-not-closed': {
    en: 'A record has no closing line (ER); the file may be cut there. What is there was kept.',
    zh: '题录缺少结束行（ER），文件可能在此处被截断，已保留现有部分。',
  },
  'evidence.import.record-not-opened': {
    en: 'A record has no opening line; it was kept as it is.',
    zh: '题录缺少起始行，已按现有内容保留。',
  },
  'evidence.import.entry-broken': {
    en: 'An entry has a bracket or quote too many or too few; its fields up to there were kept.',
    zh: '条目的括号或引号不配对，已保留此前的字段。',
  },
  'evidence.import.header-again': {
    en: 'A header row stands within the table: tables were appended to each other. Both were read.',
    zh: '表格中间又出现表头行：多个表格被拼接在一起，已全部读取。',
  },
  'evidence.import.stray-text': {
    en: 'Text between records is of no field; it is kept in the raw text of the record before.',
    zh: '题录之间有不属于任何字段的文字，已保留在前一条题录的原文中。',
  },
  'evidence.import.date-pages': {
    en: 'Pages were turned into dates or numbers by a spreadsheet, such as {example}. Export again to have them right.',
    zh: '页码被电子表格软件改成了日期或数字，例如 {example}。如需正确页码，请重新导出。',
  },
  'evidence.import.repeated-ids': {
    en: '{count} accession numbers stand at more than one record.',
    zh: '有 {count} 个入藏号出现在多条题录中。',
  },
  'evidence.decoding.encoding': {
    en: 'The file is in {encoding}, not in UTF-8; it was read as such.',
    zh: '文件编码为 {encoding} 而非 UTF-8，已按该编码读取。',
  },
  'evidence.decoding.guessed': {
    en: 'The encoding is not certain; {encoding} was taken. Check names with accents.',
    zh: '无法确定文件编码，已按 {encoding} 读取。请核对带变音符号的人名。',
  },
  'evidence.decoding.mixed': {
    en: 'Lines in UTF-8 ({utf8}) and in GB 18030 ({gb18030}) stand in one file; each was read as it is.',
    zh: '文件中既有 UTF-8 编码的行（{utf8} 行），也有 GB 18030 编码的行（{gb18030} 行），已分别读取。',
  },
  'evidence.decoding.damaged': {
    en: '{count} characters are damaged and stand as replacement signs.',
    zh: '有 {count} 个字符已损坏，以替换符号显示。',
  },
  'evidence.decoding.garbled': {
    en: 'The text looks like Chinese that was saved in a wrong encoding. Export it again as UTF-8 or GB 18030; what is here was kept as it is.',
    zh: '文本疑似以错误编码保存的中文（乱码）。请重新导出为 UTF-8 或 GB 18030；现有内容已按原样保留。',
  },
  'evidence.decoding.cut-character': {
    en: 'The file breaks off within a character.',
    zh: '文件在一个字符中间中断。',
  },
} as const satisfies Texts;
