import type { Texts } from './index.ts';

/** Commands of the literature side. */
export const evidenceCommandTexts = {
  'command.evidence': {
    en: 'the literature: from search exports to graded figures',
    zh: '文献证据：从检索导出到分级参数',
  },
  'command.evidence-import': {
    en: 'reads search exports; the same file is taken once',
    zh: '导入检索结果；同一文件只导入一次',
  },
  'command.evidence-dedupe': {
    en: 'finds records of one work, in the library or in files',
    zh: '识别重复记录（证据库或指定文件）',
  },
  'command.evidence-decide': {
    en: 'says what two records are; a later word stands in place of an earlier',
    zh: '判定两条记录的关系，以最后一次为准',
  },
  'command.evidence-export': {
    en: 'writes the works as RIS, CSL-JSON, BibTeX, CSV or GB/T 7714',
    zh: '导出文献：RIS、CSL-JSON、BibTeX、CSV 或 GB/T 7714',
  },
  'command.evidence-screen': { en: 'screening with active learning', zh: '主动学习辅助筛选' },
  'command.evidence-screen-next': { en: 'what to read next', zh: '下一条待筛选记录' },
  'command.evidence-screen-decide': {
    en: 'includes, excludes or sets a record aside',
    zh: '纳入、排除或待定',
  },
  'command.evidence-screen-status': {
    en: 'how far screening is, conflicts, agreement and three signals on stopping',
    zh: '筛选进度、分歧、一致性与三项停止信号',
  },
  'command.evidence-screen-simulate': {
    en: 'plays screening on a labelled set',
    zh: '在已标注数据集上模拟筛选',
  },
  'command.evidence-code': {
    en: 'adds codings of studies and tells agreement and themes',
    zh: '录入编码，给出一致性与主题建议',
  },
  'command.evidence-findings': { en: 'adds findings of studies, or lists them', zh: '录入或列出研究发现' },
  'command.evidence-withdraw': { en: 'withdraws a finding; its record stays', zh: '撤回研究发现，记录保留' },
  'command.evidence-pool': {
    en: 'pools effects of a table, or of the findings of a technology and an indicator',
    zh: '合并效应量：来自表格，或某技术与指标的研究发现',
  },
  'command.evidence-gap': { en: 'what has been studied and what has not', zh: '证据缺口图' },
  'command.evidence-prisma': {
    en: 'the flow diagram, computed from what happened',
    zh: 'PRISMA 流程图，由记录计算',
  },
  'command.evidence-claims': {
    en: 'which claims of a document its references support',
    zh: '文档论断的引文支持情况',
  },
  'flag.database': { en: 'database the files came from', zh: '数据来源数据库' },
  'flag.query': { en: 'what was searched for', zh: '检索式' },
  'flag.evidence-format': { en: 'ris, csl, bibtex, csv or gbt7714', zh: 'ris、csl、bibtex、csv 或 gbt7714' },
  'flag.evidence-included': { en: 'only what was included', zh: '仅导出已纳入文献' },
  'flag.random': { en: 'at random instead of by relevance', zh: '随机排序，不按相关性' },
  'flag.screener': {
    en: 'queue of one screener, without the decisions of others',
    zh: '某位筛选者的队列，不含他人判定',
  },
  'flag.stage': { en: 'title-abstract or full-text', zh: 'title-abstract（题名摘要）或 full-text（全文）' },
  'flag.exclusion-reason': {
    en: 'id of an exclusion reason of the codebook',
    zh: '编码手册中的排除理由编号',
  },
  'flag.settles': { en: 'ends a conflict', zh: '裁定分歧' },
  'flag.label': { en: 'column of labels, 0 or 1', zh: '标注列（0 或 1）' },
  'flag.priors': {
    en: 'numbers of rows known beforehand, from 0, with commas',
    zh: '预先已知的行号，从 0 起，以逗号分隔',
  },
  'flag.technology': { en: 'code of a technology', zh: '技术代码' },
  'flag.indicator': { en: 'code of an indicator', zh: '指标代码' },
  'flag.effect': { en: 'lnRR, MD, SMD, logOR or logRR', zh: 'lnRR、MD、SMD、logOR 或 logRR' },
  'flag.forest': { en: 'the forest plot as SVG', zh: '输出森林图（SVG）' },
  'flag.funnel': { en: 'the funnel plot as SVG', zh: '输出漏斗图（SVG）' },
  'flag.svg': { en: 'as a picture (SVG)', zh: '输出图片（SVG）' },
  'evidence.imported': {
    en: '{file} ({dialects}, {encoding}): {records} records, {parsed} read, {failed} not',
    zh: '{file}（{dialects}，{encoding}）：{records} 条记录，读入 {parsed} 条，未读入 {failed} 条',
  },
  'evidence.known': {
    en: '{file} ({dialects}, {encoding}) was imported before: {records} records, {parsed} read, {failed} not',
    zh: '{file}（{dialects}，{encoding}）此前已导入：{records} 条记录，读入 {parsed} 条，未读入 {failed} 条',
  },
  'evidence.lacks': {
    en: 'without DOI {doi}, abstract {abstract}, year {year}, title {title}',
    zh: '缺 DOI {doi} 条、摘要 {abstract} 条、年份 {year} 条、题名 {title} 条',
  },
  'evidence.failed-at': { en: 'line {line}: {reason}', zh: '第 {line} 行：{reason}' },
  'evidence.merged': {
    en: '{records} records are {kept} works; {duplicates} duplicates in {groups} groups.',
    zh: '{records} 条记录对应 {kept} 篇文献；{groups} 组中有 {duplicates} 条重复。',
  },
  'evidence.manual': { en: '{count} pairs wait for a person:', zh: '{count} 对待人工判定：' },
  'evidence.more': { en: 'and {count} more', zh: '另有 {count} 对' },
  'evidence.conflicts': {
    en: '{count} joins were refused: they would bring together what is kept apart.',
    zh: '{count} 处合并被拒绝：会合并已判定不同的记录。',
  },
  'evidence.decided': { en: '{a} and {b}: {verdict}.', zh: '{a} 与 {b}：{verdict}。' },
  'evidence.verdict.same': { en: 'one work', zh: '同一文献' },
  'evidence.verdict.different': { en: 'two works', zh: '不同文献' },
  'evidence.verdict.translation': { en: 'a work and its translation', zh: '原文与译文' },
  'evidence.verdict.report-of-one-study': { en: 'two reports of one study', zh: '同一研究的两份报告' },
  'evidence.verdict.undecided': { en: 'undecided again', zh: '撤销判定' },
  'evidence.exported': { en: '{count} works as {format}.', zh: '已按 {format} 导出 {count} 篇文献。' },
  'evidence.no-abstract': { en: '(no abstract)', zh: '（无摘要）' },
  'evidence.screen.relevance': {
    en: 'By relevance; {unmarked} are left.',
    zh: '按相关性排序，余 {unmarked} 条。',
  },
  'evidence.screen.random': { en: 'At random; {unmarked} are left.', zh: '随机排序，余 {unmarked} 条。' },
  'evidence.screen.status': {
    en: '{done} of {all} works screened: {included} included, {excluded} excluded, {conflicts} in conflict.',
    zh: '{all} 篇中已筛选 {done} 篇：纳入 {included}，排除 {excluded}，分歧 {conflicts}。',
  },
  'evidence.screen.agreement': {
    en: '{first} and {second} both judged {compared}: kappa {kappa}, AC1 {ac1}',
    zh: '{first} 与 {second} 共同判定 {compared} 条：kappa {kappa}，AC1 {ac1}',
  },
  'evidence.screen.signals': {
    en: 'Three signals on stopping, none of them an order:',
    zh: '三项停止信号，均不作强制：',
  },
  'evidence.signal.run': { en: '{count} excluded in a row', zh: '连续排除 {count} 条' },
  'evidence.signal.recall': {
    en: 'chance of having found so little lately had the recall of {recall} % been missed: p = {p}',
    zh: '若召回率未达 {recall} %，近期仅有如此发现的概率 p = {p}',
  },
  'evidence.signal.safe': { en: '{met} of {of} conditions of SAFE', zh: 'SAFE 的 {of} 项条件满足 {met} 项' },
  'evidence.screened': { en: '{key}: {decision}.', zh: '{key}：{decision}。' },
  'evidence.decision.include': { en: 'included', zh: '纳入' },
  'evidence.decision.exclude': { en: 'excluded', zh: '排除' },
  'evidence.decision.unsure': { en: 'set aside', zh: '待定' },
  'evidence.simulated': {
    en: '{records} records: WSS@95 {wss95}, loss {loss}.',
    zh: '{records} 条记录：WSS@95 为 {wss95}，loss 为 {loss}。',
  },
  'evidence.coded': { en: '{count} codings written.', zh: '已录入 {count} 条编码。' },
  'evidence.studies': {
    en: 'Studies coded: {studies}; codes in dispute: {disputed}.',
    zh: '已编码研究 {studies} 项；有争议的编码 {disputed} 条。',
  },
  'evidence.alpha': {
    en: "Krippendorff's alpha {alpha}: {verdict}.",
    zh: 'Krippendorff α 为 {alpha}：{verdict}。',
  },
  'evidence.found': { en: '{count} findings written.', zh: '已录入 {count} 条研究发现。' },
  'evidence.findings': {
    en: '{count} findings in force, {withdrawn} withdrawn.',
    zh: '有效研究发现 {count} 条，已撤回 {withdrawn} 条。',
  },
  'evidence.withdrawn': { en: 'Finding {finding} withdrawn.', zh: '已撤回研究发现 {finding}。' },
  'evidence.claims': {
    en: '{statements} statements: {resolved} resolved, {partial} partly, {unsupported} without support.',
    zh: '论断 {statements} 条：有据 {resolved}，部分有据 {partial}，无据 {unsupported}。',
  },
  'evidence.task.find-reference': {
    en: 'find reference {number}: {topic}',
    zh: '查找参考文献 {number}：{topic}',
  },
  'evidence.pool.of': {
    en: 'papers: {papers}; findings: {findings}; grade {grade}',
    zh: '{papers} 篇文献，{findings} 条发现，证据等级 {grade}',
  },
  'evidence.pool.k': { en: 'studies: {k}; effects: {findings}', zh: '{k} 项研究，{findings} 个效应量' },
  'evidence.pool.line': {
    en: '{method}: {estimate} ({low} to {high}), tau2 {tau2}, I2 {i2} %, next study {piLow} to {piHigh}',
    zh: '{method}：{estimate}（{low} 至 {high}），tau2 {tau2}，I2 {i2} %，预测区间 {piLow} 至 {piHigh}',
  },
  'evidence.pool.line-alone': {
    en: '{method}: {estimate} ({low} to {high}); too few studies to say how much they differ',
    zh: '{method}：{estimate}（{low} 至 {high}）；研究太少，无法判断差异',
  },
  'evidence.pool.subject': { en: 'Pooled effects', zh: '合并效应' },
  'evidence.dialect.ris': { en: 'RIS', zh: 'RIS 格式' },
  'evidence.dialect.wos-plain': { en: 'Web of Science plain text', zh: 'Web of Science 纯文本' },
  'evidence.dialect.wos-tab': { en: 'Web of Science table', zh: 'Web of Science 制表符文本' },
  'evidence.dialect.scopus-csv': { en: 'Scopus table', zh: 'Scopus 表格' },
  'evidence.dialect.generic-csv': { en: 'table', zh: '通用表格' },
  'evidence.dialect.nbib': { en: 'PubMed', zh: 'PubMed 格式' },
  'evidence.dialect.endnote-xml': { en: 'EndNote XML', zh: 'EndNote XML 格式' },
  'evidence.dialect.endnote-refer': { en: 'EndNote Refer', zh: 'EndNote Refer 格式' },
  'evidence.dialect.bibtex': { en: 'BibTeX', zh: 'BibTeX 格式' },
  'evidence.dialect.csl-json': { en: 'CSL-JSON', zh: 'CSL-JSON 格式' },
  'evidence.dialect.noteexpress': { en: 'NoteExpress', zh: 'NoteExpress 格式' },
  'evidence.dialect.refworks': { en: 'RefWorks', zh: 'RefWorks 格式' },
  'evidence.dialect.cnki-estudy': { en: 'CNKI E-Study', zh: '知网 E-Study 格式' },
  'evidence.dialect.gbt7714': { en: 'GB/T 7714 list', zh: 'GB/T 7714 著录' },
  'evidence.manual.same?': { en: 'perhaps one work', zh: '疑似同一文献' },
  'evidence.manual.translation?': { en: 'perhaps a work and its translation', zh: '疑似原文与译文' },
  'evidence.manual.report-of-one-study?': {
    en: 'perhaps two reports of one study',
    zh: '疑似同一研究的两份报告',
  },
  'error.E-EVI-201': {
    en: '{where} is no document that can be read: {got}',
    zh: '{where} 不是可读取的文档：{got}',
  },
  'hint.E-EVI-201': {
    en: 'Give YAML or JSON: a list, or a document with findings, codings or claims.',
    zh: '请提供 YAML 或 JSON：列表，或含 findings、codings、claims 的文档。',
  },
  'error.E-EVI-204': { en: '{where} is empty.', zh: '{where} 为空文件。' },
  'hint.E-EVI-204': {
    en: 'Export the search again; a search that found nothing needs no file.',
    zh: '请重新导出检索结果；检索无结果时无需导入文件。',
  },
  'error.E-EVI-202': { en: 'No record has the key {where}.', zh: '没有键为 {where} 的记录。' },
  'hint.E-EVI-202': {
    en: 'Keys are file#number, as `aftermine evidence dedupe --json` shows them.',
    zh: '键的形式为“文件#序号”，见 `aftermine evidence dedupe --json`。',
  },
  'error.E-EVI-203': { en: 'There is no finding {where} in force.', zh: '没有有效的研究发现 {where}。' },
  'hint.E-EVI-203': { en: 'Findings in force: {expected}.', zh: '有效的研究发现：{expected}。' },
} as const satisfies Texts;
