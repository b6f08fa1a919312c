import type { Texts } from './index.ts';

/** What steering a programme is worth, against leaving it alone. */
export const controlWorthTexts = {
  'command.value-of-control': {
    en: 'plays the programme through many possible futures: what planning again each season is worth',
    zh: '用多种可能的未来推演方案：逐年调整值多少',
  },
  'step.value-of-control': {
    en: 'playing the programme through possible futures',
    zh: '在可能的未来中推演方案',
  },
  'flag.futures': { en: 'how many futures; 200 by default', zh: '未来情景个数，默认 200' },
  'flag.droughts': { en: 'probability of a drought in a year, 0..1', zh: '某年发生干旱的概率，0 至 1' },
  'flag.die-offs': {
    en: 'probability that a planted unit loses much of what has grown, each year, 0..1',
    zh: '已种植图斑每年大量死亡的概率，0 至 1',
  },
  'worth.title': {
    en: 'Value of control over {futures} possible futures, {computed} of them worked out now',
    zh: '{futures} 种可能未来下的控制价值，本次推演 {computed} 种',
  },
  'worth.pays': {
    en: 'Planning again each season beats the fixed plan: the 95 % interval lies above zero.',
    zh: '逐年调整优于固定方案：95 % 区间在零以上。',
  },
  'worth.costs': {
    en: 'Planning again each season does worse than the fixed plan: the 95 % interval lies below zero.',
    zh: '逐年调整劣于固定方案：95 % 区间在零以下。',
  },
  'worth.open': {
    en: 'Whether planning again each season beats the fixed plan is open: the 95 % interval covers zero.',
    zh: '逐年调整是否优于固定方案尚无定论：95 % 区间包含零。',
  },
  'worth.uplift': {
    en: 'Gain in weighted value {mean} ({low} to {high}; bootstrap {bootstrapLow} to {bootstrapHigh}), {percent} % of what the fixed plan comes to',
    zh: '加权价值增益 {mean}（{low} 至 {high}；自助法 {bootstrapLow} 至 {bootstrapHigh}），为固定方案的 {percent} %',
  },
  'worth.ecology': {
    en: 'Ecology {mean} ha-equivalents more ({low} to {high}); the fixed plan brings {fixed}',
    zh: '生态增益 {mean} 公顷当量（{low} 至 {high}）；固定方案为 {fixed}',
  },
  'worth.cost': {
    en: 'Public money {mean} {currency} more ({low} to {high}); the fixed plan takes {fixed}',
    zh: '公共资金多用 {mean} {currency}（{low} 至 {high}）；固定方案为 {fixed}',
  },
  'worth.share': {
    en: 'Of what perfect foresight would gain ({possible}) it captures {share} % ({low} to {high} %).',
    zh: '完全预知可得增益 {possible}，逐年调整取得其中 {share} %（{low} 至 {high} %）。',
  },
  'worth.nothing-to-gain': {
    en: 'Perfect foresight would gain nothing: there is no share to tell.',
    zh: '即使完全预知也无增益，无占比可言。',
  },
  'worth.blind': {
    en: 'Corrective plantings set down beforehand, without looking, would gain {mean} ({low} to {high}); steering differs from that by {over} ({overLow} to {overHigh}).',
    zh: '若事先安排补植而不观测，增益为 {mean}（{low} 至 {high}）；逐年调整与之相差 {over}（{overLow} 至 {overHigh}）。',
  },
  'worth.spread': {
    en: 'Gain by future: 5 % below {p5}, half below {p50}, 5 % above {p95}; worse than the fixed plan in {lost}, the same in {even} of {futures}.',
    zh: '各未来的增益：5 % 低于 {p5}，半数低于 {p50}，5 % 高于 {p95}；{futures} 种中 {lost} 种劣于固定方案，{even} 种相同。',
  },
  'worth.done': {
    en: 'Per future {changes} choices changed, {repairs} corrective works, {alarms} alerts.',
    zh: '平均每种未来变更 {changes} 项、整改 {repairs} 项、提示 {alarms} 条。',
  },
  'worth.unpaid': {
    en: '{count} corrective works were proposed for which no money was left.',
    zh: '有 {count} 项整改提出后无资金列支。',
  },
  'worth.kept': { en: 'Kept as {path}.', zh: '已存为 {path}。' },
  'unknown.nothing-to-gain': {
    en: 'perfect foresight would gain nothing',
    zh: '即使完全预知也无增益',
  },

  'error.E-CTL-611': {
    en: 'The plan begins nothing ({got}): there is nothing to control.',
    zh: '方案没有开工内容（{got}），无可控制。',
  },
  'hint.E-CTL-611': {
    en: 'Make a plan first, with money or duties that let something be done: `aftermine plan solve`.',
    zh: '请先制定有资金或有任务的方案：`aftermine plan solve`。',
  },
  'error.E-CTL-612': {
    en: 'Too few futures ({got}): an interval asks for two at least.',
    zh: '未来情景过少（{got}）：区间至少需要两个。',
  },
  'hint.E-CTL-612': {
    en: 'Give --futures {expected}; 200 tell gains of a few percent from chance.',
    zh: '请设 --futures {expected}；200 个可将百分之几的增益与偶然区分。',
  },
} as const satisfies Texts;
