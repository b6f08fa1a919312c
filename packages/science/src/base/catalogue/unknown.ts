import type { Texts } from './index.ts';

/** Non-answers of the observation as a whole and of the kernels a plan is weighed with; others stand with their topic. */
export const unknownTexts = {
  'unknown.no-scenes': { en: 'no scene of the {year} season', zh: '{year} 年生长季没有影像' },
  'unknown.no-clear-look': { en: 'no clear look in {year}', zh: '{year} 年没有晴空观测' },
  'unknown.too-little-seen': {
    en: 'only {seen} % of the land was seen in {year}; {need} % are needed',
    zh: '{year} 年仅观测到 {seen} % 的土地，至少需要 {need} %',
  },
  'unknown.random-index-not-tabled': {
    en: 'no random index is tabled for {n} criteria; consistency cannot be judged above 15',
    zh: '没有 {n} 个准则的随机一致性指标，超过 15 个准则时无法检验一致性',
  },
  'unknown.alternatives-alike': {
    en: 'the alternatives do not differ in any weighted criterion, so none is closer to the ideal',
    zh: '各方案在所有计权准则上均无差异，无法比较优劣',
  },
  'unknown.no-mixed-equilibrium': {
    en: 'no mix of strategies pays both sides alike: one side always does better with one of them',
    zh: '不存在使双方各策略收益相等的混合状态：其中一方总有一种策略更优',
  },
  'unknown.nothing-conserved': {
    en: 'under a dynamic fine nothing is conserved',
    zh: '动态罚款下不存在守恒量',
  },
  'unknown.no-internal-rate': {
    en: 'no rate makes the cash flow worth zero',
    zh: '没有任何折现率能使该现金流净现值为零',
  },
  'unknown.several-internal-rates': {
    en: 'several rates make the cash flow worth zero ({rates} %), so none may be called the internal rate',
    zh: '有多个折现率使净现值为零（{rates} %），因此没有唯一的内部收益率',
  },
  'unknown.no-cost': { en: 'there is no cost to compare with', zh: '没有可供比较的成本' },
  'unknown.never-paid-back': {
    en: 'the cash flow does not pay back within its {years} years',
    zh: '该现金流在 {years} 年内无法回收投资',
  },
  'unknown.model-without-answer': {
    en: 'the model gives no number for {got} of {draws} draws',
    zh: '模型在 {draws} 次抽样中有 {got} 次没有给出数值',
  },
  'unknown.no-spread': {
    en: 'the outcome is the same in every draw, so no factor has a share in its spread',
    zh: '每次抽样结果都相同，各因素对其波动没有贡献',
  },
} as const satisfies Texts;
