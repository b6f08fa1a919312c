import type { Texts } from './index.ts';

/** Contamination, gates, land standards, interpolation of samples, and the way a unit is restored. */
export const diagnoseGateTexts = {
  'error.E-DIA-201': {
    en: '{where} is {got}; it must be greater than 0.',
    zh: '{where} 的值为 {got}，必须大于 0。',
  },
  'hint.E-DIA-201': {
    en: 'Readings below detection are not zero: give the limit of detection instead.',
    zh: '低于检出限的读数不等于零，请改填检出限。',
  },
  'error.E-DIA-202': {
    en: '{where}: there is nothing to work with.',
    zh: '{where}：没有可用于计算的数据。',
  },
  'hint.E-DIA-202': { en: 'Give at least one value.', zh: '请至少提供一个数值。' },

  'error.E-DIA-203': {
    en: '{where} is {got}; it must be {expected}.',
    zh: '{where} 的值为 {got}，应为 {expected}。',
  },
  'hint.E-DIA-203': { en: 'Correct the value named.', zh: '请修正所指出的数值。' },
  'error.E-CHO-001': {
    en: '{where} holds {got}; values must be {expected}.',
    zh: '{where} 中出现 {got}，数值应 {expected}。',
  },
  'hint.E-CHO-001': {
    en: 'Normalise the indicators first; leave unknown values empty.',
    zh: '请先对指标做归一化处理，未知值留空。',
  },
  'error.E-CHO-002': {
    en: '{where} has {got} values, other indicators have {expected}.',
    zh: '{where} 有 {got} 个数值，其他指标有 {expected} 个。',
  },
  'hint.E-CHO-002': {
    en: 'Give every indicator one value for each unit, empty where unknown.',
    zh: '每个指标应对每个单元给出一个数值，未知处留空。',
  },
  'error.E-INT-001': {
    en: '{where}: coordinates and values differ in number: {expected} against {got}.',
    zh: '{where}：坐标与数值的个数不一致：{expected} 与 {got}。',
  },
  'hint.E-INT-001': { en: 'Give one value for each place.', zh: '每个点位应对应一个数值。' },
  'error.E-INT-002': {
    en: '{where} is not a number: {got}.',
    zh: '{where} 不是有效数字：{got}。',
  },
  'hint.E-INT-002': {
    en: 'Leave out samples without a reading or without a place.',
    zh: '请剔除没有读数或没有坐标的样点。',
  },
  'error.E-INT-003': {
    en: '{where} is {got}; it must be {expected}.',
    zh: '{where} 的值为 {got}，应为 {expected}。',
  },
  'hint.E-INT-003': {
    en: 'Correct the options of the interpolation.',
    zh: '请修正插值参数。',
  },

  'unknown.too-few-places': {
    en: 'Only {count} places were sampled, or all lie equally far apart; {need} are needed to learn how readings vary with distance.',
    zh: '仅有 {count} 个采样点位或点距过于单一，至少需要 {need} 个点位才能拟合变异函数。',
  },
  'unknown.values-all-alike': {
    en: 'All readings are alike: there is no variation to model.',
    zh: '所有读数相同，没有可拟合的空间变异。',
  },

  'element.Cd': { en: 'cadmium', zh: '镉' },
  'element.Hg': { en: 'mercury', zh: '汞' },
  'element.As': { en: 'arsenic', zh: '砷' },
  'element.Pb': { en: 'lead', zh: '铅' },
  'element.Cr': { en: 'chromium', zh: '铬' },
  'element.CrVI': { en: 'chromium(VI)', zh: '六价铬' },
  'element.Cu': { en: 'copper', zh: '铜' },
  'element.Ni': { en: 'nickel', zh: '镍' },
  'element.Zn': { en: 'zinc', zh: '锌' },

  'nemerow-class.safe': { en: 'safe', zh: '安全' },
  'nemerow-class.warning': { en: 'at the warning line', zh: '警戒线' },
  'nemerow-class.light': { en: 'lightly polluted', zh: '轻污染' },
  'nemerow-class.moderate': { en: 'moderately polluted', zh: '中污染' },
  'nemerow-class.heavy': { en: 'heavily polluted', zh: '重污染' },
  'igeo-class.unpolluted': { en: 'unpolluted', zh: '无污染' },
  'igeo-class.unpolluted-to-moderate': { en: 'unpolluted to moderately polluted', zh: '轻度污染' },
  'igeo-class.moderate': { en: 'moderately polluted', zh: '偏中度污染' },
  'igeo-class.moderate-to-strong': { en: 'moderately to strongly polluted', zh: '中度污染' },
  'igeo-class.strong': { en: 'strongly polluted', zh: '偏重污染' },
  'igeo-class.strong-to-extreme': { en: 'strongly to extremely polluted', zh: '重污染' },
  'igeo-class.extreme': { en: 'extremely polluted', zh: '严重污染' },
  'contamination-factor-class.low': { en: 'low contamination', zh: '轻微污染' },
  'contamination-factor-class.moderate': { en: 'moderate contamination', zh: '中等污染' },
  'contamination-factor-class.considerable': { en: 'considerable contamination', zh: '较强污染' },
  'contamination-factor-class.very-high': { en: 'very high contamination', zh: '很强污染' },
  'element-risk-class.low': { en: 'low risk', zh: '轻微生态风险' },
  'element-risk-class.moderate': { en: 'moderate risk', zh: '中等生态风险' },
  'element-risk-class.considerable': { en: 'considerable risk', zh: '较强生态风险' },
  'element-risk-class.high': { en: 'high risk', zh: '很强生态风险' },
  'element-risk-class.very-high': { en: 'very high risk', zh: '极强生态风险' },
  'risk-index-class.low': { en: 'low risk', zh: '轻微生态风险' },
  'risk-index-class.moderate': { en: 'moderate risk', zh: '中等生态风险' },
  'risk-index-class.considerable': { en: 'considerable risk', zh: '较强生态风险' },
  'risk-index-class.very-high': { en: 'very high risk', zh: '很强生态风险' },

  'unknown.none-above-detection': {
    en: 'No reading lies above detection and has a limit.',
    zh: '没有高于检出限且有限值可比的检测结果。',
  },
  'unknown.no-background': {
    en: 'The natural content of the soil is not known: fewer than three samples of reference areas, and none stated (`diagnose.background`).',
    zh: '土壤背景值未知：参照区样点不足三个，设置中也未给出（`diagnose.background`）。',
  },

  'unknown.no-soil-standard': {
    en: 'No soil standard in force speaks of this land use.',
    zh: '现行土壤标准未涉及该用地。',
  },
  'unknown.nearest-sample': {
    en: 'The nearest sample is {metres} m away; samples speak for {support} m.',
    zh: '最近采样点距离 {metres} m，超过采样代表距离 {support} m。',
  },
  'unknown.samples-of-other-units': {
    en: 'The samples nearby ({metres} m) lie in other units, whose ground is another.',
    zh: '附近（{metres} m）的采样点均属其他图斑，不能代表本图斑。',
  },
  'unknown.element-not-measured': {
    en: '{element} was not measured.',
    zh: '未测定 {element}。',
  },
  'unknown.detection-above-limit': {
    en: '{element}: the limit of detection, {detection} mg/kg, lies above the screening value {limit} mg/kg.',
    zh: '{element}：检出限 {detection} mg/kg 高于筛选值 {limit} mg/kg。',
  },
  'unknown.limit-undecided': {
    en: '{element}: pH or the class of the land is unknown; under the strictest limit it would fail.',
    zh: '{element}：pH 或建设用地类别未知，按最严限值则超过管制值。',
  },

  'soil-land.paddy': { en: 'paddy', zh: '水田' },
  'soil-land.orchard': { en: 'orchard', zh: '果园' },
  'soil-land.other-farmland': { en: 'other farmland', zh: '其他农用地' },
  'soil-land.construction-1': { en: 'construction land, class 1', zh: '第一类建设用地' },
  'soil-land.construction-2': { en: 'construction land, class 2', zh: '第二类建设用地' },

  'gate-verdict.pass': { en: 'pass', zh: '通过' },
  'gate-verdict.conditional': { en: 'conditional', zh: '有条件通过' },
  'gate-verdict.fail': { en: 'fail', zh: '不通过' },
  'gate-verdict.insufficient': { en: 'insufficient data', zh: '资料不足' },

  'unknown.no-land-limit': {
    en: 'The standard in force has no limit here.',
    zh: '所采用的标准对此没有规定限值。',
  },
  'unknown.limit-not-verified': {
    en: 'The limit ({limit}; {source}) was not checked against the official text: supply the official value to decide.',
    zh: '该限值（{limit}，{source}）尚未与官方文本核对，需提供官方限值后方可判定。',
  },

  'land-region.north-east-plain': { en: 'north-east mountains, hills and plain', zh: '东北山丘平原区' },
  'land-region.huang-huai-hai-plain': { en: 'Huang-Huai-Hai plain', zh: '黄淮海平原区' },
  'land-region.lower-yangtze-plain': { en: 'plain of the middle and lower Yangtze', zh: '长江中下游平原区' },
  'land-region.south-west-mountains': { en: 'south-west mountains and hills', zh: '西南山地丘陵区' },
  'land-region.central-hills': { en: 'central mountains and hills', zh: '中部山地丘陵区' },
  'land-region.south-east-coast': { en: 'south-east coastal mountains and hills', zh: '东南沿海山地丘陵区' },
  'land-region.north-west-arid': { en: 'arid north-west', zh: '西北干旱区' },
  'land-region.loess-plateau': { en: 'loess plateau', zh: '黄土高原区' },
  'land-region.northern-steppe': { en: 'northern steppe', zh: '北方草原区' },
  'land-region.tibetan-plateau': { en: 'Tibetan plateau', zh: '青藏高原区' },

  'land-class.dry-farmland': { en: 'dry farmland', zh: '旱地' },
  'land-class.irrigated-farmland': { en: 'irrigated farmland', zh: '水浇地' },
  'land-class.paddy': { en: 'paddy', zh: '水田' },
  'land-class.vegetable-field': { en: 'vegetable field', zh: '菜地' },
  'land-class.orchard': { en: 'orchard', zh: '园地' },
  'land-class.forest': { en: 'forest', zh: '有林地' },
  'land-class.shrubland': { en: 'shrubland', zh: '灌木林地' },
  'land-class.sown-pasture': { en: 'sown pasture', zh: '人工牧草地' },
  'land-class.other-grassland': { en: 'other grassland', zh: '其他草地' },

  'land-indicator.slope': { en: 'Slope', zh: '地面坡度' },
  'land-indicator.soil-depth': { en: 'Soil depth', zh: '有效土层厚度' },
  'land-indicator.bulk-density': { en: 'Bulk density', zh: '土壤容重' },
  'land-indicator.gravel': { en: 'Gravel', zh: '砾石含量' },
  'land-indicator.ph': { en: 'pH', zh: '酸碱度（pH）' },
  'land-indicator.organic-matter': { en: 'Organic matter', zh: '有机质' },
  'land-indicator.canopy-closure': { en: 'Canopy closure', zh: '郁闭度' },
  'land-indicator.cover': { en: 'Vegetation cover', zh: '植被覆盖度' },
  'land-indicator.bare-rock': { en: 'Bare rock', zh: '裸岩面积比例' },

  'unknown.no-contrast': {
    en: 'No indicator tells the units apart, so none can be weighted.',
    zh: '各单元的指标没有差异，无法计算熵权。',
  },
  'unknown.nothing-weighed': {
    en: 'None of the weighted indicators is known here.',
    zh: '该单元没有任何已知的参评指标。',
  },
  'unknown.mode-undecided': {
    en: 'Nothing forbids the land use, but the gap to the reference is unknown: the mode of restoration is open.',
    zh: '没有否决因素，但与参照区的差距未知，修复模式暂不能确定。',
  },

  'restoration-mode.natural-recovery': { en: 'natural recovery', zh: '自然恢复' },
  'restoration-mode.assisted-regeneration': { en: 'assisted regeneration', zh: '辅助再生' },
  'restoration-mode.ecological-reconstruction': { en: 'ecological reconstruction', zh: '生态重建' },
  'restoration-mode.conversion': { en: 'conversion to another use', zh: '转型利用' },

  'mode-reason.contaminated': {
    en: 'Contamination exceeds what this land use may have: another use is needed.',
    zh: '土壤污染超过该用地的管制要求，应调整用途。',
  },
  'mode-reason.contaminated-farmland': {
    en: 'Contamination exceeds the intervention value, and permanent basic farmland may not be converted: clean up and rebuild.',
    zh: '土壤污染超过管制值，且永久基本农田不得改变用途，应先治理再重建。',
  },
  'mode-reason.unliftable': {
    en: '{indicator} lies outside what this land use tolerates, and no measure lifts it: another use is needed.',
    zh: '{indicator}超出该用地的耐受范围，且无措施可以改善，应调整用途。',
  },
  'mode-reason.unliftable-farmland': {
    en: '{indicator} lies outside what this land use tolerates, but permanent basic farmland may not be converted: rebuild for it.',
    zh: '{indicator}超出该用地的耐受范围，但永久基本农田不得改变用途，应按原用途重建。',
  },
  'mode-reason.outside-tolerance': {
    en: '{indicator} lies outside what this land use tolerates: the site must be rebuilt before plants can hold.',
    zh: '{indicator}超出该用地的耐受范围，须先重构立地条件。',
  },
  'mode-reason.near-reference': {
    en: 'It is as good as the reference areas: leave it, and watch.',
    zh: '已接近参照区水平，以封育和监测为主。',
  },
  'mode-reason.closing': {
    en: 'It closes the gap to the reference by itself in about {years} years.',
    zh: '按现有趋势约 {years} 年可自行达到参照水平。',
  },
  'mode-reason.too-slow': {
    en: 'It grows, but would need {years} years to reach the reference.',
    zh: '植被在恢复，但达到参照水平约需 {years} 年。',
  },
  'mode-reason.not-growing': {
    en: 'The site tolerates plants, but they do not grow by themselves.',
    zh: '立地条件可行，但植被没有自行增长。',
  },
  'mode-reason.planting-failed': {
    en: 'What had grown was lost again: replant once the cause is known.',
    zh: '已恢复的植被又大量损失，查明原因后补植。',
  },
  'mode-reason.behind-reference': {
    en: 'It is behind the reference, and too few years tell whether it grows.',
    zh: '落后于参照区，观测年限不足以判断增长趋势。',
  },
  'mode-reason.nothing-to-assist': {
    en: 'It is far behind the reference and does not grow: there is nothing to assist.',
    zh: '与参照区差距很大且无增长，缺乏可辅助恢复的基础。',
  },
  'mode-reason.novel-accepted': {
    en: 'A novel ecosystem was accepted as the goal, and it does not decline.',
    zh: '已认可以新型生态系统为目标，且未见退化。',
  },
  'mode-reason.novel-declining': {
    en: 'A novel ecosystem was accepted as the goal, but it declines.',
    zh: '已认可以新型生态系统为目标，但植被在退化。',
  },

  'recovery-goal.reference': { en: 'as the reference areas', zh: '达到参照区水平' },
  'recovery-goal.novel-ecosystem': { en: 'novel ecosystem, accepted', zh: '认可的新型生态系统' },

  'ser.absence-of-threats': { en: 'Absence of threats', zh: '威胁消除' },
  'ser.over-utilisation': { en: 'No over-utilisation', zh: '无过度利用' },
  'ser.invasive-species': { en: 'No invasive species', zh: '无外来入侵物种' },
  'ser.contamination': { en: 'No contamination', zh: '无污染' },
  'ser.physical-conditions': { en: 'Physical conditions', zh: '物理条件' },
  'ser.substrate-physical': { en: 'Substrate, physical', zh: '基质物理性质' },
  'ser.substrate-chemical': { en: 'Substrate, chemical', zh: '基质化学性质' },
  'ser.water': { en: 'Water', zh: '水文与水质' },
  'ser.species-composition': { en: 'Species composition', zh: '物种组成' },
  'ser.desirable-plants': { en: 'Desirable plants', zh: '目标植物' },
  'ser.desirable-animals': { en: 'Desirable animals', zh: '目标动物' },
  'ser.no-undesirable-species': { en: 'No undesirable species', zh: '无不良物种' },
  'ser.structural-diversity': { en: 'Structural diversity', zh: '结构多样性' },
  'ser.strata': { en: 'Vegetation strata', zh: '植被层次' },
  'ser.trophic-levels': { en: 'Trophic levels', zh: '营养级' },
  'ser.spatial-mosaic': { en: 'Spatial mosaic', zh: '空间镶嵌格局' },
  'ser.ecosystem-function': { en: 'Ecosystem function', zh: '生态系统功能' },
  'ser.productivity-cycling': { en: 'Productivity and cycling', zh: '生产力与物质循环' },
  'ser.habitat-interactions': { en: 'Habitat and interactions', zh: '生境与种间关系' },
  'ser.resilience-recruitment': { en: 'Resilience and recruitment', zh: '恢复力与更新' },
  'ser.external-exchanges': { en: 'External exchanges', zh: '外部交换' },
  'ser.landscape-flows': { en: 'Landscape flows', zh: '景观流' },
  'ser.gene-flow': { en: 'Gene flow', zh: '基因流' },
  'ser.habitat-links': { en: 'Habitat links', zh: '生境连通' },
  'ser.needs-field': { en: 'needs the field', zh: '需实地调查' },
} as const satisfies Texts;
