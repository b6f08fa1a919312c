import type { Texts } from './index.ts';

/** What the models of erosion, water, carbon and habitat refuse, cannot say, and call their classes. */
export const diagnoseModelTexts = {
  'error.E-DIA-101': {
    en: '{where}: the layers differ in size: {got} cells, {expected} expected.',
    zh: '{where}：各图层大小不一致：实际 {got} 个像元，应为 {expected} 个。',
  },
  'hint.E-DIA-101': {
    en: 'Bring all layers to one grid first.',
    zh: '请先将所有图层重采样到同一格网。',
  },
  'error.E-DIA-102': {
    en: '{where} is {got}; it must be {expected}.',
    zh: '{where} 的值为 {got}，应为 {expected}。',
  },
  'hint.E-DIA-102': {
    en: 'Check the value and its unit.',
    zh: '请检查该数值及其单位。',
  },
  'error.E-DIA-103': {
    en: '{where}: "{got}" is not known; known are {expected}.',
    zh: '{where}：不认识“{got}”，可选项为 {expected}。',
  },
  'hint.E-DIA-103': { en: 'Use one of the names listed.', zh: '请使用所列名称之一。' },
  'error.E-DIA-104': {
    en: '{where}: the flow directions run in a circle; {got} cells never reach an outlet.',
    zh: '{where}：水流方向存在闭环，有 {got} 个像元无法流至出口。',
  },
  'hint.E-DIA-104': {
    en: 'Derive the flow directions from a terrain model whose pits were filled.',
    zh: '请用填洼后的地形数据重新计算水流方向。',
  },
  'error.E-DIA-105': {
    en: '{where}: cell {got} flows into a cell that is not its neighbour.',
    zh: '{where}：像元 {got} 的流向不是相邻像元。',
  },
  'hint.E-DIA-105': {
    en: 'Give the receivers of this very grid, counted row by row from its upper left cell.',
    zh: '流向必须属于同一格网，并从左上角起逐行编号。',
  },
  'error.E-DIA-106': {
    en: '{where}: {got} patches are too many to compare each with each; at most {expected} are.',
    zh: '{where}：斑块数 {got} 过多，无法两两比较，最多 {expected} 个。',
  },
  'hint.E-DIA-106': {
    en: 'Leave out the smallest patches, or work on coarser cells.',
    zh: '请剔除最小的斑块，或改用较粗的像元。',
  },

  'unknown.soil-outside-nomograph': {
    en: 'The erodibility formula was not fitted to such soil (silt and very fine sand {fine} %, organic matter {organic} %).',
    zh: '该土壤超出可蚀性公式的适用范围（粉粒与极细砂 {fine}%，有机质 {organic}%）。',
  },
  'unknown.no-potential-evaporation': {
    en: 'Potential evapotranspiration is zero, so dryness has no measure.',
    zh: '潜在蒸散量为零，无法衡量干旱程度。',
  },
  'unknown.no-precipitation': {
    en: 'There is no precipitation to share out.',
    zh: '没有降水，无法分配水量。',
  },
  'unknown.empty-landscape': {
    en: 'The landscape has no area.',
    zh: '研究区面积为零。',
  },
  'unknown.no-habitat': {
    en: 'There is no habitat in the landscape.',
    zh: '研究区内没有生境。',
  },
  'unknown.no-degradation': {
    en: 'No threat reaches any habitat, so no half-saturation can be derived.',
    zh: '没有威胁影响到生境，无法推求半饱和常数。',
  },
  'unknown.carbon-climate-not-tabled': {
    en: 'No default soil carbon stock is stored for {climate} with {soil} soil.',
    zh: '没有 {climate} 条件下 {soil} 土壤的默认有机碳储量。',
  },

  'erosion-class.slight': { en: 'slight', zh: '微度' },
  'erosion-class.light': { en: 'light', zh: '轻度' },
  'erosion-class.moderate': { en: 'moderate', zh: '中度' },
  'erosion-class.strong': { en: 'strong', zh: '强烈' },
  'erosion-class.very-strong': { en: 'very strong', zh: '极强烈' },
  'erosion-class.severe': { en: 'severe', zh: '剧烈' },
  'erosion-region.north-west-loess-plateau': { en: 'north-western loess plateau', zh: '西北黄土高原区' },
  'erosion-region.north-east-black-soil': { en: 'north-eastern black soil', zh: '东北黑土区' },
  'erosion-region.northern-earth-rock-mountains': {
    en: 'northern earth and rock mountains',
    zh: '北方土石山区',
  },
  'erosion-region.southern-red-soil-hills': { en: 'southern red soil hills', zh: '南方红壤丘陵区' },
  'erosion-region.south-west-earth-rock-mountains': {
    en: 'south-western earth and rock mountains',
    zh: '西南土石山区',
  },
  'aridity-class.hyper-arid': { en: 'hyper-arid', zh: '极端干旱' },
  'aridity-class.arid': { en: 'arid', zh: '干旱' },
  'aridity-class.semi-arid': { en: 'semi-arid', zh: '半干旱' },
  'aridity-class.dry-sub-humid': { en: 'dry sub-humid', zh: '亚湿润干旱' },
  'aridity-class.humid': { en: 'humid', zh: '湿润' },
  'ecological-index-class.excellent': { en: 'excellent', zh: '优' },
  'ecological-index-class.good': { en: 'good', zh: '良' },
  'ecological-index-class.fair': { en: 'fair', zh: '一般' },
  'ecological-index-class.poor': { en: 'poor', zh: '较差' },
  'ecological-index-class.bad': { en: 'bad', zh: '差' },
  'ecological-index.scope': {
    en: 'HJ 192-2015 applies to counties and larger areas; for a mine this figure is a comparison, never an official value.',
    zh: 'HJ 192—2015 适用于县域及以上区域；对矿区而言，该数值仅供对比，不能作为官方评价结果。',
  },
  'limit.unverified': {
    en: 'This limit was not checked against the official text.',
    zh: '该限值尚未与官方文本核对。',
  },
} as const satisfies Texts;
