import type { Texts } from './index.ts';

/** Pooling, grading, gap map, flow diagram, claims. */
export const evidencePoolTexts = {
  'error.E-EFF-001': {
    en: 'The arm {where} cannot have been measured: {got}.',
    zh: '{where} 组的数据不成立：{got}。',
  },
  'hint.E-EFF-001': {
    en: 'Give a finite mean, a standard deviation of 0 or more, and at least 2 replicates. A standard error is no standard deviation: multiply it by the root of n.',
    zh: '均值须为有限数，标准差不小于 0，重复数至少为 2。若给出的是标准误，请先乘以 n 的平方根换算为标准差。',
  },
  'error.E-EFF-002': {
    en: 'The counts of the arm {where} are none: {got}.',
    zh: '{where} 组的计数无效：{got}。',
  },
  'hint.E-EFF-002': {
    en: 'Give whole numbers with and without the event, at least one unit together. For shares, multiply by n first.',
    zh: '请给出发生与未发生的整数个数，合计至少为 1。若为比例，请先乘以 n。',
  },
  'error.E-EFF-003': {
    en: 'The effect of {where} cannot be pooled: estimate and variance are {got}.',
    zh: '{where} 的效应无法合并：估计值与方差为 {got}。',
  },
  'hint.E-EFF-003': {
    en: 'Both must be finite and the variance above 0. Leave out studies that report no spread.',
    zh: '两者均须为有限数，且方差大于 0。未报告离散程度的研究请勿纳入合并。',
  },
  'error.E-EFF-004': {
    en: 'Two effects of the study {where} would be pooled as if they were independent.',
    zh: '研究 {where} 的两个效应会被当作相互独立而合并。',
  },
  'hint.E-EFF-004': {
    en: 'Aggregate the findings of each paper first, or give trials of one author different ids.',
    zh: '请先按文献汇总各项结果；若为同一作者的不同试验，请使用不同编号。',
  },
  'error.E-EFF-005': {
    en: '{where} must be within {expected}; it is {got}.',
    zh: '{where} 须在 {expected} 之内，当前为 {got}。',
  },
  'hint.E-EFF-005': {
    en: 'Give levels and correlations as shares: 0.95, not 95.',
    zh: '置信水平和相关系数请用小数表示：写 0.95，而不是 95。',
  },
  'unknown.mean-not-positive': {
    en: 'a mean of 0 or less has no logarithm; use the difference of means',
    zh: '均值不大于 0，无法取对数；请使用均值差',
  },
  'unknown.no-effect-spread': {
    en: 'no spread is reported, so the effect cannot be weighed',
    zh: '未报告离散程度，无法给效应赋权',
  },
  'unknown.event-in-all-or-none': {
    en: 'the event happened to all or to none in both arms, so nothing is compared',
    zh: '两组全部发生或全部未发生该事件，无从比较',
  },
  'unknown.no-effects': { en: 'there is no effect to pool', zh: '没有可合并的效应' },
  'unknown.one-study': {
    en: 'a single study says nothing about differences between studies',
    zh: '只有一项研究，无法判断研究间差异',
  },
  'unknown.common-effect': {
    en: 'with one common effect a further study is expected at the pooled effect itself',
    zh: '共同效应模型下，新研究的期望即为合并效应本身',
  },
  'unknown.too-few-studies': {
    en: '{k} studies are too few; at least {need} are needed',
    zh: '研究数为 {k}，不足；至少需要 {need} 项',
  },
  'unknown.moderator-constant': {
    en: 'the moderator is alike in all studies',
    zh: '调节变量在所有研究中取值相同',
  },
  'unknown.no-variance-to-explain': {
    en: 'there is no variance between studies that a moderator could explain',
    zh: '研究间方差为零，调节变量无可解释',
  },
  'unknown.one-group': { en: 'there is only one group', zh: '只有一个分组' },
  'unknown.equal-precision': {
    en: 'all studies are equally precise, so small and large ones cannot be compared',
    zh: '各研究精度相同，无法比较大小样本研究',
  },
  'unknown.effects-on-a-line': {
    en: 'the effects lie exactly on a line, which leaves no residual to test it by',
    zh: '各效应恰好落在一条直线上，没有残差可供检验',
  },
  'evidence.pool.study': { en: 'Study', zh: '研究' },
  'evidence.pool.weight': { en: 'Weight', zh: '权重' },
  'evidence.pool.interval': { en: '{percent} % interval', zh: '{percent} % 置信区间' },
  'evidence.pool.measure.lnRR': { en: 'Response ratio', zh: '响应比' },
  'evidence.pool.measure.MD': { en: 'Mean difference', zh: '均值差' },
  'evidence.pool.measure.SMD': { en: 'Hedges g', zh: '标准化均值差（Hedges g）' },
  'evidence.pool.measure.logOR': { en: 'Odds ratio', zh: '比值比' },
  'evidence.pool.measure.logRR': { en: 'Risk ratio', zh: '风险比' },
  'evidence.pool.pooled': { en: 'Pooled ({method})', zh: '合并效应（{method}）' },
  'evidence.pool.prediction': { en: 'Prediction interval ({law})', zh: '预测区间（{law}）' },
  'evidence.pool.law.z': { en: 'normal law', zh: '正态分布' },
  'evidence.pool.law.t': { en: 'Knapp-Hartung, Student t', zh: 'Knapp-Hartung 校正（t 分布）' },
  'evidence.pool.spread': {
    en: '{k} studies; Q = {q}, p {p}; I² = {i2} %; τ² = {tau2}; interval: {law}',
    zh: '{k} 项研究；Q = {q}，p {p}；I² = {i2} %；τ² = {tau2}；区间：{law}',
  },
  'evidence.pool.ratio-axis': { en: 'ratio, logarithmic axis', zh: '比值，对数坐标' },
  'evidence.pool.standard-error': { en: 'Standard error', zh: '标准误' },
  'evidence.pool.filled': {
    en: '{n} made up by trim and fill to make the funnel symmetric',
    zh: '剪补法补入 {n} 项（仅为使漏斗对称）',
  },
  'evidence.pool.forest-title': { en: 'Forest plot: {subject}', zh: '森林图：{subject}' },
  'evidence.pool.forest-says': {
    en: '{measure} of {k} studies. Pooled: {value}. {spread}.',
    zh: '{k} 项研究的{measure}。合并效应：{value}。{spread}。',
  },
  'evidence.pool.funnel-title': { en: 'Funnel plot: {subject}', zh: '漏斗图：{subject}' },
  'evidence.pool.funnel-says': {
    en: 'Effects of {k} studies against their standard errors, around {centre}. Made up by trim and fill: {filled}.',
    zh: '{k} 项研究的效应与标准误，中心为 {centre}。剪补法补入：{filled}。',
  },
  'evidence.table.no-columns': {
    en: 'The table has no columns of effects; it has: {columns}.',
    zh: '表中没有效应列；现有列：{columns}。',
  },
  'evidence.table.not-a-number': {
    en: 'Row {row}: `{got}` in column {column} is not a number; the row is left out.',
    zh: '第 {row} 行：{column} 列的“{got}”不是数字，该行未纳入。',
  },
  'evidence.table.variance-not-positive': {
    en: 'Row {row}: a variance or standard error of {got} weighs nothing; the row is left out.',
    zh: '第 {row} 行：方差或标准误为 {got}，无法赋权，该行未纳入。',
  },
  'evidence.table.impossible-arm': {
    en: 'Row {row}: no measurement gives the arms {got}; the row is left out.',
    zh: '第 {row} 行：两组数据 {got} 不成立，该行未纳入。',
  },
  'evidence.table.no-effect': {
    en: 'Row {row} gives no effect: {reason}.',
    zh: '第 {row} 行无法得出效应：{reason}。',
  },
  'evidence.table.same-study': {
    en: 'Row {row} is of the study {study}, as is row {first}: they count as one.',
    zh: '第 {row} 行与第 {first} 行同属研究 {study}，合并时按一项计。',
  },
  'error.E-CBK-001': { en: '{where}: this is no codebook.', zh: '{where}：不是编码手册。' },
  'hint.E-CBK-001': {
    en: 'A codebook has `meta` with an `id`, and `facets` with `codes`. Copy library/codebook.yaml and change it.',
    zh: '编码手册须有带 `id` 的 `meta` 和带 `codes` 的 `facets`。可复制 library/codebook.yaml 后修改。',
  },
  'error.E-CLM-001': {
    en: '{where} holds no list of claims; expected {expected}.',
    zh: '{where} 中没有论断列表，应为 {expected}。',
  },
  'hint.E-CLM-001': {
    en: 'Each claim has an `id`, a `statement` and the numbers it cites.',
    zh: '每条论断须有 `id`、`statement` 以及所引文献序号。',
  },
  'error.E-PRI-001': {
    en: 'The flow diagram does not add up at `{where}`: {got} instead of {expected}.',
    zh: '流程图在 `{where}` 处数字不符：应为 {expected}，实为 {got}。',
  },
  'hint.E-PRI-001': {
    en: 'Give the counts and let the boxes be computed; a box cannot be typed in.',
    zh: '请提供计数，由程序计算各框数值；各框不能手工填写。',
  },
  'unknown.no-numbers': { en: 'the finding gives no numbers to compare', zh: '该结果没有可供比较的数值' },
  'unknown.other-measure': {
    en: 'reported as {got}, while {expected} is pooled',
    zh: '以 {got} 报告，而合并采用 {expected}',
  },
  'unknown.spread-kind-unknown': {
    en: 'nobody says whether the spread is a standard deviation or a standard error',
    zh: '未说明离散程度是标准差还是标准误',
  },
  'unknown.not-citable': {
    en: 'it has no locator, or no numbers, and cannot be cited',
    zh: '缺少出处定位或数值，不能引用',
  },
  'unknown.other-comparator': {
    en: 'compared with {got}, which is another question',
    zh: '对照为 {got}，回答的是另一个问题',
  },
  'unknown.other-unit': {
    en: 'given in {got}, while {expected} is asked for',
    zh: '单位为 {got}，而所需单位为 {expected}',
  },
  'unknown.no-finding': {
    en: 'no paper with a locator gives {parameter} of {measure}',
    zh: '没有带出处的文献给出 {measure} 的 {parameter}',
  },
  'evidence.complaint.malformed': {
    en: '{where} is left out: {message}.',
    zh: '{where} 未采用：{message}。',
  },
  'evidence.fault.missing': { en: 'it is empty or missing', zh: '为空或缺失' },
  'evidence.fault.choice': { en: 'it must be one of {expected}', zh: '应为 {expected} 之一' },
  'evidence.fault.form': { en: 'it has characters that are not allowed there', zh: '含有不允许的字符' },
  'evidence.fault.too-small': { en: 'it must be at least {least}', zh: '不得小于 {least}' },
  'evidence.fault.too-large': { en: 'it must be at most {most}', zh: '不得大于 {most}' },
  'evidence.fault.type-number': {
    en: 'a number with . for decimals is expected',
    zh: '应为数字，小数点用“.”',
  },
  'evidence.fault.type-int': { en: 'a whole number is expected', zh: '应为整数' },
  'evidence.fault.type-string': { en: 'a text is expected', zh: '应为文本' },
  'evidence.fault.type-boolean': { en: 'true or false is expected', zh: '应为 true 或 false' },
  'evidence.fault.type-array': { en: 'a list is expected', zh: '应为列表' },
  'evidence.fault.type-object': { en: 'keys with values are expected', zh: '应为键值对' },
  'evidence.fault.type-record': { en: 'keys with values are expected', zh: '应为键值对' },
  'evidence.fault.type-other': { en: 'it is not of the form that is expected', zh: '格式不符' },
  'evidence.complaint.unknown-condition': {
    en: '{where}: the condition `{got}` is not known and is not applied.',
    zh: '{where}：无法识别条件“{got}”，未予应用。',
  },
  'evidence.complaint.code-twice': {
    en: '{where} stands twice; the first is kept.',
    zh: '{where} 重复出现，保留第一个。',
  },
  'evidence.complaint.unknown-facet': {
    en: '{where} names the facet `{got}`, which does not exist.',
    zh: '{where} 引用的维度“{got}”不存在。',
  },
  'evidence.complaint.unknown-reference': {
    en: '{where} names the reference `{got}`, which is not listed.',
    zh: '{where} 引用的文献“{got}”未列出。',
  },
  'evidence.complaint.design-without-start': {
    en: '{where}: the design `{got}` has no start; its studies start lowest.',
    zh: '{where}：研究设计“{got}”没有起始分，按最低分计。',
  },
  'evidence.complaint.unknown-code': {
    en: '{where}: the codebook has no code `{got}`; left out.',
    zh: '{where}：编码手册中没有代码“{got}”，未采用。',
  },
  'evidence.complaint.code-has-parts': {
    en: '{where}: `{got}` has parts; say which. Left out.',
    zh: '{where}：“{got}”含下级代码，请指明具体一项，未采用。',
  },
  'evidence.complaint.no-locator': {
    en: '{where}: {code} of {study} says yes without a page, table or figure.',
    zh: '{where}：{study} 的 {code} 标为“是”，但没有页码、表号或图号。',
  },
  'evidence.complaint.quote-cut': {
    en: '{where}: the quote was cut to {most} characters.',
    zh: '{where}：引文已截短至 {most} 字符。',
  },
  'evidence.complaint.unknown-question': {
    en: '{where}: the codebook asks no question `{got}`, only {expected}; left out.',
    zh: '{where}：编码手册没有评价题“{got}”，只有 {expected}，未采用。',
  },
  'evidence.complaint.no-answer': {
    en: '{where}: `{got}` is none of yes, partly, no, undecided; left out.',
    zh: '{where}：“{got}”不是“是”“部分”“否”“未定”之一，未采用。',
  },
  'evidence.complaint.finding-twice': {
    en: '{where}: the finding `{got}` stands twice; the first is kept.',
    zh: '{where}：结果“{got}”重复，保留第一条。',
  },
  'evidence.complaint.finding-without-locator': {
    en: '{where}: the finding `{got}` has no locator and cannot be cited by a measure.',
    zh: '{where}：结果“{got}”没有出处定位，措施不能引用。',
  },
  'evidence.complaint.no-paper': {
    en: '{where} names no paper; left out.',
    zh: '{where} 未指明文献，未采用。',
  },
  'evidence.complaint.not-of-facet': {
    en: '{where}: `{got}` is no code of `{facet}`; left out.',
    zh: '{where}：“{got}”不是“{facet}”中的代码，未采用。',
  },
  'evidence.complaint.not-in-list': {
    en: '{where}: `{got}` is not one of {expected}; left out.',
    zh: '{where}：“{got}”不在 {expected} 之列，未采用。',
  },
  'evidence.complaint.impossible-numbers': {
    en: '{where}: no measurement gives these numbers; left out.',
    zh: '{where}：数值不成立，未采用。',
  },
  'evidence.complaint.claim-twice': {
    en: '{where} stands twice; the first is kept.',
    zh: '{where} 重复出现，保留第一个。',
  },
  'evidence.complaint.statement-repeated': {
    en: '{where} says the same as {other}, word for word: check the ledger.',
    zh: '{where} 与 {other} 文字完全相同，请核对台账。',
  },
  'evidence.complaint.support-differs': {
    en: '{where}: by the list of references it resolves to `{resolved}`, unresolved `{unresolved}`; the ledger says otherwise.',
    zh: '{where}：按文献列表应解析为“{resolved}”，未解析“{unresolved}”，与台账不一致。',
  },
  'evidence.complaint.flow-not-a-count': {
    en: '{where}: `{got}` is no whole number; taken as not reported.',
    zh: '{where}：“{got}”不是非负整数，按未报告处理。',
  },
  'evidence.complaint.flow-negative': {
    en: '{where}: more is taken out than there is ({got}).',
    zh: '{where}：扣除数超过现有数（{got}）。',
  },
  'evidence.complaint.flow-differs': {
    en: '{where}: {computed} by the counts, {stated} in the document.',
    zh: '{where}：按计数为 {computed}，文中为 {stated}。',
  },
  'evidence.complaint.flow-more-studies': {
    en: '{where}: {studies} studies cannot come from {reports} reports.',
    zh: '{where}：{reports} 篇报告不可能含 {studies} 项研究。',
  },
  'evidence.complaint.flow-found-twice': {
    en: '{where}: the record `{got}` was found before; counted once.',
    zh: '{where}：记录“{got}”此前已检出，只计一次。',
  },
  'evidence.complaint.flow-never-found': {
    en: '{where}: no source gave the record `{got}`; left out.',
    zh: '{where}：没有来源检出记录“{got}”，未采用。',
  },
  'evidence.grade.letter.A': { en: 'A strong', zh: 'A 强' },
  'evidence.grade.letter.B': { en: 'B moderate', zh: 'B 中等' },
  'evidence.grade.letter.C': { en: 'C limited', zh: 'C 有限' },
  'evidence.grade.letter.D': { en: 'D weak', zh: 'D 弱' },
  'evidence.grade.letter.E': { en: 'E narrative or unresolved', zh: 'E 叙述性或无据' },
  'evidence.grade.start': {
    en: 'starts at {add}: design {design}',
    zh: '起始 {add} 分（研究设计：{design}）',
  },
  'evidence.grade.large-effect': {
    en: '{add}: large effect (|lnRR| at least {atLeast}), expected on the same side in a further study',
    zh: '{add}：效应大（|lnRR| 不小于 {atLeast}），预测区间不含零',
  },
  'evidence.grade.many-consistent': {
    en: '{add}: {k} studies that agree (I² {i2} %)',
    zh: '{add}：{k} 项研究结果一致（I² {i2} %）',
  },
  'evidence.grade.few-studies': {
    en: '{add}: {k} studies, fewer than {need}',
    zh: '{add}：仅 {k} 项研究，少于 {need} 项',
  },
  'evidence.grade.inconsistent': {
    en: '{add}: studies disagree (I² {i2} %, {disagreement} % of signs against the pooled effect)',
    zh: '{add}：研究间不一致（I² {i2} %，{disagreement} % 的方向与合并效应相反）',
  },
  'evidence.grade.low-validity': {
    en: '{add}: half of the studies or more have low validity ({appraised} of {k} appraised)',
    zh: '{add}：半数以上研究质量低（{k} 项中已评价 {appraised} 项）',
  },
  'evidence.grade.not-appraised': {
    en: '{add}: none of {k} studies was appraised ({appraised} appraisals), which counts as low validity',
    zh: '{add}：{k} 项研究均未作质量评价（已评价 {appraised} 项），按低质量计',
  },
  'evidence.grade.no-site-match': {
    en: '{add}: no study in the climate class or of the commodity of the site',
    zh: '{add}：没有与场地气候类型或矿种相同的研究',
  },
  'evidence.grade.no-interval': {
    en: '{add}: no interval of the effect could be computed',
    zh: '{add}：无法计算效应的置信区间',
  },
  'evidence.grade.interval-includes-zero': {
    en: '{add}: the 95 % interval includes no effect',
    zh: '{add}：95 % 置信区间包含无效应',
  },
  'evidence.grade.asymmetry': {
    en: '{add}: small studies tell another story (Egger p {p})',
    zh: '{add}：小样本研究结果不同（Egger p {p}）',
  },
  'evidence.grade.no-located-finding': {
    en: 'no finding with numbers and a locator',
    zh: '没有既有数值又有出处的结果',
  },
  'evidence.basis.pooled': { en: 'several papers', zh: '多篇文献' },
  'evidence.basis.single': { en: 'one paper', zh: '单篇文献' },
  'evidence.basis.standard': { en: 'a standard or handbook', zh: '标准或手册' },
  'evidence.basis.expert': { en: 'expert judgement', zh: '专家判断' },
  'evidence.site.climate': { en: 'climate class', zh: '气候类型' },
  'evidence.site.climate-group': { en: 'climate group', zh: '气候大类' },
  'evidence.site.commodity': { en: 'commodity', zh: '矿种' },
  'evidence.site.landform': { en: 'landform', zh: '地貌类型' },
  'evidence.agreement.accept': { en: 'agreement is good enough', zh: '一致性可接受' },
  'evidence.agreement.tentative': {
    en: 'agreement allows tentative conclusions only',
    zh: '一致性仅支持初步结论',
  },
  'evidence.agreement.insufficient': {
    en: 'agreement is not good enough: talk through the differences and code again',
    zh: '一致性不足：请讨论分歧后重新编码',
  },
  'evidence.agreement.too-few-double-coded': {
    en: 'too few studies were coded by two people',
    zh: '双人编码的研究过少',
  },
  'evidence.claims.summary': {
    en: '{statements} statements: {resolved} fully referenced, {partial} partly, {unsupported} only by references that are not listed',
    zh: '共 {statements} 条论断：{resolved} 条文献齐全，{partial} 条部分齐全，{unsupported} 条所引文献均未列出',
  },
  'evidence.claims.find-reference': {
    en: 'find reference [{number}], cited by {claims}',
    zh: '查找文献 [{number}]，被 {claims} 引用',
  },
  'evidence.claims.support-claim': {
    en: '{claim} rests on nothing that is listed',
    zh: '{claim} 没有任何已列出的文献支持',
  },
  'evidence.claims.cite-assertion': {
    en: '{assertion} is a strong statement without a citation',
    zh: '{assertion} 为重要论断但未引文献',
  },
  'evidence.gap-map.title': { en: 'What has been studied, and what has not', zh: '证据分布与空白' },
  'evidence.gap-map.says': {
    en: '{findings} findings over {pairs} pairs of technology and indicator; {gaps} pairs nobody studied.',
    zh: '{pairs} 个技术与指标组合中共有 {findings} 条结果；{gaps} 个组合尚无研究。',
  },
  'evidence.gap-map.cell': {
    en: '{row} on {column}: studies {studies}, citable {citable}, grade {grade}',
    zh: '{row}对{column}：{studies} 项研究，其中 {citable} 项可引用，证据等级 {grade}',
  },
  'evidence.gap-map.gap': { en: '{row} on {column}: no study', zh: '{row}对{column}：无研究' },
  'evidence.gap-map.legend': {
    en: 'Area of a bubble: number of studies (largest: {most}). Letter and colour: grade. Dash: no study.',
    zh: '圆面积表示研究数（最多 {most} 项）；字母和颜色表示证据等级；短横线表示无研究。',
  },
  'evidence.gap-map.grade.A': { en: 'strong', zh: '强' },
  'evidence.gap-map.grade.B': { en: 'moderate', zh: '中等' },
  'evidence.gap-map.grade.C': { en: 'limited', zh: '有限' },
  'evidence.gap-map.grade.D': { en: 'weak', zh: '弱' },
  'evidence.gap-map.grade.E': { en: 'narrative', zh: '叙述性' },
  'evidence.flow.title': { en: 'PRISMA 2020 flow diagram', zh: 'PRISMA 2020 文献筛选流程图' },
  'evidence.flow.head.main': { en: 'Studies from databases and registers', zh: '来自数据库和注册库' },
  'evidence.flow.head.other': { en: 'Studies from other methods', zh: '来自其他途径' },
  'evidence.flow.stage.identification': { en: 'Identification', zh: '检索' },
  'evidence.flow.stage.screening': { en: 'Screening', zh: '筛选' },
  'evidence.flow.stage.inclusion': { en: 'Included', zh: '纳入' },
  'evidence.flow.line': { en: '{label} {value}', zh: '{label}{value}' },
  'evidence.flow.line-silent': { en: '{label}: {value}', zh: '{label}：{value}' },
  'evidence.flow.n': { en: '(n = {n})', zh: '（{n}）' },
  'evidence.flow.not-reported': { en: 'not reported', zh: '未报告' },
  'evidence.flow.contradictory': { en: 'does not add up', zh: '数字不符' },
  'evidence.flow.awaiting': { en: 'Awaiting a decision', zh: '待定' },
  'evidence.flow.previous': { en: 'Earlier version of the review', zh: '此前版本' },
  'evidence.flow.studies': { en: 'Studies', zh: '研究' },
  'evidence.flow.reports': { en: 'Reports', zh: '报告' },
  'evidence.flow.identified': { en: 'Records identified', zh: '检出记录' },
  'evidence.flow.databases': { en: 'Databases', zh: '数据库' },
  'evidence.flow.registers': { en: 'Registers', zh: '注册库' },
  'evidence.flow.removed': { en: 'Records removed before screening', zh: '筛选前剔除' },
  'evidence.flow.duplicates': { en: 'Duplicates', zh: '重复' },
  'evidence.flow.automation': { en: 'Marked ineligible by automation tools', zh: '自动化工具判为不合格' },
  'evidence.flow.other-removed': { en: 'Other reasons', zh: '其他原因' },
  'evidence.flow.screened': { en: 'Records screened', zh: '筛选记录' },
  'evidence.flow.excluded': { en: 'Records excluded', zh: '排除记录' },
  'evidence.flow.sought': { en: 'Reports sought for retrieval', zh: '拟获取全文' },
  'evidence.flow.not-retrieved': { en: 'Reports not retrieved', zh: '未获取全文' },
  'evidence.flow.assessed': { en: 'Reports assessed for eligibility', zh: '评估全文' },
  'evidence.flow.left-out': { en: 'Reports excluded', zh: '排除全文' },
  'evidence.flow.no-reason': { en: 'Reason not stated', zh: '原因未说明' },
  'evidence.flow.other-identified': { en: 'Records identified by other methods', zh: '其他途径检出记录' },
  'evidence.flow.not-sought': { en: 'Not sought', zh: '未查找全文' },
  'evidence.flow.included': { en: 'Included in the review', zh: '纳入综述' },
  'evidence.flow.total': { en: 'Included in all versions', zh: '累计纳入' },
} as const satisfies Texts;
