import type { Texts } from './index.ts';

/** Words of the priority list of a filing. */
export const priorityListTexts = {
  'error.E-PLN-341': {
    en: 'The priority list is a .docx document; {got} is not named like one.',
    zh: '优先清单为 .docx 文档，{got} 的扩展名不符。',
  },
  'hint.E-PLN-341': { en: 'Write `-o FILE.docx`.', zh: '请写 `-o 文件.docx`。' },

  'priority.title': { en: 'Priority list of {name}', zh: '{name}治理优先清单' },
  'priority.sheet': { en: 'Priority list', zh: '优先清单' },
  'priority.made': {
    en: 'Made with Aftermine {version} from the diagnosis up to {observed} and the plan of {start} to {end}. Money in {currency}, without discount.',
    zh: '由 Aftermine {version} 依据截至 {observed} 年的诊断和 {start}—{end} 年的方案生成。金额单位：{currency}，未折现。',
  },
  'priority.lead': {
    en: '{ranked} of {units} units ({areaHa} ha, {mu} mu) have works with a known cost; together they cost {cost}.',
    zh: '{units} 个图斑中 {ranked} 个（{areaHa} 公顷，{mu} 亩）已有可行措施及费用，合计 {cost}。',
  },
  'priority.lead-line': {
    en: 'The public money of the programme, {budget}, reaches down to rank {last}.',
    zh: '规划期财政资金 {budget}，可安排至第 {last} 位。',
  },
  'priority.lead-none': {
    en: 'The public money of the programme, {budget}, does not reach the first rank.',
    zh: '规划期财政资金 {budget}，不足以安排第 1 位。',
  },
  'priority.lead-no-budget': {
    en: 'The settings of the plan state no budget, so there is no line.',
    zh: '方案设置未给出预算，因此不划资金线。',
  },
  'priority.line': {
    en: 'Line of the budget: {budget}. What stands below is not paid for.',
    zh: '资金线：{budget}。以下图斑暂无资金安排。',
  },
  'priority.below': { en: 'Without rank', zh: '未列入排序' },
  'priority.col.rank': { en: 'Rank', zh: '序号' },
  'priority.col.unit': { en: 'Unit', zh: '图斑编号' },
  'priority.col.name': { en: 'Name', zh: '名称' },
  'priority.col.village': { en: 'Village', zh: '所在村' },
  'priority.col.area-ha': { en: 'Area, ha', zh: '面积（公顷）' },
  'priority.col.area-mu': { en: 'Area, mu', zh: '面积（亩）' },
  'priority.col.risk': { en: 'Danger, and what carried the rank', zh: '风险及排序依据' },
  'priority.col.need': { en: 'Need, 0 to 1', zh: '治理需求（0—1）' },
  'priority.col.problems': { en: 'Problems found', zh: '主要问题' },
  'priority.col.package': { en: 'Measures and end use', zh: '治理措施与利用方向' },
  'priority.col.year': { en: 'Year in the plan', zh: '方案年度' },
  'priority.col.cost': { en: 'Public cost', zh: '财政投入' },
  'priority.col.cumulated': { en: 'Added up', zh: '累计' },
  'priority.col.within': { en: 'Paid for', zh: '资金安排' },
  'priority.risk.danger': { en: 'danger', zh: '有危险' },
  'priority.risk.watch': { en: 'to be watched', zh: '需关注' },
  'priority.risk.none': { en: 'none found', zh: '未发现' },
  'priority.carried.hazard': { en: '{risk}: {factors}', zh: '{risk}：{factors}' },
  'priority.carried.need': {
    en: '{risk}; need, mostly {indicator} ({percent} %)',
    zh: '{risk}；按治理需求，主要为{indicator}（{percent} %）',
  },
  'priority.within.yes': { en: 'yes', zh: '已安排' },
  'priority.within.no': { en: 'no', zh: '未安排' },
  'priority.unknown': { en: 'not known', zh: '未知' },
  'priority.none-found': { en: 'none', zh: '无' },
  'priority.method.title': { en: 'How it was ranked', zh: '排序方法' },
  'priority.method.order': {
    en: 'Danger first (critical findings of stability, slope or contamination, then major ones), then need (1 minus the score of the diagnosis), then public cost per hectare. The column of danger names what carried the rank: the hazards, else the obstacle that weighs most in the need. So land that looks well can stand high where its ground is steep or not stable enough. The line stands after the last rank whose added-up cost the public money covers; nothing below is pulled up.',
    zh: '先按风险（稳定性、坡度或污染的严重问题在前，较重问题次之），再按治理需求（1 减诊断得分），最后按每公顷财政投入排序。“风险”栏注明排序依据：危险因素，或治理需求中占比最大的障碍因素；长势较好但坡陡或稳定性不足的图斑因此可能排在前面。资金线划在累计投入不超过财政资金的最后一位之后，其下图斑不跨位上提。',
  },
  'priority.method.plan': {
    en: 'The plan weighs cost against effect and can differ from this list; its year stands beside each unit.',
    zh: '方案按费用与效果综合优化，可能与本清单不同；方案年度列于各图斑之后。',
  },
  'priority.method.unverified': {
    en: '{count} figures of the library behind the costs are not verified yet.',
    zh: '费用所依据的库内数据中有 {count} 项尚未核实。',
  },
  'priority.method.spectral': {
    en: 'What satellites show is a state of the surface, not a finding of fault.',
    zh: '卫星反映的是地表状况，不构成责任认定。',
  },
  'priority.sign.unit': { en: 'Prepared by (office):', zh: '编制单位：' },
  'priority.sign.date': { en: 'Date:', zh: '日期：' },
  'priority.sign.check': { en: 'Checked by:', zh: '审核：' },
} satisfies Texts;
