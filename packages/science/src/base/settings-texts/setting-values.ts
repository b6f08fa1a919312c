import type { Text } from '../catalogue/index.ts';

/** Names of the values of a choice: those of the catalogue under a prefix, or said here. */
export type ValueNames = string | Readonly<Record<string, Text>>;

/** What the values of a choice are called, by path. */
export const settingValues: Readonly<Record<string, ValueNames>> = {
  language: { zh: { en: 'Chinese', zh: '中文' }, en: { en: 'English', zh: '英文' } },
  'reading.#': 'role.',
  'reading.*.datum': {
    gcj02: { en: 'GCJ-02 (maps of China)', zh: 'GCJ-02（国内网络地图）' },
    wgs84: { en: 'WGS 84', zh: 'WGS 84' },
  },
  'observe.own.*.bands.#': {
    blue: { en: 'blue', zh: '蓝' },
    green: { en: 'green', zh: '绿' },
    red: { en: 'red', zh: '红' },
    nir: { en: 'near infrared', zh: '近红外' },
    swir1: { en: 'shortwave infrared 1', zh: '短波红外 1' },
    swir2: { en: 'shortwave infrared 2', zh: '短波红外 2' },
    lst: { en: 'heat (surface temperature)', zh: '热波段（地表温度）' },
  },
  'observe.sensors.*': {
    landsat: { en: 'Landsat', zh: 'Landsat' },
    'sentinel-2': { en: 'Sentinel-2', zh: 'Sentinel-2' },
    hls: { en: 'HLS', zh: 'HLS' },
    own: { en: 'your own', zh: '自有影像' },
  },
  'observe.composite': {
    medoid: {
      en: 'medoid: the look closest to all others',
      zh: '中心点法（medoid）：取最接近其余各次的观测',
    },
    median: { en: 'median of each band', zh: '各波段中位数' },
    'best-available': { en: 'best single look', zh: '最佳单次观测' },
  },
  'observe.harmonise': {
    none: { en: 'none', zh: '不处理' },
    'roy-2016': { en: 'Roy 2016 (ETM+ to OLI)', zh: 'Roy 2016（ETM+ 归算至 OLI）' },
  },
  'observe.resampling': {
    bilinear: { en: 'bilinear', zh: '双线性' },
    cubic: { en: 'cubic', zh: '三次卷积' },
    nearest: { en: 'nearest pixel', zh: '最近像元' },
  },
  'observe.mask.drop.*': 'mask-reason.',
  'observe.wetness': {
    'crist-1985': { en: 'Crist 1985', zh: 'Crist 1985' },
    'huang-2002': { en: 'Huang 2002', zh: 'Huang 2002' },
    'baig-2014': { en: 'Baig 2014', zh: 'Baig 2014' },
    'zhai-2022': { en: 'Zhai 2022', zh: 'Zhai 2022' },
  },
  'observe.water.index': 'index.',
  'observe.rsei.mode': 'page.fit.mode.',
  'observe.segment.preset': {
    landtrendr: { en: 'LandTrendr', zh: 'LandTrendr 参数' },
    'mined-land': { en: 'mined land', zh: '矿区土地' },
  },
  'observe.segment.index': 'index.',
  'observe.recovery.index': 'index.',
  'observe.recovery.target': {
    historic: { en: 'its two years before the disturbance', zh: '扰动前两年' },
    windowed: { en: 'its five years before the disturbance', zh: '扰动前五年' },
    reference: { en: 'the reference areas', zh: '参照区' },
  },
  'diagnose.target': 'land-use.',
  'diagnose.erosion.region': 'erosion-region.',
  'diagnose.crop.#': 'land-use.',
  'diagnose.background.#': 'element.',
  'diagnose.goals.*.kind': 'recovery-goal.',
  'diagnose.goals.*.floors.#': 'indicator.',
  'diagnose.rules.*.limit.#': 'land-use.',
  'plan.funds.*.for.damage.*': 'damage.',
  'plan.basicFarmland': {
    'as-registered': { en: 'not basic farmland, as registered', zh: '按登记：不属于永久基本农田' },
    unknown: { en: 'unknown', zh: '未知' },
  },
  'plan.locks.*.mode': { treat: { en: 'treat', zh: '治理' }, leave: { en: 'leave alone', zh: '不治理' } },
  'plan.weights.#': 'objective-name.',
  'control.filter.curve': {
    saturating: { en: 'fast at first, then levelling off', zh: '先快后缓（饱和曲线）' },
    logistic: { en: 'slow at first, then fast (logistic)', zh: '先慢后快（逻辑斯蒂曲线）' },
  },
  'control.people.*.role': {
    officer: { en: 'officer', zh: '主管' },
    engineer: { en: 'engineer', zh: '工程师' },
    field: { en: 'field', zh: '现场' },
    viewer: { en: 'viewer', zh: '查看' },
  },
};
