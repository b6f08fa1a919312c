import type { Texts } from './index.ts';

/**
 * Departures from the promised recovery, each in one sentence. A picture shows a departure; what happened is for somebody on the
 * ground to say, so no text here calls one an event or a violation.
 */
export const controlAlarmTexts = {
  'alarm.sudden-loss': { en: 'sudden departure below the expected course', zh: '骤然偏离预期（偏低）' },
  'alarm.sudden-loss.why': {
    en: 'In {year} the unit stood at {seen} % of the reference where {expected} % were expected, {times} times the usual scatter below.',
    zh: '{year} 年该图斑为对照区的 {seen} %，预期为 {expected} %，偏低幅度为通常离散程度的 {times} 倍。',
  },
  'alarm.drifting-below': { en: 'drifting below the expected course', zh: '持续偏低于预期' },
  'alarm.drifting-below.why': {
    en: 'Over {seasons} seasons up to {year} the unit stayed {missing} points of the reference below what was expected, on average.',
    zh: '截至 {year} 年的 {seasons} 个生长季，该图斑平均比预期低 {missing} 个百分点（以对照区为 100）。',
  },
  'alarm.relapse': { en: 'lost again after recovery', zh: '恢复后回落' },
  'alarm.relapse.why': {
    en: 'In {peakYear} the unit had come to {peak} % of the reference; in {year} it stands at {now} %.',
    zh: '{peakYear} 年该图斑已达对照区的 {peak} %，{year} 年为 {now} %。',
  },
  'alarm.stall': { en: 'recovery stands still', zh: '恢复停滞' },
  'alarm.stall.why': {
    en: 'In {seasons} seasons the unit went from {from} % to {now} % of the reference, where {gain} points of gain were promised.',
    zh: '{seasons} 个生长季内该图斑由对照区的 {from} % 变为 {now} %，而方案预期提高 {gain} 个百分点。',
  },
  'alarm.behind-target': { en: 'unlikely to reach its goal in time', zh: '按期达标可能性低' },
  'alarm.behind-target.why': {
    en: 'As it goes, the chance of standing at {goal} % of the reference in {acceptanceYear} is {chance} %; {promised} % were promised.',
    zh: '照目前进程，{acceptanceYear} 年达到对照区 {goal} % 的概率为 {chance} %，方案预期为 {promised} %。',
  },
  'alarm.new-disturbance': { en: 'new clearing outside permitted areas', zh: '许可扰动范围外新增裸露' },
  'alarm.new-disturbance.why': {
    en: 'In {year} plant cover fell abruptly on {areaHa} ha where nothing is permitted to change.',
    zh: '{year} 年在未许可变动的范围内，有 {areaHa} 公顷植被骤减。',
  },
  'alarm.poor-survival': { en: 'few of the plants live', zh: '成活率偏低' },
  'alarm.poor-survival.why': {
    en: 'Of {all} plants counted {alive} are alive, {percent} %; {promised} % were promised.',
    zh: '清点 {all} 株，成活 {alive} 株，占 {percent} %；方案预期为 {promised} %。',
  },
  'alarm-evidence.season': {
    en: '{year}: {seen} % seen, {expected} % expected, {times} standard deviations below',
    zh: '{year} 年：观测 {seen} %，预期 {expected} %，低 {times} 个标准差',
  },
  'alarm-evidence.common': {
    en: 'all units together departed by {points} points this season; that is taken out',
    zh: '本季全部图斑共同偏离 {points} 个百分点，已扣除',
  },
  'alarm-evidence.sum': {
    en: '{year}: cumulative sum {sum} after {seasons} seasons, limit {limit}',
    zh: '{year} 年：{seasons} 个生长季累积和为 {sum}，界限 {limit}',
  },
  'alarm-evidence.peak': {
    en: 'highest {peak} % in {peakYear}, {now} % in {year}',
    zh: '最高值为 {peakYear} 年的 {peak} %，{year} 年为 {now} %',
  },
  'alarm-evidence.progress': {
    en: '{from} % before, {now} % in {year}, {seasons} seasons later; {gain} points promised',
    zh: '由 {from} % 经 {seasons} 个生长季至 {year} 年的 {now} %；预期提高 {gain} 个百分点',
  },
  'alarm-evidence.chance': {
    en: '{year}: chance {chance} % for {goal} % in {acceptanceYear}; promised {promised} %',
    zh: '{year} 年：{acceptanceYear} 年达到 {goal} % 的概率为 {chance} %；预期 {promised} %',
  },
  'alarm-evidence.disturbed': {
    en: '{areaHa} ha, first seen in {year}',
    zh: '{areaHa} 公顷，{year} 年首次出现',
  },
  'alarm-evidence.count': {
    en: 'count of {year}: {alive} of {all} alive, {percent} %, {promised} % promised',
    zh: '{year} 年清点：{all} 株成活 {alive} 株，{percent} %，预期 {promised} %',
  },
  'alarm-evidence.weather-usual': {
    en: 'a usual season in the reference areas ({times} standard deviations off their past)',
    zh: '对照区属常年（偏离往年 {times} 个标准差）',
  },
  'alarm-evidence.weather-dry': {
    en: 'a poor season in the reference areas as well ({times} standard deviations below their past), which closeness takes out',
    zh: '对照区亦偏低（低于往年 {times} 个标准差），接近程度已予扣除',
  },
  'alarm-evidence.weather-good': {
    en: 'a good season in the reference areas ({times} standard deviations above their past)',
    zh: '对照区偏好（高于往年 {times} 个标准差）',
  },
  'alarm-evidence.weather-unknown': {
    en: 'too few seasons of the reference areas to say what {year} was like',
    zh: '对照区年份不足，无法判断 {year} 年气候状况',
  },
  'corrective.field-check': { en: 'look at it on the ground', zh: '实地核查' },
  'corrective.replant': { en: 'replant', zh: '补植' },
  'corrective.plant-gaps': { en: 'plant the gaps', zh: '查缺补植' },
  'corrective.irrigate': { en: 'water', zh: '补充灌溉' },
  'corrective.repair-erosion': { en: 'mend rills and slopes', zh: '修复冲沟与坡面' },
  'corrective.weed': { en: 'weed', zh: '除草抚育' },
  'corrective.fence': { en: 'fence and guard', zh: '围栏管护' },
  'corrective.soil-test': { en: 'sample the soil', zh: '土壤取样检测' },

  'error.E-CTL-201': {
    en: 'What is at stake on {where} must lie between 0 and 1: {got}.',
    zh: '{where} 的暴露程度须在 0 与 1 之间：{got}。',
  },
  'hint.E-CTL-201': {
    en: 'Give shares of area, money or people at risk, 1 for the most exposed unit.',
    zh: '请给出面积、资金或人口的占比，最受影响的图斑为 1。',
  },
} as const satisfies Texts;
