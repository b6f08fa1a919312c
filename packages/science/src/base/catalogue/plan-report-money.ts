import type { Texts } from './index.ts';

/** The plan report: money, limits, risk, finance, games. */
export const planReportMoneyTexts = {
  'plan-page.cash': { en: 'Money by year', zh: '分年度资金' },
  'plan-page.cash.lead': {
    en: 'Left bar: what is spent. Right bar: what pays for it. At {year} prices, without discount.',
    zh: '左柱为支出，右柱为资金来源。按 {year} 年价格水平，未折现。',
  },
  'plan-page.cash.chart': {
    en: 'Money spent and its sources by year; the table below says the same',
    zh: '分年度支出与资金来源柱状图，下方表格内容相同',
  },
  'plan-page.cash.table': { en: 'Money by year, {unit}', zh: '分年度资金表（{unit}）' },
  'plan-page.cash.spent': { en: 'Spent:', zh: '支出：' },
  'plan-page.cash.paid': { en: 'Paid from:', zh: '来源：' },
  'plan-page.cash.works': { en: 'works', zh: '工程施工费' },
  'plan-page.cash.upkeep': { en: 'upkeep', zh: '管护费' },
  'plan-page.cash.capital': { en: 'capital', zh: '建设投资' },
  'plan-page.cash.missing': { en: 'not covered', zh: '资金缺口' },
  'plan-page.cash.revenue': { en: 'Revenue', zh: '经营收入' },
  'plan-page.cash.balance': { en: 'Balance', zh: '结余' },
  'plan-page.cash.uncovered': {
    en: '{amount} in {years} is covered by no fund: it falls due after the programme, or is missing.',
    zh: '{years} 年共 {amount}无资金来源：属方案期后的费用，或为资金缺口。',
  },

  'plan-page.limits': { en: 'Limits, and what one more would buy', zh: '约束与影子价格' },
  'plan-page.limits.alone': { en: 'Limits', zh: '约束条件' },
  'plan-page.limits.lead': {
    en: 'What bounds the programme, how much of it is used, and what a little more of it would buy elsewhere in the programme.',
    zh: '方案受哪些条件限制、用了多少，以及限额略有增加时能多换来多少成效。',
  },
  'plan-page.limits.table': { en: 'Limits of the programme', zh: '方案约束' },
  'plan-page.limits.note': {
    en: 'What one more buys is worked out as if options could be split, and holds for small changes. Weighted value is told in recovered land of the same worth.',
    zh: '影子价格按方案可拆分计算，仅适用于小幅变动；综合价值折算为同等价值的恢复面积。',
  },
  'plan-page.limits.carried': {
    en: 'More than the limit of a year: the rest was carried over from the years before.',
    zh: '超出当年限额的部分由以前年度结余结转。',
  },
  'plan-page.sense.most': { en: 'at most', zh: '不超过' },
  'plan-page.sense.least': { en: 'at least', zh: '不低于' },
  'plan-page.sense.equal': { en: 'exactly', zh: '等于' },
  'plan-page.price.more': {
    en: '{unit} more is worth {worth}.',
    zh: '每增加 {unit}，相当于多恢复 {worth}。',
  },
  'plan-page.price.floor': {
    en: 'Each {unit} demanded costs {worth} elsewhere.',
    zh: '每要求 {unit}，其他方面相当于少恢复 {worth}。',
  },
  'plan-page.price.free': {
    en: 'Not scarce: more of it would change nothing.',
    zh: '不紧缺，增加限额不影响结果。',
  },
  'plan-page.price.floor-free': {
    en: 'Met without effort: it costs nothing elsewhere.',
    zh: '自然满足，不占用其他资源。',
  },
  'plan-page.price.value': { en: '{value} of weighted value', zh: '{value} 综合价值' },
  'plan-page.advice': { en: 'Worth a look', zh: '提示' },

  'plan-page.risk': { en: 'Risk', zh: '风险分析' },
  'plan-page.risk.none': {
    en: 'Outcomes were not drawn at random (plan.risk.draws is 0).',
    zh: '未作随机模拟（plan.risk.draws 为 0）。',
  },
  'plan-page.risk.lead': {
    en: 'Costs, survival, speed of recovery and revenue were drawn {draws} times between their low and high figures. The programme stays the same; what it brings varies.',
    zh: '在上下限之间对造价、成活率、恢复速率和收入随机抽样 {draws} 次；方案不变，成效随之变化。',
  },
  'plan-page.risk.over-budget': {
    en: 'The public cost exceeds the budget in {percent} % of the draws.',
    zh: '公共资金超出预算的概率为 {percent} %。',
  },
  'plan-page.risk.no-range': {
    en: 'Range of carbon: not known. The library has single figures for the carbon of a use at maturity, for its soil and for the power of a solar farm; only the survival of plants varies, which is a small part of it.',
    zh: '碳汇与减排：不确定范围未知。措施库中成熟期生物量、土壤碳及光伏发电均只有单一数值，仅植被成活率可变，而其影响很小。',
  },
  'plan-page.risk.table': { en: 'Spread of outcomes over the draws', zh: '成效的分布（分位数）' },
  'plan-page.quantile.p5': { en: '5 %', zh: '5 %' },
  'plan-page.quantile.p25': { en: '25 %', zh: '25 %' },
  'plan-page.quantile.p50': { en: 'Median', zh: '中位数' },
  'plan-page.quantile.p75': { en: '75 %', zh: '75 %' },
  'plan-page.quantile.p95': { en: '95 %', zh: '95 %' },
  'plan-page.quantile.mean': { en: 'Mean', zh: '均值' },
  'plan-page.quantile.sd': { en: 'Standard deviation', zh: '标准差' },
  'plan-page.tornado': { en: 'What the net present value hangs on', zh: '净现值敏感性' },
  'plan-page.tornado.lead': {
    en: 'One factor at a time goes to its low and its high figure; the others stay at their median.',
    zh: '逐一将某因素取下限和上限，其余取中位数。',
  },
  'plan-page.tornado.chart': {
    en: 'Net present value at the low and high of each factor; the table below says the same',
    zh: '各因素取上下限时的净现值（龙卷风图），下方表格内容相同',
  },
  'plan-page.tornado.table': {
    en: 'Net present value at the low and high of each factor, {unit}',
    zh: '各因素取上下限时的净现值（{unit}）',
  },
  'plan-page.tornado.low': { en: 'factor low', zh: '因素取下限' },
  'plan-page.tornado.high': { en: 'factor high', zh: '因素取上限' },
  'plan-page.tornado.middle': { en: 'median of the draws: {amount}', zh: '抽样中位数：{amount}' },
  'plan-page.sobol': { en: 'Share of the variance', zh: '方差贡献' },
  'plan-page.sobol.lead': {
    en: 'How much of the variance of the net present value each factor explains alone (Sobol, first order), with its standard error.',
    zh: '各因素单独解释的净现值方差比例（Sobol 一阶指数）及其标准误差。',
  },

  'plan-page.finance': { en: 'Finance and incentives', zh: '财务指标与激励分析' },
  'plan-page.finance.lead': {
    en: 'Over {years} years at a discount rate of {rate} %, {priceYear} prices.',
    zh: '评价期 {years} 年，折现率 {rate} %，{priceYear} 年价格水平。',
  },
  'plan-page.finance.table': { en: 'Figures of finance', zh: '财务指标' },
  'plan-page.finance.programme': { en: 'Whole programme', zh: '全部资金' },
  'plan-page.finance.concession': { en: 'Concession alone', zh: '特许经营部分' },
  'plan-page.finance.npv': { en: 'Net present value, {unit}', zh: '净现值（{unit}）' },
  'plan-page.finance.irr': { en: 'Internal rate of return', zh: '内部收益率' },
  'plan-page.finance.bcr': { en: 'Benefit over cost', zh: '效益费用比' },
  'plan-page.finance.payback': { en: 'Payback, years', zh: '投资回收期（年）' },
  'plan-page.games': { en: 'What games say of incentives', zh: '激励的博弈分析' },
  'plan-page.games.never': {
    en: 'Games explain who would pay for what under which incentive. They never schedule: nothing in this programme was chosen by them.',
    zh: '博弈模型仅用于解释不同激励下各方的投入意愿，不参与排程：本方案的任何选择均非由其决定。',
  },
  'plan-page.games.table': {
    en: 'Effort and quality in the long run by mode of working together',
    zh: '不同合作方式下的长期投入与修复质量',
  },
  'plan-page.games.nash': { en: 'Each on its own (Nash)', zh: '各自决策（纳什）' },
  'plan-page.games.stackelberg': {
    en: 'Government offers a subsidy first (Stackelberg)',
    zh: '政府先定补贴（斯塔克尔伯格）',
  },
  'plan-page.games.cooperative': { en: 'Together', zh: '合作决策' },
  'plan-page.games.gain': {
    en: 'Together they would reach {times} times the quality they reach alone.',
    zh: '合作时的修复质量为各自决策时的 {times} 倍。',
  },
  'plan-page.games.share': {
    en: 'A government that decides first would pay {percent} % of the effort of the enterprise.',
    zh: '政府先行决策时，最优补贴为企业投入的 {percent} %。',
  },
  'plan-page.games.concession': { en: 'Length of the concession', zh: '特许经营期限' },
  'plan-page.games.concession-lead': {
    en: 'The longer the enterprise keeps the benefit, the more it puts in.',
    zh: '企业享有收益的年限越长，投入越多。',
  },
  'plan-page.games.evolutionary': { en: 'Supervision and good work over time', zh: '监管与施工质量的演化' },
  'plan-page.games.evolutionary-lead': {
    en: 'They settle or circle about {supervision} % of projects supervised and {quality} % done well; {period}.',
    zh: '监管比例与优质施工比例围绕 {supervision} % 和 {quality} % 变化；{period}。',
  },
  'plan-page.games.period': { en: 'one turn takes about {years} years', zh: '周期约 {years} 年' },
  'plan-page.games.parameters': { en: 'Figures of the games', zh: '博弈参数' },
} as const satisfies Texts;
