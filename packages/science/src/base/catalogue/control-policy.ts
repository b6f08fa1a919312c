import type { Texts } from './index.ts';

/** Games, value functions and decision processes that explain incentives and upkeep. */
export const controlPolicyTexts = {
  'error.E-CTL-501': {
    en: 'At {where} no allowed effort keeps the state on its grid: {expected} is needed, {got} is what remains.',
    zh: '在 {where} 处，允许的投入无法使状态留在网格内：应满足 {expected}，实际为 {got}。',
  },
  'hint.E-CTL-501': {
    en: 'Take a wider grid, or allow more or less effort.',
    zh: '请扩大网格范围，或放宽投入的上下限。',
  },
  'error.E-CTL-502': {
    en: 'The chances of {where} sum to {got}; {expected} is expected, or 0 where the action ends the process.',
    zh: '{where} 的转移概率之和为 {got}，应为 {expected}；终止性措施则应为 0。',
  },
  'hint.E-CTL-502': {
    en: 'Give every next state, the present one included, its chance.',
    zh: '请为每个后续状态（包括维持现状）给出概率。',
  },

  'policy.finding.never-schedules': {
    en: 'These models explain incentives and upkeep; none of them sets the schedule, the budget or an alert.',
    zh: '以下模型仅用于解释激励与管护，不决定排程、预算或提示。',
  },
  'policy.finding.illustrative': {
    en: '{usual} of {all} figures are illustrative defaults nobody has measured here: read directions, not amounts.',
    zh: '{all} 个参数中有 {usual} 个为示意性默认值，未经本项目实测：请看方向，勿看数额。',
  },
  'policy.finding.least-rate': {
    en: 'Games without end need a discount rate above 0; {rate} a year is taken.',
    zh: '无限期博弈要求折现率大于 0，此处取每年 {rate}。',
  },
  'policy.agrees': { en: 'as the literature reports', zh: '与文献结论一致' },
  'policy.differs': { en: 'the literature reports otherwise', zh: '与文献结论不同' },

  'policy.topic.effort': { en: 'Who puts in how much', zh: '各方投入' },
  'policy.topic.concession': { en: 'Length of the concession', zh: '特许经营期限' },
  'policy.topic.holding': { en: 'Holding quality near a target', zh: '维持目标质量' },
  'policy.topic.threshold': { en: 'Land with a tipping point', zh: '存在临界点的土地' },
  'policy.topic.upkeep': { en: 'Upkeep of a unit', zh: '图斑管护' },
  'policy.topic.compliance': { en: 'Supervision, good work, reports', zh: '监管、优质施工与举报' },
  'policy.topic.known': { en: 'Known results', zh: '已知结果校验' },

  'policy.player.government': { en: 'government', zh: '政府' },
  'policy.player.enterprise': { en: 'the enterprise', zh: '企业' },
  'policy.player.public': { en: 'the public', zh: '公众' },

  'policy.play.nash': { en: 'each on its own', zh: '各自决策' },
  'policy.play.stackelberg': { en: 'government offers a share first', zh: '政府先行分担成本' },
  'policy.play.cooperative': { en: 'as one', zh: '合作决策' },
  'policy.play.altruistic': { en: "each weighs the other's gain", zh: '各方兼顾对方收益' },
  'policy.play.incentive-nash': {
    en: 'outcome incentive, each on its own',
    zh: '结果激励，各自决策',
  },
  'policy.play.incentive-cooperative': { en: 'outcome incentive, as one', zh: '结果激励，合作决策' },
  'policy.play.incentive-altruistic': {
    en: "outcome incentive, each weighs the other's gain",
    zh: '结果激励，各方兼顾对方收益',
  },
  'policy.play.subsidy-outside-nash': {
    en: 'process subsidy from outside, each on its own',
    zh: '外部过程补贴，各自决策',
  },
  'policy.play.subsidy-outside-cooperative': {
    en: 'process subsidy from outside, as one',
    zh: '外部过程补贴，合作决策',
  },
  'policy.play.subsidy-inside-nash': {
    en: 'process subsidy by government itself, each on its own',
    zh: '政府自付过程补贴，各自决策',
  },
  'policy.play.subsidy-inside-cooperative': {
    en: 'process subsidy by government itself, as one',
    zh: '政府自付过程补贴，合作决策',
  },
  'policy.play.public-nash': { en: 'with the public, each on its own', zh: '公众参与，各自决策' },
  'policy.play.public-cooperative': { en: 'with the public, as one', zh: '公众参与，合作决策' },

  'policy.state.bare': { en: 'bare', zh: '裸地' },
  'policy.state.sparse': { en: 'sparse', zh: '稀疏植被' },
  'policy.state.established': { en: 'established', zh: '植被成型' },
  'policy.state.failed': { en: 'failed planting', zh: '栽植失败' },
  'policy.state.self-sustaining': { en: 'self-sustaining', zh: '自我维持' },
  'policy.action.wait': { en: 'watch and wait', zh: '监测等待' },
  'policy.action.replant': { en: 'replant', zh: '补植' },
  'policy.action.irrigate': { en: 'irrigate', zh: '灌溉' },
  'policy.action.close': { en: 'close and hand over', zh: '验收移交' },

  'policy.finding.led.shares': {
    en: 'A government that first offers to pay {share} % of the cost of the enterprise lifts long-run quality from {from} to {to}.',
    zh: '政府先行承担企业成本的 {share} % 时，长期修复质量由 {from} 提高到 {to}。',
  },
  'policy.finding.led.nothing': {
    en: 'The enterprise gains more than twice what government does, so government has no reason to share its cost.',
    zh: '企业收益超过政府收益的两倍，政府没有分担成本的动机。',
  },
  'policy.finding.cooperation.both': {
    en: 'Acting as one lifts long-run quality from {from} to {to} and total value by {gain}, and both gain.',
    zh: '合作使长期修复质量由 {from} 提高到 {to}，总收益增加 {gain}，双方均获益。',
  },
  'policy.finding.cooperation.payment': {
    en: 'Acting as one lifts long-run quality from {from} to {to} and total value by {gain}, but {loser} alone would lose {least} by it and needs a payment of {least} to {most} from the other.',
    zh: '合作使长期修复质量由 {from} 提高到 {to}，总收益增加 {gain}；但若无转移支付，{loser}将损失 {least}，需由另一方补偿 {least} 至 {most}。',
  },
  'policy.finding.outcome-incentive.makes': {
    en: 'With {publicIncentive} to government and {incentive} to the enterprise for each unit of quality a year, both gain by acting as one ({government} and {enterprise}); without it one of them loses {loss}.',
    zh: '每单位质量每年激励政府 {publicIncentive}、企业 {incentive} 时，合作使双方分别获益 {government} 和 {enterprise}；若无激励，其中一方将损失 {loss}。',
  },
  'policy.finding.outcome-incentive.keeps': {
    en: 'With {publicIncentive} to government and {incentive} to the enterprise for each unit of quality a year, both gain by acting as one ({government} and {enterprise}), as they do without it.',
    zh: '每单位质量每年激励政府 {publicIncentive}、企业 {incentive} 时，合作使双方分别获益 {government} 和 {enterprise}；无激励时双方同样获益。',
  },
  'policy.finding.outcome-incentive.short': {
    en: 'With {publicIncentive} to government and {incentive} to the enterprise for each unit of quality a year, one of them still loses by acting as one (government {government}, enterprise {enterprise}).',
    zh: '每单位质量每年激励政府 {publicIncentive}、企业 {incentive} 时，合作仍使其中一方受损（政府 {government}，企业 {enterprise}）。',
  },
  'policy.finding.process-subsidy.inside': {
    en: 'A process subsidy of {subsidy} % that government pays itself changes the effort of the enterprise by {together} % when both act as one, for it only moves money between them, and by {alone} % when each is on its own.',
    zh: '政府自付 {subsidy} % 的过程补贴时，合作情形下企业投入变化 {together} %（仅为双方之间的转移），各自决策时变化 {alone} %。',
  },
  'policy.finding.process-subsidy.outside': {
    en: 'A process subsidy of {subsidy} % from outside changes the effort of the enterprise by {together} % even when both act as one, and that of government not at all.',
    zh: '外部支付 {subsidy} % 的过程补贴时，即使双方合作，企业投入也变化 {together} %，政府投入不变。',
  },
  'policy.finding.equal-money.outcome': {
    en: 'For the same {outlay} of money from outside, paying for outcome brings a long-run quality of {outcome}, a process subsidy of {subsidy} % only {process}, each player on its own.',
    zh: '外部资金同为 {outlay} 且各自决策时，结果激励的长期质量为 {outcome}，{subsidy} % 的过程补贴仅为 {process}。',
  },
  'policy.finding.equal-money.process': {
    en: 'For the same {outlay} of money from outside, a process subsidy of {subsidy} % brings a long-run quality of {process}, paying for outcome only {outcome}, each player on its own: part of that money pays for quality that would be there anyway.',
    zh: '外部资金同为 {outlay} 且各自决策时，{subsidy} % 的过程补贴使长期质量达到 {process}，结果激励仅为 {outcome}，因为后者有一部分资金用于本来就会有的质量。',
  },
  'policy.finding.altruism.pareto': {
    en: "Under the outcome incentive both gain when each weighs the other's gain by {theta} % and {thetaEnterprise} % (government {government}, enterprise {enterprise}); equal altruism stays a gain of both up to {with} %, without the incentive up to {without} %.",
    zh: '在结果激励下，政府与企业分别以 {theta} % 和 {thetaEnterprise} % 的权重兼顾对方时双方均获益（政府 {government}，企业 {enterprise}）；双方同等利他时，帕累托改进可保持到 {with} %，无激励时为 {without} %。',
  },
  'policy.finding.altruism.one-sided': {
    en: "Under the outcome incentive, weighing the other's gain by {theta} % and {thetaEnterprise} % is no gain for both (government {government}, enterprise {enterprise}); equal altruism is one up to {with} %, without the incentive up to {without} %.",
    zh: '在结果激励下，政府与企业分别以 {theta} % 和 {thetaEnterprise} % 的权重兼顾对方时并非双方均获益（政府 {government}，企业 {enterprise}）；双方同等利他时，帕累托改进可保持到 {with} %，无激励时为 {without} %。',
  },
  'policy.finding.public': {
    en: 'A public that puts in {effort} a year lifts long-run quality from {from} to {to} and brings government and enterprise {gain}.',
    zh: '公众每年投入 {effort} 时，长期修复质量由 {from} 提高到 {to}，政府与企业共增益 {gain}。',
  },
  'policy.finding.concession.both': {
    en: 'From {short} to {long} years of concession, what the enterprise puts into the land in its first year rises from {landFrom} to {landTo}, into the industry from {industryFrom} to {industryTo}.',
    zh: '特许经营期由 {short} 年延长到 {long} 年，企业首年对土地的投入由 {landFrom} 增至 {landTo}，对产业的投入由 {industryFrom} 增至 {industryTo}。',
  },
  'policy.finding.concession.not-both': {
    en: 'From {short} to {long} years of concession, not both investments rise: land {landFrom} to {landTo}, industry {industryFrom} to {industryTo}.',
    zh: '特许经营期由 {short} 年延长到 {long} 年，两项投入并未同时增加：土地由 {landFrom} 变为 {landTo}，产业由 {industryFrom} 变为 {industryTo}。',
  },
  'policy.finding.concession.government-too': {
    en: 'Government has income from the industry, so its own effort rises too: by {by} % from {short} to {long} years.',
    zh: '政府从产业中获得收入，其自身投入也随之增加：由 {short} 年延长到 {long} 年时增加 {by} %。',
  },
  'policy.finding.concession.government-not': {
    en: 'From {short} to {long} years, the own effort of government changes by {by} %: without income from the industry, the length means nothing to it.',
    zh: '由 {short} 年延长到 {long} 年，政府自身投入变化 {by} %：没有产业收入时，期限对其没有影响。',
  },
  'policy.finding.holding.alone': {
    en: 'Holding quality at the target of {target} at least cost settles at {quality}, for effort is not free.',
    zh: '以最小成本维持目标质量 {target} 时，最终稳定在 {quality}，因为投入并非没有代价。',
  },
  'policy.finding.holding.two': {
    en: 'Two who each hold a target settle at {apart}; as one they would settle at {together} and save {saved} % of the cost.',
    zh: '双方各自维持目标时稳定在 {apart}；合作则稳定在 {together}，成本节省 {saved} %。',
  },
  'policy.finding.threshold.none': {
    en: 'Land without a tipping point is worth working on from any state; quality settles at {quality}.',
    zh: '没有临界点的土地在任何状态下都值得投入，质量最终稳定在 {quality}。',
  },
  'policy.finding.threshold.always': {
    en: 'Effort is cheap enough to bring land past its tipping point of {tipping} from any state; quality settles at {quality}.',
    zh: '投入成本足够低，任何状态的土地都值得推过临界点 {tipping}，质量最终稳定在 {quality}。',
  },
  'policy.finding.threshold.watershed': {
    en: 'Land below {tipping} sinks by itself; with effort it is worth saving from {from} on and settles at {quality}, and below {from} letting it go costs less.',
    zh: '质量低于 {tipping} 的土地会自行退化；投入后，自 {from} 起值得挽救并稳定在 {quality}，低于 {from} 则放弃更为划算。',
  },
  'policy.finding.threshold.never': {
    en: 'No effort that pays brings land past its tipping point of {tipping}; quality settles at {quality}.',
    zh: '没有任何划算的投入能使土地越过临界点 {tipping}，质量最终稳定在 {quality}。',
  },
  'policy.finding.upkeep.advice': {
    en: 'A unit in the state "{state}": {action}; the next best is worth {margin} a hectare less.',
    zh: '图斑状态为“{state}”时：{action}；次优措施每公顷少 {margin}。',
  },
  'policy.finding.upkeep.close-call': {
    en: 'A unit in the state "{state}": {action}, but the next best is worth only {margin} a hectare less.',
    zh: '图斑状态为“{state}”时：{action}，但次优措施每公顷仅少 {margin}。',
  },
  'policy.finding.upkeep.reach': {
    en: 'A bare unit so kept is self-sustaining after {years} years with a chance of {chance} %.',
    zh: '裸地按此管护，{years} 年后达到自我维持的概率为 {chance} %。',
  },
  'policy.finding.compliance.waves': {
    en: 'Under a fixed fine supervision and good work circle about {supervision} % and {quality} %, one turn in {period} units of time of the model.',
    zh: '固定罚款下，监管与优质施工围绕 {supervision} % 和 {quality} % 循环，周期为 {period} 个模型时间单位。',
  },
  'policy.finding.compliance.no-mix': {
    en: 'Under a fixed fine no mix of supervision and good work holds: one side always does better with one of its two ways.',
    zh: '固定罚款下不存在可维持的混合状态：其中一方总有一种做法更优。',
  },
  'policy.finding.compliance.dynamic': {
    en: 'A fine that rises as bad work spreads calms the waves at {supervision} % supervised and {quality} % done well, against {fixed} % about which they circle under a fixed fine.',
    zh: '罚款随低质量施工增多而提高时，波动逐渐平息，稳定在监管 {supervision} %、优质施工 {quality} %；固定罚款下优质施工则围绕 {fixed} % 循环。',
  },
  'policy.finding.compliance.never-both': {
    en: 'Full supervision with all work done well never lasts while supervision costs anything.',
    zh: '只要监管有成本，全面监管与全部优质施工就不会同时长期存在。',
  },
  'policy.finding.compliance.free': {
    en: 'Supervision costs nothing here, so nothing drives authorities away from it.',
    zh: '此处监管没有成本，主管部门没有放弃监管的动机。',
  },
  'policy.finding.compliance.citizens': {
    en: 'With citizens who report, {supervision} % supervise, {quality} % work well and {reports} % report in the long run on average.',
    zh: '公众参与举报时，长期平均：监管 {supervision} %，优质施工 {quality} %，举报 {reports} %。',
  },
  'policy.finding.compliance.citizens-instead': {
    en: 'With citizens who report, {quality} % work well in the long run on average instead of {without} %, with {supervision} % supervised and {reports} % reporting.',
    zh: '公众参与举报时，优质施工长期平均为 {quality} %（无举报时为 {without} %），监管为 {supervision} %，举报为 {reports} %。',
  },

  'policy.check.value.government': {
    en: 'value of government: closed form against the integral',
    zh: '政府收益：闭式解与积分比较',
  },
  'policy.check.value.enterprise': {
    en: 'value of the enterprise: closed form against the integral',
    zh: '企业收益：闭式解与积分比较',
  },
  'policy.check.deviation.government': {
    en: 'what government loses by leaving its best effort by 0.1',
    zh: '政府偏离最优投入 0.1 的损失',
  },
  'policy.check.deviation.enterprise': {
    en: 'what the enterprise loses by leaving its best effort by 0.1',
    zh: '企业偏离最优投入 0.1 的损失',
  },
  'policy.check.deviation.joint.government': {
    en: 'what both lose when government leaves the joint effort by 0.1',
    zh: '政府偏离合作投入 0.1 时双方的损失',
  },
  'policy.check.deviation.joint.enterprise': {
    en: 'what both lose when the enterprise leaves the joint effort by 0.1',
    zh: '企业偏离合作投入 0.1 时双方的损失',
  },
  'policy.check.leader-share': {
    en: 'share of a leading government: formula against a search',
    zh: '政府先行分担比例：公式与搜索比较',
  },
  'policy.check.path': {
    en: 'quality after 10 years: formula against steps through time',
    zh: '10 年后的质量：公式与逐步积分比较',
  },
  'policy.check.outlay': {
    en: 'money from outside: as paid against as received',
    zh: '外部资金：支出与收入比较',
  },
  'policy.check.concession.endless': {
    en: 'first effort of a very long concession against one without end',
    zh: '超长特许期首年投入与无限期比较',
  },
  'policy.check.concession.deviation.enterprise': {
    en: 'what the enterprise loses by leaving its effort on the land by a tenth',
    zh: '企业土地投入偏离十分之一的损失',
  },
  'policy.check.concession.deviation.industry': {
    en: 'what the enterprise loses by leaving its investment in the industry by a tenth',
    zh: '企业产业投入偏离十分之一的损失',
  },
  'policy.check.tracking.riccati': {
    en: 'remainder of the Riccati equation of one',
    zh: '单方里卡蒂方程残差',
  },
  'policy.check.tracking.cost': {
    en: 'least cost: value against the cost of the policy',
    zh: '最小成本：价值函数与策略成本比较',
  },
  'policy.check.tracking.deviation': {
    en: 'what a changed feedback or constant saves',
    zh: '改变反馈或常数项所节省的成本',
  },
  'policy.check.two-trackers.riccati': {
    en: 'remainder of the coupled Riccati equations',
    zh: '耦合里卡蒂方程残差',
  },
  'policy.check.two-trackers.reply': {
    en: 'distance of each policy from the best reply to the other',
    zh: '各方策略与对对方的最优反应之差',
  },
  'policy.check.two-trackers.deviation': {
    en: 'what a one-sided change of policy saves',
    zh: '单方改变策略所节省的成本',
  },
  'policy.check.hjb.residual': {
    en: 'remainder of the Hamilton-Jacobi-Bellman equation on the grid',
    zh: '网格上 HJB 方程的残差',
  },
  'policy.check.hjb.followed': {
    en: 'value on the grid against following the policy through time',
    zh: '网格价值与按策略推演的收益比较',
  },
  'policy.check.hjb.linear': {
    en: 'linear growth: value on the grid against the closed form',
    zh: '线性增长：网格价值与闭式解比较',
  },
  'policy.check.hjb.order': { en: 'order of the error as cells get smaller', zh: '网格加密时误差的收敛阶' },
  'policy.check.mdp.iterations': {
    en: 'value iteration against policy iteration',
    zh: '值迭代与策略迭代比较',
  },
  'policy.check.mdp.policies': {
    en: 'what any of all 1024 policies is worth more',
    zh: '全部 1024 种策略中超出最优策略的价值',
  },
  'policy.check.evolution.period': {
    en: 'period: formula against the time of a small circle',
    zh: '周期：公式与小环实测比较',
  },
  'policy.check.evolution.drift': {
    en: 'drift of the conserved quantity over 50 circles',
    zh: '50 个周期内守恒量的漂移',
  },
  'policy.check.evolution.focus-trace': {
    en: 'dynamic fine: sum of eigenvalues against differences',
    zh: '动态罚款：特征值之和与差分比较',
  },
  'policy.check.evolution.focus-determinant': {
    en: 'dynamic fine: product of eigenvalues against differences',
    zh: '动态罚款：特征值之积与差分比较',
  },
  'policy.check.evolution.corners': {
    en: 'corners: difference of payoffs against the slope beside them',
    zh: '角点：收益差与邻近斜率比较',
  },
  'policy.check.evolution.shares': { en: 'how far a share leaves 0 to 1', zh: '占比超出 0 至 1 的幅度' },
  'policy.check.known.nash.government': {
    en: 'known case: effort of government, each on its own',
    zh: '已知算例：各自决策，政府投入',
  },
  'policy.check.known.nash.enterprise': {
    en: 'known case: effort of the enterprise, each on its own',
    zh: '已知算例：各自决策，企业投入',
  },
  'policy.check.known.nash.quality': {
    en: 'known case: long-run quality, each on its own',
    zh: '已知算例：各自决策，长期质量',
  },
  'policy.check.known.nash.value-government': {
    en: 'known case: value of government, each on its own',
    zh: '已知算例：各自决策，政府收益',
  },
  'policy.check.known.nash.value-enterprise': {
    en: 'known case: value of the enterprise, each on its own',
    zh: '已知算例：各自决策，企业收益',
  },
  'policy.check.known.stackelberg.share': {
    en: 'known case: share of a leading government',
    zh: '已知算例：政府先行，分担比例',
  },
  'policy.check.known.stackelberg.quality': {
    en: 'known case: long-run quality, government leading',
    zh: '已知算例：政府先行，长期质量',
  },
  'policy.check.known.stackelberg.value-government': {
    en: 'known case: value of a leading government',
    zh: '已知算例：政府先行，政府收益',
  },
  'policy.check.known.stackelberg.value-enterprise': {
    en: 'known case: value of the enterprise, government leading',
    zh: '已知算例：政府先行，企业收益',
  },
  'policy.check.known.cooperative.government': {
    en: 'known case: effort of government, as one',
    zh: '已知算例：合作，政府投入',
  },
  'policy.check.known.cooperative.enterprise': {
    en: 'known case: effort of the enterprise, as one',
    zh: '已知算例：合作，企业投入',
  },
  'policy.check.known.cooperative.quality': {
    en: 'known case: long-run quality, as one',
    zh: '已知算例：合作，长期质量',
  },
  'policy.check.known.cooperative.value': {
    en: 'known case: total value, as one',
    zh: '已知算例：合作，总收益',
  },
  'policy.check.known.tracking.curvature': {
    en: 'known case: curvature of the tracking cost',
    zh: '已知算例：跟踪成本的曲率',
  },
  'policy.check.known.evolution.supervision': {
    en: 'known case: share that supervises',
    zh: '已知算例：监管占比',
  },
  'policy.check.known.evolution.quality': {
    en: 'known case: share that works well',
    zh: '已知算例：优质施工占比',
  },
  'policy.check.known.evolution.period': { en: 'known case: period', zh: '已知算例：周期' },
  'policy.check.known.focus.supervision': {
    en: 'known case: share that supervises, dynamic fine',
    zh: '已知算例：动态罚款，监管占比',
  },
  'policy.check.known.focus.quality': {
    en: 'known case: share that works well, dynamic fine',
    zh: '已知算例：动态罚款，优质施工占比',
  },
  'policy.check.known.focus.real': { en: 'known case: eigenvalue, real part', zh: '已知算例：特征值实部' },
  'policy.check.known.focus.imaginary': {
    en: 'known case: eigenvalue, imaginary part',
    zh: '已知算例：特征值虚部',
  },

  'policy.parameter.altruism.government': {
    en: 'weight government gives to the gain of the enterprise',
    zh: '政府对企业收益的利他权重',
  },
  'policy.parameter.altruism.enterprise': {
    en: 'weight the enterprise gives to the gain of government',
    zh: '企业对政府收益的利他权重',
  },
  'policy.parameter.outcomeIncentive.government': {
    en: 'outcome incentive of government for each unit of quality a year',
    zh: '政府的结果激励（每单位质量每年）',
  },
  'policy.parameter.outcomeIncentive.enterprise': {
    en: 'outcome incentive of the enterprise for each unit of quality a year',
    zh: '企业的结果激励（每单位质量每年）',
  },
  'policy.parameter.processSubsidy': {
    en: 'process subsidy, share of the cost of the enterprise',
    zh: '过程补贴占企业成本的比例',
  },
  'policy.parameter.public.effect': { en: 'effect of public effort on quality', zh: '公众投入的成效系数' },
  'policy.parameter.public.benefit': { en: 'benefit of quality to the public', zh: '修复质量对公众的收益' },
  'policy.parameter.public.cost': { en: 'cost of public effort', zh: '公众投入的成本系数' },
  'policy.parameter.concession.years': {
    en: 'lengths of the concession compared, years',
    zh: '比较的特许经营年限',
  },
  'policy.parameter.concession.industry.effect': {
    en: 'effect of investment on the industry',
    zh: '产业投资的成效系数',
  },
  'policy.parameter.concession.industry.cost': {
    en: 'cost of investment in the industry',
    zh: '产业投资的成本系数',
  },
  'policy.parameter.concession.industry.income': {
    en: 'income of the enterprise from the industry',
    zh: '企业的产业收入系数',
  },
  'policy.parameter.concession.industry.publicIncome': {
    en: 'income of government from the industry',
    zh: '政府的产业收入系数',
  },
  'policy.parameter.concession.industry.decay': {
    en: 'decay of the industry a year',
    zh: '产业质量年衰减率',
  },
  'policy.parameter.concession.industry.fromRestoration': {
    en: 'what restored land adds to the industry',
    zh: '修复质量对产业的带动系数',
  },
  'policy.parameter.concession.industry.startQuality': { en: 'industry at the start', zh: '产业初始质量' },
  'policy.parameter.holding.decay': { en: 'decay of held quality a year', zh: '维持质量的年衰减率' },
  'policy.parameter.holding.startQuality': { en: 'held quality at the start', zh: '维持质量的初始值' },
  'policy.parameter.holding.government.effect': {
    en: 'holding: effect of government',
    zh: '维持：政府投入成效',
  },
  'policy.parameter.holding.government.missCost': {
    en: 'holding: cost to government of missing its target',
    zh: '维持：政府偏离目标的代价',
  },
  'policy.parameter.holding.government.effortCost': {
    en: 'holding: cost of effort of government',
    zh: '维持：政府投入成本',
  },
  'policy.parameter.holding.government.target': { en: 'holding: target of government', zh: '维持：政府目标' },
  'policy.parameter.holding.enterprise.effect': {
    en: 'holding: effect of the enterprise',
    zh: '维持：企业投入成效',
  },
  'policy.parameter.holding.enterprise.missCost': {
    en: 'holding: cost to the enterprise of missing its target',
    zh: '维持：企业偏离目标的代价',
  },
  'policy.parameter.holding.enterprise.effortCost': {
    en: 'holding: cost of effort of the enterprise',
    zh: '维持：企业投入成本',
  },
  'policy.parameter.holding.enterprise.target': {
    en: 'holding: target of the enterprise',
    zh: '维持：企业目标',
  },
  'policy.parameter.threshold.rate': {
    en: 'rate at which land closes its last gap, a year',
    zh: '土地接近承载上限的年速率',
  },
  'policy.parameter.threshold.capacity': {
    en: 'quality the land comes to by itself',
    zh: '土地自然可达的质量',
  },
  'policy.parameter.threshold.tippingPoint': {
    en: 'quality below which land sinks by itself',
    zh: '土地自行退化的临界质量',
  },
  'policy.parameter.threshold.benefit': { en: 'benefit of quality of such land', zh: '该类土地质量的收益' },
  'policy.parameter.threshold.effect': { en: 'effect of effort on such land', zh: '该类土地投入的成效系数' },
  'policy.parameter.threshold.effortCost': {
    en: 'cost of effort on such land',
    zh: '该类土地投入的成本系数',
  },
  'policy.parameter.threshold.effortHigh': {
    en: 'most effort a year on such land',
    zh: '该类土地每年最大投入',
  },
  'policy.parameter.upkeep.recovery.rate': {
    en: 'rate of recovery of a planted unit a year',
    zh: '已栽植图斑的年恢复速率',
  },
  'policy.parameter.upkeep.recovery.lnRateSd': {
    en: 'standard deviation of the logarithm of that rate',
    zh: '该速率对数的标准差',
  },
  'policy.parameter.upkeep.recovery.asymptote': {
    en: 'closeness a planted unit comes to',
    zh: '已栽植图斑可达的接近度',
  },
  'policy.parameter.upkeep.recovery.survival': {
    en: 'share of a planting that lives through its first year',
    zh: '栽植首年成活率',
  },
  'policy.parameter.upkeep.bands.sparse': {
    en: 'closeness from which a unit is sparse',
    zh: '判为稀疏植被的接近度下限',
  },
  'policy.parameter.upkeep.bands.established': {
    en: 'closeness from which a unit is established',
    zh: '判为植被成型的接近度下限',
  },
  'policy.parameter.upkeep.bands.selfSustaining': {
    en: 'closeness from which a unit is self-sustaining',
    zh: '判为自我维持的接近度下限',
  },
  'policy.parameter.upkeep.shares.naturalRate': {
    en: 'rate of unplanted land, share of the rate',
    zh: '未栽植土地的速率占比',
  },
  'policy.parameter.upkeep.shares.relapse.sparse': {
    en: 'failure of a sparse stand, share of first-year losses',
    zh: '稀疏植被失败率占首年损失的比例',
  },
  'policy.parameter.upkeep.shares.relapse.established': {
    en: 'relapse of an established stand, share of first-year losses',
    zh: '成型植被退化率占首年损失的比例',
  },
  'policy.parameter.upkeep.shares.relapse.selfSustaining': {
    en: 'relapse of a self-sustaining stand, share of first-year losses',
    zh: '自我维持植被退化率占首年损失的比例',
  },
  'policy.parameter.upkeep.shares.secondPlanting': {
    en: 'survival of a second planting, share of the first',
    zh: '二次栽植成活率占首次的比例',
  },
  'policy.parameter.upkeep.shares.irrigation.protects': {
    en: 'share of relapse that irrigation prevents',
    zh: '灌溉可避免的退化比例',
  },
  'policy.parameter.upkeep.shares.irrigation.speeds': {
    en: 'share irrigation adds to the rate',
    zh: '灌溉对速率的增加比例',
  },
  'policy.parameter.upkeep.benefitPerHa.bare': {
    en: 'what a bare hectare brings a year',
    zh: '裸地每公顷年收益',
  },
  'policy.parameter.upkeep.releasePerHa.bare': {
    en: 'deposit paid back on closing, bare, a hectare',
    zh: '裸地状态移交时每公顷返还保证金',
  },
  'policy.parameter.upkeep.benefitPerHa.sparse': {
    en: 'what a sparse hectare brings a year',
    zh: '稀疏植被每公顷年收益',
  },
  'policy.parameter.upkeep.releasePerHa.sparse': {
    en: 'deposit paid back on closing, sparse, a hectare',
    zh: '稀疏植被状态移交时每公顷返还保证金',
  },
  'policy.parameter.upkeep.benefitPerHa.established': {
    en: 'what an established hectare brings a year',
    zh: '植被成型每公顷年收益',
  },
  'policy.parameter.upkeep.releasePerHa.established': {
    en: 'deposit paid back on closing, established, a hectare',
    zh: '植被成型状态移交时每公顷返还保证金',
  },
  'policy.parameter.upkeep.benefitPerHa.failed': {
    en: 'what a failed hectare brings a year',
    zh: '栽植失败每公顷年收益',
  },
  'policy.parameter.upkeep.releasePerHa.failed': {
    en: 'deposit paid back on closing, failed, a hectare',
    zh: '栽植失败状态移交时每公顷返还保证金',
  },
  'policy.parameter.upkeep.benefitPerHa.self-sustaining': {
    en: 'what a self-sustaining hectare brings a year',
    zh: '自我维持每公顷年收益',
  },
  'policy.parameter.upkeep.releasePerHa.self-sustaining': {
    en: 'deposit paid back on closing, self-sustaining, a hectare',
    zh: '自我维持状态移交时每公顷返还保证金',
  },
  'policy.parameter.upkeep.costPerHa.wait': { en: 'cost of watching a hectare', zh: '监测每公顷成本' },
  'policy.parameter.upkeep.costPerHa.replant': { en: 'cost of replanting a hectare', zh: '补植每公顷成本' },
  'policy.parameter.upkeep.costPerHa.irrigate': { en: 'cost of irrigating a hectare', zh: '灌溉每公顷成本' },
  'policy.parameter.upkeep.costPerHa.close': { en: 'cost of closing a hectare', zh: '验收移交每公顷成本' },
  'policy.parameter.citizens.reportCost': { en: 'what reporting costs a citizen', zh: '公众举报成本' },
  'policy.parameter.citizens.reportReward': {
    en: 'reward of a report that finds bad work',
    zh: '查实举报的奖励',
  },
  'policy.parameter.citizens.exposure': {
    en: 'what a report of unseen bad work costs the authority',
    zh: '失管被举报对主管部门的代价',
  },
  'policy.parameter.citizens.disrepute': {
    en: 'what such a report costs the enterprise',
    zh: '被举报对企业的代价',
  },
  'policy.parameter.citizens.harm': { en: 'harm of bad work to citizens', zh: '低质量施工对公众的损害' },

  'policy.portrait.title': {
    en: 'Where supervision and good work go from any mix',
    zh: '监管与优质施工的相图',
  },
  'policy.portrait.supervision': { en: 'authorities that supervise', zh: '实施监管的主管部门占比' },
  'policy.portrait.quality': { en: 'enterprises that work well', zh: '优质施工的企业占比' },
  'policy.portrait.reports': { en: 'citizens that report', zh: '参与举报的公众占比' },
  'policy.portrait.standstill.supervision': {
    en: 'supervision stands still',
    zh: '监管占比不变的线',
  },
  'policy.portrait.standstill.quality': { en: 'good work stands still', zh: '优质施工占比不变的线' },
  'policy.portrait.kind.stable': { en: 'stable', zh: '稳定' },
  'policy.portrait.kind.unstable': { en: 'unstable', zh: '不稳定' },
  'policy.portrait.kind.centre': { en: 'centre: circled for ever', zh: '中心：始终环绕' },
  'policy.portrait.kind.undecided': { en: 'undecided', zh: '无法判定' },
  'policy.portrait.rest': {
    en: '{supervision} % supervise, {quality} % work well: {kind}',
    zh: '监管占比 {supervision} %，优质施工占比 {quality} %：{kind}',
  },
  'policy.portrait.corner': {
    en: '{supervision} % supervise, {quality} % work well, {reports} % report: {kind}',
    zh: '监管占比 {supervision} %，优质施工占比 {quality} %，举报占比 {reports} %：{kind}',
  },
  'policy.portrait.desc.centre': {
    en: 'Shares circle for ever about {supervision} % supervised and {quality} % done well. No corner is reached.',
    zh: '两项占比始终围绕监管 {supervision} %、优质施工 {quality} % 循环，不会停在任何一角。',
  },
  'policy.portrait.desc.stable': {
    en: 'Shares draw in to {supervision} % supervised and {quality} % done well.',
    zh: '两项占比逐渐收敛到监管 {supervision} %、优质施工 {quality} %。',
  },
  'policy.portrait.desc.unstable': {
    en: 'Shares move away from {supervision} % supervised and {quality} % done well, towards a corner.',
    zh: '两项占比逐渐偏离监管 {supervision} %、优质施工 {quality} %，趋向某一角。',
  },
  'policy.portrait.desc.none': {
    en: 'No mix holds; shares run to a corner.',
    zh: '不存在可维持的混合状态，两项占比趋向某一角。',
  },
  'policy.portrait.cube.title': {
    en: 'Supervision, good work and reports of citizens',
    zh: '监管、优质施工与公众举报的三方演化',
  },
  'policy.portrait.cube.desc': {
    en: 'Of the eight corners {stable} are stable. In the long run {supervision} % supervise, {quality} % work well and {reports} % report on average.',
    zh: '八个角点中有 {stable} 个稳定。长期平均：监管 {supervision} %，优质施工 {quality} %，举报 {reports} %。',
  },
} as const satisfies Texts;
