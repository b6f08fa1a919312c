import type { Texts } from './index.ts';

/** The demonstration mine: its self-check in plain words, and its errors. */
export const demoTexts = {
  'demo.synthetic': {
    en: 'This mine is invented: every picture was computed, nothing shows a real place.',
    zh: '本矿为虚构示例：所有影像均由程序模拟生成，不对应任何真实地点。',
  },
  'demo.making': { en: 'Making the demonstration mine', zh: '正在生成示范矿数据' },
  'demo.made': {
    en: '{scenes} scenes of {years} growing seasons were written to {path}.',
    zh: '已生成 {years} 个生长季共 {scenes} 景影像，保存在 {path}。',
  },
  'demo.plan.sound': {
    en: 'Every one of {units} choices of the plan passes its gates, and all {rows} limits hold.',
    zh: '方案的 {units} 项选择均通过门槛，{rows} 条约束全部满足。',
  },
  'demo.plan.unsound': {
    en: 'The plan breaks what it promises: {problems}.',
    zh: '方案有不符之处：{problems}。',
  },
  'demo.check.title': { en: 'Compared with the truth', zh: '与模拟真值对比' },
  'demo.check.passes': {
    en: 'The self-check passed: what Aftermine found is what was put into the pictures.',
    zh: '自检通过：识别结果与模拟时设定的实际情况一致。',
  },
  'demo.check.fails': {
    en: 'The self-check FAILED: what was found departs too far from what was put into the pictures.',
    zh: '自检未通过：识别结果与模拟时设定的实际情况相差过大。',
  },
  'demo.check.years': {
    en: 'Disturbance year right to within one year in {percent} % of {pixels} disturbed pixels (target {target} %); exactly right in {exact} %; {found} % were found at all.',
    zh: '在 {pixels} 个受损像元中，扰动年份误差不超过一年的占 {percent}%（目标 {target}%），完全一致的占 {exact}%，检出率为 {found}%。',
  },
  'demo.check.false-alarms': {
    en: 'Of {pixels} pixels that were never disturbed, {percent} % show a loss nevertheless: drought and crop rotation also make land less green.',
    zh: '在 {pixels} 个从未受损的像元中，有 {percent}% 被误判为植被损失：干旱和作物轮作同样会使地表绿度下降。',
  },
  'demo.check.left-out': {
    en: 'Left out because no year can be found for them: {early} pixels disturbed before the third season, {late} in the last season, {water} under water, {outside} outside the observed area.',
    zh: '以下像元无法判定年份，未参与对比：第三个生长季之前受损的 {early} 个，最后一个生长季受损的 {late} 个，水面 {water} 个，观测范围之外 {outside} 个。',
  },
  'demo.check.trends': {
    en: 'The trend of the ecological index goes the right way in {right} of {expected} units.',
    zh: '{expected} 个图斑中有 {right} 个的生态指数变化方向正确。',
  },
  'demo.check.wrong-trend': {
    en: '{unit}: should be {expected}, but the slope is {slope} a year.',
    zh: '{unit}：应为{expected}，但实际变化率为每年 {slope}。',
  },
  'demo.causes.found': {
    en: 'Causes planted in the landscape: {found} of {planted} found for the right unit.',
    zh: '预设的限制因素：{planted} 项中有 {found} 项在正确的图斑上查出。',
  },
  'demo.causes.missing': {
    en: '{unit}: {factor} was planted and not found.',
    zh: '{unit}：预设的{factor}问题未查出。',
  },
  'demo.causes.invented': {
    en: 'Reference area {unit}: a problem was found that is not there: {finding}',
    zh: '参照区 {unit}：误报问题：{finding}',
  },
  'demo.causes.none-invented': {
    en: 'No problem was found on the reference areas, as it should be.',
    zh: '参照区未误报问题，符合预期。',
  },
  'demo.trend.up': { en: 'rising', zh: '上升' },
  'demo.trend.down': { en: 'falling', zh: '下降' },
  'demo.trend.steady': { en: 'steady', zh: '平稳' },
  'error.E-DEM-001': {
    en: 'The demonstration mine cannot be made with {where} = {got}; allowed: {expected}.',
    zh: '无法按 {where} = {got} 生成示范矿，允许范围：{expected}。',
  },
  'hint.E-DEM-001': {
    en: 'Leave the option out to take the default.',
    zh: '省略该选项即采用默认值。',
  },
  'error.E-DEM-002': {
    en: 'The result ({got}) does not lie on the pixels of the demonstration mine ({expected}), so it cannot be compared with the truth.',
    zh: '结果图层（{got}）与示范矿的像元格网（{expected}）不一致，无法与真值对比。',
  },
  'hint.E-DEM-002': {
    en: 'Leave `observe.grid` at its defaults for the self-check.',
    zh: '进行自检时请保持 `observe.grid` 为默认设置。',
  },
  'demo.seasons.run': {
    en: '{count} seasons, {from} to {to}, from {scenes} more scenes with the works of the plan on the ground.',
    zh: '以方案实施后的 {scenes} 景影像，逐年评估 {from} 至 {to} 共 {count} 季。',
  },
  'demo.seasons.relapse': {
    en: 'Planted relapse on {unit} in {planted}: alerted {alerted}, replanting planned {replanned}, closed {closed}.',
    zh: '预设 {unit} 于 {planted} 年退化：{alerted} 年提示，{replanned} 年纳入补植，{closed} 年销号。',
  },
  'demo.seasons.clearing': {
    en: 'Clearing nobody announced in {planted}: alerted {alerted}.',
    zh: '预设 {planted} 年未申报的扰动：{alerted} 年提示。',
  },
  'demo.seasons.false-alarms': {
    en: 'Alerts on land where nothing was planted: {count} in {seasons} unit-seasons.',
    zh: '无预设变化的图斑上的提示：{seasons} 个图斑年中 {count} 条。',
  },
  'demo.seasons.never': { en: 'never', zh: '未发生' },
  'demo.seasons.failed': { en: 'NOT as planted: {problems}', zh: '与预设不符：{problems}' },
} as const satisfies Texts;
