import type { Texts } from './index.ts';

/** Screening and agreement. */
export const evidenceScreenTexts = {
  'error.E-SCR-001': {
    en: '{where}: there are {got} entries for {expected} records.',
    zh: '{where}：有 {got} 项，但记录数为 {expected}。',
  },
  'hint.E-SCR-001': {
    en: 'Give one entry a record, in the order of the records.',
    zh: '请按记录顺序为每条记录给出一项。',
  },
  'error.E-SCR-002': {
    en: 'The model needs at least one included and one excluded record; there are {included} and {excluded}.',
    zh: '模型至少需要一条纳入记录和一条排除记录；目前分别有 {included} 条和 {excluded} 条。',
  },
  'hint.E-SCR-002': {
    en: 'Label one record of each kind first, for instance a paper you know and one that is clearly off the subject.',
    zh: '请先各标记一条，例如一篇已知的相关文献和一篇明显无关的文献。',
  },
  'error.E-SCR-003': {
    en: '{where}: {got} is not the number of a record, or is named twice; numbers run from 0 and there are {expected} records.',
    zh: '{where}：{got} 不是记录编号，或重复出现；编号从 0 开始，共有 {expected} 条记录。',
  },
  'hint.E-SCR-003': {
    en: 'Count the rows with a label from 0, without the header.',
    zh: '请从 0 开始数有标签的行，不计表头。',
  },
  'error.E-SCR-004': {
    en: '{where} does not fit a screening decision.',
    zh: '{where} 不符合筛选决定的格式。',
  },
  'hint.E-SCR-004': {
    en: 'A decision has record, screener, stage (title-abstract or full-text), decision (include, exclude or unsure) and a time in UTC; an exclusion on the full text also has a reason.',
    zh: '每个决定须有记录、筛选者、阶段（title-abstract 或 full-text）、决定（include、exclude 或 unsure）和 UTC 时间；全文阶段排除还须给出理由。',
  },
  'error.E-SCR-005': {
    en: '{where} has {got} ratings, the other rater has {expected}.',
    zh: '{where} 有 {got} 个评定，而另一位评定者有 {expected} 个。',
  },
  'hint.E-SCR-005': {
    en: 'Give one rating a unit for both, and null where a unit was not rated.',
    zh: '请为两位评定者的每个单元各给出一个评定；未评定的写 null。',
  },
  'error.E-SCR-006': {
    en: '{where}: "{got}" is none of the categories ({expected}).',
    zh: '{where}：“{got}”不在类别（{expected}）之中。',
  },
  'hint.E-SCR-006': {
    en: 'Check the spelling, or add the category.',
    zh: '请检查拼写，或补充该类别。',
  },
  'error.E-SCR-007': {
    en: '{where} does not fit a table of agreement: {got}.',
    zh: '{where} 不符合一致性表的要求：{got}。',
  },
  'hint.E-SCR-007': {
    en: 'The table needs the same categories as rows and as columns, two at least, and counts that are 0 or more.',
    zh: '表的行与列须为相同的类别，至少两个，计数不小于 0。',
  },
  'error.E-SCR-008': {
    en: '{where}: {got} is not a rating on the {expected} level.',
    zh: '{where}：{got} 不是 {expected} 层次的评定。',
  },
  'hint.E-SCR-008': {
    en: 'Ordinal, interval and ratio ratings are numbers, ratio ratings not below 0. For names use the nominal level.',
    zh: '顺序、间隔和比率层次的评定须为数字，比率层次不得小于 0；名称请用名义层次（nominal）。',
  },
  'error.E-SCR-009': {
    en: '{where} must be {expected}, not {got}.',
    zh: '{where} 应为 {expected}，而不是 {got}。',
  },
  'hint.E-SCR-009': {
    en: 'The total counts all records to be screened, those already screened included; the recall is a share, for instance 0.95.',
    zh: '总数包括已筛选和未筛选的全部记录；查全率为比例，例如 0.95。',
  },
  'unknown.nothing-to-find': {
    en: 'no record is included, so there is nothing to find',
    zh: '没有纳入的记录，无从查找',
  },
  'unknown.nothing-to-exclude': {
    en: 'every record is included, so there is nothing to save',
    zh: '所有记录均为纳入，无从节省',
  },
  'unknown.screening-not-far-enough': {
    en: 'screening has not come far enough to tell',
    zh: '筛选尚未进行到足以判断的程度',
  },
  'unknown.both-kinds-needed': {
    en: 'the order is random until one record is included and one is excluded',
    zh: '在至少纳入一条并排除一条记录之前，顺序是随机的',
  },
  'unknown.nothing-screened': { en: 'nothing was screened yet', zh: '尚未筛选任何记录' },
  'unknown.nothing-found-yet': { en: 'no included record was found yet', zh: '尚未发现纳入的记录' },
  'unknown.no-key-papers-named': {
    en: 'no key papers were named beforehand',
    zh: '事先没有指定关键文献',
  },
  'unknown.no-random-sample': {
    en: 'no random sample was screened to estimate how many records will be included',
    zh: '没有筛选随机样本，无法估计纳入记录的数量',
  },
  'unknown.nothing-rated-twice': {
    en: 'nothing was rated by two people',
    zh: '没有任何单元由两人评定',
  },
  'unknown.one-category-only': {
    en: 'all ratings are the same, so agreement beyond chance cannot be told',
    zh: '所有评定都相同，无法判断超出偶然的一致性',
  },
  'unknown.too-few-units': {
    en: 'too few rated units ({units}) for an interval',
    zh: '评定的单元太少（{units} 个），无法给出区间',
  },
  'screening.verdict.conflict': { en: 'conflict', zh: '意见不一' },
  'screening.verdict.waiting': { en: 'waiting for another screener', zh: '等待另一位筛选者' },
  'screening.stage.title-abstract': { en: 'title and abstract', zh: '题名与摘要' },
  'screening.stage.full-text': { en: 'full text', zh: '全文' },
  'screening.safe.key-papers': {
    en: 'key papers found: {have} of {need}',
    zh: '已发现关键文献：{have} / {need}',
  },
  'screening.safe.twice-expected': {
    en: 'screened twice the expected number of included records: {have} of {need}',
    zh: '筛选数达到预计纳入数的两倍：{have} / {need}',
  },
  'screening.safe.least-share': {
    en: 'least share of all records screened: {have} of {need}',
    zh: '达到最低筛选比例：{have} / {need}',
  },
  'screening.safe.irrelevant-run': {
    en: 'irrelevant in a row: {have} of {need}',
    zh: '连续不相关：{have} / {need}',
  },
} as const satisfies Texts;
