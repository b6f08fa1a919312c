import type { Texts } from './index.ts';

/** Finding records of one study: errors, why records were joined, what a person is asked. */
export const evidenceDedupeTexts = {
  'error.E-DUP-001': {
    en: 'two references have the same key: {got}',
    zh: '两条文献的键相同：{got}',
  },
  'hint.E-DUP-001': {
    en: 'load each file once, under a name of its own',
    zh: '每个文件只载入一次，并使用各自的名称',
  },
  'error.E-DUP-002': {
    en: '{where}: the time of a decision is not an instant in UTC: {got}',
    zh: '{where}：判定时间不是 UTC 时刻：{got}',
  },
  'hint.E-DUP-002': {
    en: 'write it as 2026-03-01T09:30:00Z',
    zh: '请写成 2026-03-01T09:30:00Z',
  },
  'error.E-DUP-003': {
    en: '{where}: a decision compares a record with itself: {got}',
    zh: '{where}：判定把一条记录与其自身比较：{got}',
  },
  'hint.E-DUP-003': {
    en: 'name two different records',
    zh: '请指定两条不同的记录',
  },

  'dedupe.rule.identifier-title': {
    en: 'one DOI or database number, and the title',
    zh: 'DOI 或数据库编号相同，题名一致',
  },
  'dedupe.rule.title-page': { en: 'title and first page', zh: '题名与起始页一致' },
  'dedupe.rule.title-page-author': {
    en: 'title, first page and first author',
    zh: '题名、起始页与第一作者一致',
  },
  'dedupe.rule.title-author-place': {
    en: 'title, first author, and volume or journal',
    zh: '题名、第一作者以及卷号或刊名一致',
  },
  'dedupe.rule.title-author-abstract': {
    en: 'title, author and abstract',
    zh: '题名、作者与摘要一致',
  },
  'dedupe.rule.page-volume-author': {
    en: 'page, volume and authors; the titles differ',
    zh: '页码、卷号与作者一致，题名不同',
  },
  'dedupe.rule.decision': { en: 'a person said so', zh: '人工判定' },

  'dedupe.kind.same?': { en: 'one work?', zh: '是否为同一文献？' },
  'dedupe.kind.translation?': { en: 'a work and its translation?', zh: '是否为原文与译文？' },
  'dedupe.kind.report-of-one-study?': {
    en: 'two reports of one study?',
    zh: '是否为同一研究的两份报告？',
  },

  'dedupe.manual.other-doi': { en: 'alike, but the DOIs differ', zh: '内容相近，但 DOI 不同' },
  'dedupe.manual.other-number': {
    en: 'alike, but a number or letter in the titles differs',
    zh: '内容相近，但题名中的数字或字母不同',
  },
  'dedupe.manual.other-trial': {
    en: 'alike, but the numbers in the register of trials differ',
    zh: '内容相近，但试验注册号不同',
  },
  'dedupe.manual.other-place': {
    en: 'alike, but pages, volume or journal differ',
    zh: '内容相近，但页码、卷号或刊物不同',
  },
  'dedupe.manual.other-type': {
    en: 'alike, but of two types of publication',
    zh: '内容相近，但文献类型不同',
  },
  'dedupe.manual.one-identifier': {
    en: 'one DOI, but the titles differ',
    zh: 'DOI 相同，但题名不同',
  },
  'dedupe.manual.one-page': {
    en: 'on one page of one volume, but the titles differ',
    zh: '同卷同页，但题名不同',
  },
  'dedupe.manual.like-title': {
    en: 'titles alike, too little else is known',
    zh: '题名相近，其余信息不足',
  },
  'dedupe.manual.preprint': { en: 'a preprint and an article', zh: '预印本与期刊论文' },
  'dedupe.manual.meeting-abstract': {
    en: 'an abstract of a meeting and another report',
    zh: '会议摘要与另一份报告',
  },
  'dedupe.manual.retracted': {
    en: 'one is marked as retracted, the other is not',
    zh: '其中一条标为已撤稿，另一条未标',
  },
  'dedupe.manual.other-language': {
    en: 'one place, two languages',
    zh: '出处相同，语言不同',
  },
  'dedupe.manual.crossed': {
    en: 'one work by the rules, but kept apart because of a third record',
    zh: '按规则应为同一文献，但因第三条记录而分开',
  },
} as const satisfies Texts;
