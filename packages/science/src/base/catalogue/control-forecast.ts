import type { Texts } from './index.ts';

/** Expected recovery, learned rates and the checks of the filter. */
export const controlForecastTexts = {
  'unknown.too-few-innovations': {
    en: 'only {have} seasons of units to judge by; {need} are needed',
    zh: '可供检验的图斑年仅 {have} 个，至少需要 {need} 个',
  },
  'unknown.no-acceptance-year': {
    en: 'no works are planned here, so there is no year of acceptance',
    zh: '此处未安排工程，没有验收年份',
  },

  'error.E-CTL-101': {
    en: 'A count of plants cannot be negative, and a survival needs a prior: {got}.',
    zh: '株数不能为负，成活率须有先验：{got}。',
  },
  'hint.E-CTL-101': {
    en: 'Correct the numbers alive and dead in the field notes.',
    zh: '请更正外业记录中的成活与死亡株数。',
  },
  'error.E-CTL-102': {
    en: 'The variance of what was seen on {where} must be above zero: {got}.',
    zh: '{where} 的观测方差必须大于零：{got}。',
  },
  'hint.E-CTL-102': {
    en: 'Leave control.filter.looksNoise above zero: no picture is free of error.',
    zh: '请保持 control.filter.looksNoise 大于零：任何影像都有误差。',
  },
} as const satisfies Texts;
