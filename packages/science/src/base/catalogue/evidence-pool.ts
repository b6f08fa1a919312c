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
  'unknown.no-spread': {
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
} as const satisfies Texts;
