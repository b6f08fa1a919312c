import type { Texts } from './index.ts';

/** The plan report: its sections, figures and tables. */
export const planReportTexts = {
  'error.E-PLN-304': { en: '{where} has no plan yet.', zh: '{where} 尚未编制修复方案。' },
  'hint.E-PLN-304': { en: 'Run `aftermine plan solve` first.', zh: '请先运行 `aftermine plan solve`。' },

  'plan-page.title': { en: '{name}: restoration plan', zh: '{name}：生态修复方案' },
  'plan-page.kind': { en: 'Restoration plan: what, where, when, with whose money', zh: '生态修复方案报告' },
  'plan-page.skip': { en: 'To the comparison of options', zh: '跳到方案对比' },
  'plan-page.contents': { en: 'Contents', zh: '目录' },
  'plan-page.north': { en: 'north', zh: '北' },
  'plan-page.made-by': { en: 'Made by Aftermine {version}.', zh: '由 Aftermine {version} 生成。' },
  'plan-page.twin': { en: 'The same as a table', zh: '以表格查看' },
  'plan-page.more-rows': {
    en: '{shown} of {count} are shown; all are in project.gpkg.',
    zh: '此处列出 {shown} 条，共 {count} 条，全部见 project.gpkg。',
  },
  'plan-page.yes': { en: 'yes', zh: '是' },
  'plan-page.no': { en: 'no', zh: '否' },
  'plan-page.not-known': { en: 'not known', zh: '未知' },
  'plan-page.nothing': { en: 'nothing is done', zh: '不治理' },
  'plan-page.total': { en: 'Total', zh: '合计' },
  'plan-page.haul': { en: 'haul of topsoil', zh: '表土运输' },
  'plan-page.money': { en: '{currency} {value}', zh: '{value} 万{currency}' },
  'plan-page.money-unit': { en: '{currency}', zh: '万{currency}' },
  'plan-page.money-axis': { en: 'million {currency}', zh: '百万{currency}' },
  'plan-page.money-round': { en: '{currency} 1 million', zh: '100 万{currency}' },
  'plan-page.price': { en: '{currency} {value}', zh: '{value} {currency}' },
  'plan-page.month': { en: '{year}-{month}', zh: '{year} 年 {month} 月' },
  'plan-page.pair': { en: '{what}: {told}', zh: '{what}：{told}' },
  'plan-page.package': { en: '{endUse}: {measures}', zh: '{endUse}（{measures}）' },
  'plan-page.package-in': { en: '{package}, {year}', zh: '{package}，{year} 年' },
  'plan-page.unit-name': { en: '{id} ({name})', zh: '{id}（{name}）' },
  'plan-page.unverified': { en: 'unverified default', zh: '默认值未核实' },

  'plan-page.verdict.plan': {
    en: 'From {first} to {last} the programme treats {treated} of {units} units, {area}, for {cost} of public money at {priceYear} prices, and recovers as much as {ecology} ha of reference land.',
    zh: '{first}–{last} 年治理 {units} 个图斑中的 {treated} 个，面积 {area}，按 {priceYear} 年价格水平需公共资金 {cost}，恢复成效相当于 {ecology} 公顷参照生态系统。',
  },
  'plan-page.verdict.loss': {
    en: 'From {first} to {last} the programme treats {treated} of {units} units, {area}, for {cost} of public money at {priceYear} prices; nature is then worth {ecology} ha of reference land less than if the land were left alone.',
    zh: '{first}–{last} 年治理 {units} 个图斑中的 {treated} 个，面积 {area}，按 {priceYear} 年价格水平需公共资金 {cost}；与不治理相比，生态成效减少 {ecology} 公顷当量。',
  },
  'plan-page.verdict.concession': { en: 'Concessions pay {cost} more.', zh: '另由特许经营方出资 {cost}。' },
  'plan-page.verdict.nothing': {
    en: 'From {first} to {last} nothing is done on any of {units} units ({treated} treated, {area}, {cost} at {priceYear} prices, {ecology} ha recovered).',
    zh: '{first}–{last} 年 {units} 个图斑均不安排治理（治理 {treated} 个，{area}，{priceYear} 年价格 {cost}，恢复 {ecology} 公顷）。',
  },
  'plan-page.verdict.infeasible': {
    en: 'There is no programme that meets all demands.',
    zh: '现有要求无法同时满足，没有可行方案。',
  },
  'plan-page.verdict.unknown': {
    en: 'No programme was found in the time given.',
    zh: '在给定时间内未找到可行方案。',
  },
  'plan-page.verdict.optimal': { en: 'Proven best', zh: '已证明最优' },
  'plan-page.verdict.feasible': { en: 'A programme was found', zh: '已得到可行方案' },
  'plan-page.status.optimal': {
    en: 'Proven best for the weights it was solved with: under these figures and demands no other programme has a higher weighted value. In one objective alone another may bring more.',
    zh: '按求解所用权重已证明最优：在现有参数和要求下，没有加权综合价值更高的方案；就单个目标而言，其他方案可能更好。',
  },
  'plan-page.status.within': {
    en: 'Within {percent} % of the best possible.',
    zh: '与理论最优的差距不超过 {percent} %。',
  },
  'plan-page.status.feasible': {
    en: 'A programme that meets all demands; how far it is from the best is not known.',
    zh: '满足全部要求，但与最优的差距未知。',
  },
  'plan-page.status.infeasible': {
    en: 'No plan: below stands which demands cannot be met together, and the least that would help.',
    zh: '无可行方案：下文列出相互冲突的要求及最小的调整办法。',
  },
  'plan-page.status.unknown': {
    en: 'No plan yet: allow more time (plan.timeLimitS) or a wider gap (plan.gap).',
    zh: '暂无方案：请延长求解时间（plan.timeLimitS）或放宽允许差距（plan.gap）。',
  },
  'plan-page.status-word.optimal': { en: 'proven best for its weights', zh: '按所用权重已证明最优' },
  'plan-page.status-word.feasible': { en: 'feasible, bound known', zh: '可行，已知上界' },
  'plan-page.status-word.infeasible': { en: 'infeasible', zh: '不可行' },
  'plan-page.status-word.unknown': { en: 'not decided in time', zh: '限时内未确定' },

  'plan-page.fact.units': { en: 'Units treated', zh: '治理图斑' },
  'plan-page.fact.of': { en: '{some} of {all}', zh: '{some} / {all} 个' },
  'plan-page.fact.treated': { en: 'Area treated', zh: '治理面积' },
  'plan-page.fact.all': { en: 'Area of all units', zh: '图斑总面积' },
  'plan-page.fact.cost': { en: 'Public cost, {year} prices', zh: '公共资金（{year} 年价格）' },
  'plan-page.fact.concession': { en: 'Concession pays, {year} prices', zh: '特许经营出资（{year} 年价格）' },
  'plan-page.fact.ecology': { en: 'Recovered land', zh: '恢复成效' },
  'plan-page.fact.carbon': {
    en: 'Carbon gained or avoided in {years} years',
    zh: '{years} 年碳汇与减排',
  },
  'plan-page.fact.livelihood': { en: 'Local work', zh: '当地用工' },
  'plan-page.fact.jobs': { en: 'Permanent jobs', zh: '长期岗位（个）' },
  'plan-page.fact.npv': { en: 'Net present value', zh: '净现值' },
  'plan-page.fact.gap': { en: 'Gap to the best possible', zh: '与最优的差距' },

  'plan-page.conflict': { en: 'What cannot be met together', zh: '相互冲突的要求' },
  'plan-page.conflict.lead': {
    en: 'These demands cannot all be met. Without any one of them the others can.',
    zh: '以下要求不能同时满足；去掉其中任意一项，其余即可满足。',
  },
  'plan-page.conflict.unproven': {
    en: 'Time ran out before it was proven which demands stand against each other.',
    zh: '限时内未能证明具体是哪些要求相互冲突。',
  },
  'plan-page.demand.row': { en: '{id}', zh: '{id}' },
  'plan-page.demand.mandatory': { en: 'Unit {id} must be treated', zh: '图斑 {id} 必须治理' },
  'plan-page.demand.exclusive': {
    en: 'Only one of exclusive group {id} may be done',
    zh: '互斥组 {id} 只能实施其一',
  },
  'plan-page.demand.compartment': {
    en: 'The least number of units of compartment {id}',
    zh: '治理片区 {id} 的最少图斑数',
  },
  'plan-page.relax': { en: 'The least that would help', zh: '最小调整办法' },
  'plan-page.relax.lead': {
    en: 'Together these changes are enough; each is counted as a share of its limit, and the sum is as small as it can be.',
    zh: '以下调整同时实施即可得到可行方案；调整量按占限额的比例合计为最小。',
  },
  'plan-page.relax.raise': { en: 'Raise “{row}” by {amount}.', zh: '将“{row}”提高 {amount}。' },
  'plan-page.relax.lower': { en: 'Lower “{row}” by {amount}.', zh: '将“{row}”降低 {amount}。' },
  'plan-page.relax.move': { en: 'Change “{row}” by {amount}.', zh: '将“{row}”调整 {amount}。' },
  'plan-page.relax.mandatory': {
    en: 'Do not insist on treating unit {id}.',
    zh: '不再要求必须治理图斑 {id}。',
  },
  'plan-page.relax.exclusive': {
    en: 'Allow more than one of exclusive group {id}.',
    zh: '允许互斥组 {id} 同时实施多项。',
  },
  'plan-page.relax.compartment': {
    en: 'Ask for fewer units of compartment {id}.',
    zh: '降低治理片区 {id} 的最少图斑数。',
  },

  'plan-page.options': { en: 'What each option brings', zh: '方案对比' },
  'plan-page.options.lead': {
    en: 'Each row is a programme one could decide for, each column what it brings within the horizon, against leaving the land alone.',
    zh: '每行为一个可选方案，每列为评价期内相对于“不治理”的成效。',
  },
  'plan-page.options.caption': { en: 'Options against what they bring', zh: '各方案的投入与成效' },
  'plan-page.options.note': {
    en: 'Bold: the best of the column. Gap: how far from the best possible at most. Closeness: nearness to the best of all objectives at once (TOPSIS, 0 to 1).',
    zh: '加粗为该列最优值。差距：与理论最优的最大可能差距。贴近度：与各目标同时最优的接近程度（TOPSIS，0–1）。',
  },
  'plan-page.options.front-solved': {
    en: 'The alternatives stand with the plan that was solved last: `aftermine report plan --solved`. Their figures rest on what was known then, those of the programme on what its seasons taught.',
    zh: '备选方案随最近一次求解的方案保存，可运行 `aftermine report plan --solved` 查看；其数值按求解时的参数计算，现行方案的数值已计入各年度评估的新认识。',
  },
  'plan-page.options.no-front': {
    en: 'Alternatives were not computed; `aftermine plan front` does.',
    zh: '尚未计算备选方案，可运行 `aftermine plan front`。',
  },
  'plan-page.option.this': { en: 'This plan', zh: '本方案' },
  'plan-page.option.greedy': {
    en: 'By value for money (baseline)',
    zh: '性价比排序（基准）',
  },
  'plan-page.option.front': { en: 'Plan {id}', zh: '方案 {id}' },
  'plan-page.option.nothing': { en: 'Do nothing', zh: '不治理' },
  'plan-page.option.balanced': { en: 'balanced', zh: '均衡方案' },
  'plan-page.option.dominated': { en: 'dominated', zh: '劣方案' },
  'plan-page.dominated.by': {
    en: '{other} is at least as good in everything, and better in {better}.',
    zh: '{other}各项均不劣于它，且{better}更优。',
  },
  'plan-page.dominated.by-other': {
    en: '{other} is at least as good in everything, and better in something.',
    zh: '{other} 各项均不劣于它，且至少一项更优。',
  },
  'plan-page.dominated.in': { en: '{objective} ({gain})', zh: '{objective}（{gain}）' },
  'plan-page.objective-short.ecology': { en: 'recovered land', zh: '恢复成效' },
  'plan-page.objective-short.carbon': { en: 'carbon', zh: '碳汇与减排' },
  'plan-page.objective-short.livelihood': { en: 'local work', zh: '当地用工' },
  'plan-page.objective-short.npv': { en: 'net present value', zh: '净现值' },

  'plan-page.front': { en: 'Front of plans', zh: '非劣方案前沿' },
  'plan-page.front.lead': {
    en: 'No plan on the front can be bettered in one objective without losing in another.',
    zh: '前沿上的方案，改善任一目标都会使其他目标变差。',
  },
  'plan-page.front.across': { en: 'Across', zh: '横轴' },
  'plan-page.front.up': { en: 'Up', zh: '纵轴' },
  'plan-page.front.chart': {
    en: 'Options by {x} (across) and {y} (up)',
    zh: '各方案的{x}（横轴）与{y}（纵轴）',
  },
  'plan-page.front.table': { en: 'Options of the chart', zh: '图中各方案' },
  'plan-page.front.legend.this': { en: 'this plan', zh: '本方案' },
  'plan-page.front.legend.front': { en: 'plan on the front', zh: '前沿方案' },
  'plan-page.front.legend.balanced': { en: 'balanced plan on the front', zh: '均衡方案' },
  'plan-page.front.legend.dominated': { en: 'dominated plan', zh: '劣方案' },
  'plan-page.front.legend.nothing': { en: 'do nothing', zh: '不治理' },
  'plan-page.axis.cost': { en: 'Public cost, {unit}', zh: '公共资金投入（{unit}）' },
  'plan-page.axis.npv': { en: 'Net present value, {unit}', zh: '净现值（{unit}）' },
  'plan-page.payoff': { en: 'How far each objective can go', zh: '各目标的可达范围' },
  'plan-page.payoff.lead': {
    en: 'Best: where this objective alone counts. Worst: where another comes first.',
    zh: '最优：仅追求该目标时；最差：优先追求其他目标时。',
  },
  'plan-page.agreement': { en: 'Where plans agree', zh: '各方案的一致程度' },
  'plan-page.agreement.lead': {
    en: 'Share of the plans on the front that choose the same for a unit. A high share is safe whatever the weights; a low one is for people to weigh.',
    zh: '前沿方案中对该图斑作出相同选择的比例。比例高，说明选择不受权重影响；比例低，需由相关方权衡。',
  },

  'plan-page.map': { en: 'Map and programme', zh: '方案布局图与治理安排' },
  'plan-page.map.lead': {
    en: 'Each unit has the colour and pattern of what it becomes, its name, and the year in which works begin; it leads to its sheet.',
    zh: '图斑按复垦方向着色并填充图案，标注编号、方向和开工年份，点击可查看说明。',
  },
  'plan-page.map.label': {
    en: 'Map of {units} units by end use, {treated} of them treated',
    zh: '{units} 个图斑的复垦方向图，其中 {treated} 个安排治理',
  },
  'plan-page.map.left': { en: 'nothing is done', zh: '不治理' },
  'plan-page.map.boundary': { en: 'boundary', zh: '项目边界' },
  'plan-page.map.crs': {
    en: 'Coordinate system: {crs}. North is up.',
    zh: '坐标系：{crs}，图上方为北。',
  },
  'plan-page.programme': { en: 'Programme by unit', zh: '分图斑治理安排' },

  'plan-page.schedule': { en: 'Schedule', zh: '施工进度' },
  'plan-page.schedule.lead': {
    en: 'Each measure waits for its season and for the measures before it. A critical one leaves no room: a delay of it delays the unit.',
    zh: '各措施须待适宜季节和前置工序完成后实施；关键工序没有机动时间，延误即影响该图斑工期。',
  },
  'plan-page.schedule.chart': {
    en: 'Schedule of {tasks} tasks by unit and measure; the table below says the same',
    zh: '{tasks} 项工序的进度横道图，下方表格内容相同',
  },
  'plan-page.schedule.table': { en: 'Schedule by unit and measure', zh: '分图斑工序安排' },
  'plan-page.schedule.bar': { en: 'task', zh: '工序' },
  'plan-page.schedule.critical': { en: 'critical', zh: '关键工序' },
  'plan-page.schedule.critical-bar': { en: 'critical task', zh: '关键工序' },
  'plan-page.schedule.season': { en: 'season in which it can be done', zh: '适宜施工（种植）期' },
  'plan-page.schedule.all-year': { en: 'all year', zh: '全年' },
  'plan-page.schedule.months': { en: 'month {from} to {to}', zh: '{from} 月至 {to} 月' },
} as const satisfies Texts;
