import type { Texts } from './text.ts';

export const compareTexts = {
  'compare.title': { en: 'Compare plans', zh: '方案比较' },
  'compare.sentence': {
    en: '{count} options; {live} of them are bettered by none.',
    zh: '共 {count} 个方案，其中 {live} 个不劣于其他任何方案。',
  },
  'compare.front': { en: 'Work out alternatives anew', zh: '重新计算备选方案' },
  'compare.front-first': { en: 'Work out alternatives', zh: '计算备选方案' },
  'compare.no-front': {
    en: 'Only this plan and doing nothing are compared yet. “Work out alternatives” makes plans that trade nature, carbon, local work and money against each other; it takes some minutes.',
    zh: '目前仅比较本方案与不治理。点击“计算备选方案”，可得到在生态、碳汇、用工和资金之间取舍的多个方案，约需数分钟。',
  },
  'compare.empty': { en: 'No plan to compare yet', zh: '尚无可比较的方案' },
  'compare.empty-why': {
    en: 'Make a plan first, on the page Plan; then alternatives can be worked out and set beside it.',
    zh: '请先在“方案”页编制方案，之后可计算备选方案并进行比较。',
  },
  'compare.in-force': { en: 'Programme in force', zh: '现行方案（已采纳）' },
  'compare.table-lead': {
    en: 'Pin up to {most}: they stand first and stay in the address.',
    zh: '最多可固定 {most} 个方案，固定后排在前面，并保留在网址中。',
  },
  'compare.table-note': {
    en: 'Bold: the best of its column among options that none betters. Gap: how far from the best possible at most. Place: under the weights below, with the places it takes when weights move.',
    zh: '加粗：未被超越的方案中该列最优。差距：与理论最优的最大可能差距。名次：按下方权重排序，括号内为权重变动时的名次范围。',
  },
  'compare.pin': { en: 'Pin: {name}', zh: '固定：{name}' },
  'compare.unpin': { en: 'Release: {name}', zh: '取消固定：{name}' },
  'compare.rank': { en: 'Place', zh: '名次' },
  'compare.rank-best': { en: 'Best place', zh: '最好名次' },
  'compare.rank-worst': { en: 'Worst place', zh: '最差名次' },
  'compare.score': { en: 'Score', zh: '得分' },
  'compare.why-in': { en: 'Why is this one in? {name}', zh: '为何列入：{name}' },
  'compare.in.this': {
    en: 'It is the plan as it was solved last, best in the weights of the settings.',
    zh: '最近一次编制的方案，按设置中的权重最优。',
  },
  'compare.in.adopted': {
    en: 'It is the plan as it was adopted, best in the weights it was solved with.',
    zh: '采纳时的方案，按当时的权重最优。',
  },
  'compare.in.force': {
    en: 'It is being carried out; seasons have moved it.',
    zh: '正在实施的方案，已随年度调控调整。',
  },
  'compare.in.nothing': {
    en: 'It is what all others are counted against.',
    zh: '其余方案均以此为比较基准。',
  },
  'compare.in.greedy': {
    en: 'It takes value for money in turn: a baseline.',
    zh: '按性价比依次选取，作为对照基准。',
  },
  'compare.in.front': {
    en: 'No other option is at least as good in everything and better in something.',
    zh: '没有其他方案各项均不劣于它且至少一项更优。',
  },
  'compare.in.dominated': {
    en: 'It stays in the table only to show that {other} betters it.',
    zh: '仅为说明“{other}”优于它而保留在表中。',
  },
  'compare.in.balanced': {
    en: 'It is nearest to the best of all objectives at once.',
    zh: '与各目标同时最优最为接近。',
  },
  'compare.in.leads': { en: 'Best of all in: {objectives}.', zh: '以下目标最优：{objectives}。' },
  'compare.in.rank': {
    en: 'Place {rank} under the weights below; between {best} and {worst} when weights move.',
    zh: '按下方权重排第 {rank}；权重变动时在第 {best} 至 {worst} 之间。',
  },
  'compare.in.against': { en: 'Against this plan: {gains}.', zh: '与本方案相比：{gains}。' },
  'compare.differs': { en: 'Differs on {count} of {all} units', zh: '{all} 个图斑中有 {count} 个不同' },
  'compare.differs-short': {
    en: 'Differs from this plan on {count} units:',
    zh: '与本方案有 {count} 个图斑不同：',
  },
  'compare.differs-more': { en: 'and {count} more', zh: '另有 {count} 个' },
  'compare.brush': { en: 'Brush: only options within …', zh: '筛选范围' },
  'compare.brush-from': { en: '{what}: from', zh: '{what}：下限' },
  'compare.brush-to': { en: '{what}: to', zh: '{what}：上限' },
  'compare.brushed': { en: '{shown} of {all} options lie within', zh: '{all} 个方案中有 {shown} 个在范围内' },
  'compare.brush-all': { en: 'Show all', zh: '全部显示' },
  'compare.parallel': {
    en: 'Each line an option over cost and all objectives; upwards is better on every axis',
    zh: '每条线代表一个方案，各轴均以向上为优',
  },
  'compare.weights': { en: 'What counts how much', zh: '权重与名次' },
  'compare.weights-lead': {
    en: 'Move the weights: places are worked out here and now, and change nothing in the project. The band shows the places an option takes when every weight moves by ±{percent} %. Places compare the options listed here with each other; the plan was solved for the highest sum of weighted value over all that is possible, so it need not come first by another measure.',
    zh: '调整权重，名次即时计算，不改变项目设置。色带表示各权重在 ±{percent} % 内变动时的名次范围。名次只在所列方案之间比较；方案本身是在全部可能中按加权综合价值之和求得最优，换一种排序方法时不一定排在第一。',
  },
  'compare.method': { en: 'How places are worked out', zh: '排序方法' },
  'compare.method.topsis': { en: 'Nearness to the best (TOPSIS)', zh: '贴近度（TOPSIS）' },
  'compare.method.sum': { en: 'Weighted sum', zh: '加权和' },
  'compare.reset': { en: 'Weights of the plan', zh: '恢复方案权重' },
  'compare.rank-chart': {
    en: 'Places of the options, with the band when weights move',
    zh: '各方案名次及权重变动时的范围',
  },
  'compare.stable': {
    en: 'First: {name}, and it stays first when every weight moves by ±{percent} %.',
    zh: '第一：{name}；各权重变动 ±{percent} % 时仍为第一。',
  },
  'compare.unstable': {
    en: 'First: {name}, but it falls to place {worst} when weights move by ±{percent} %: the order hangs on the weights.',
    zh: '第一：{name}；但权重变动 ±{percent} % 时可降至第 {worst}，排序对权重敏感。',
  },
  'compare.difference': { en: 'Where two plans differ', zh: '两方案差异' },
  'compare.difference-map': {
    en: 'Units that differ between {one} and {other}. The table beside it says the same.',
    zh: '{one}与{other}之间有差异的图斑，内容与表格一致。',
  },
  'compare.first': { en: 'First plan', zh: '方案一' },
  'compare.second': { en: 'Second plan', zh: '方案二' },
  'compare.how': { en: 'How', zh: '差异类型' },
  'compare.kind.same': { en: 'the same', zh: '相同' },
  'compare.kind.only-one': { en: 'only in: {one}', zh: '仅“{one}”治理' },
  'compare.kind.only-other': { en: 'only in: {other}', zh: '仅“{other}”治理' },
  'compare.kind.package': { en: 'another package', zh: '措施或方向不同' },
  'compare.kind.year': { en: 'another year', zh: '年份不同' },
  'compare.whiskers': {
    en: 'Spread of what this plan brings, 5 % to 95 %',
    zh: '本方案成效的不确定范围（5 %–95 %）',
  },
  'compare.whiskers-axis': { en: '% above or below the median', zh: '相对中位数的偏差（%）' },
  'compare.spread': {
    en: '90 % of {draws} draws lie between {low} and {high}.',
    zh: '{draws} 次抽样中 90 % 在 {low} 与 {high} 之间。',
  },
  'compare.trace.sum': {
    en: 'Summed over the chosen packages of all units, over {years} years.',
    zh: '对全部图斑所选措施在 {years} 年内求和。',
  },
  'compare.trace.cost': {
    en: 'Bill of quantities at likely unit costs, without discount, public part.',
    zh: '工程量清单按可能单价计算，不折现，仅公共资金部分。',
  },
  'compare.trace.ecology': {
    en: 'Area × gain in nearness to the reference at the end of the horizon.',
    zh: '面积 × 评价期末与参照区接近程度的增量。',
  },
  'compare.trace.carbon': {
    en: 'Biomass and soil carbon of the end use that would not be there without it, less emissions of the works, plus grid power that a solar farm displaces.',
    zh: '用途带来的新增生物量与土壤碳，扣除施工排放，加上光伏替代电网用电的减排。',
  },
  'compare.trace.livelihood': {
    en: 'Labour share of the bill over the price of a person-year, local share.',
    zh: '清单中人工费除以人年单价，再乘当地用工比例。',
  },
  'compare.trace.npv': {
    en: 'Revenue less costs of all payers, discounted.',
    zh: '各方收入减成本，折现求和。',
  },
  'compare.trace.change': {
    en: 'Other unit costs, findings on survival and recovery, or other choices.',
    zh: '单价、成活率与恢复速率的证据，或选择本身的变化。',
  },
} satisfies Texts;
