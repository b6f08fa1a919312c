import type { Texts } from './index.ts';

/** Errors and non-answers of time series. */
export const seriesTexts = {
  'error.E-SER-001': {
    en: 'The segmentation setting {where} is out of range: expected {expected}, got {got}.',
    zh: '分段参数 {where} 超出范围：应为 {expected}，实际为 {got}。',
  },
  'hint.E-SER-001': {
    en: 'Choose a value in the range, or leave it out to use the preset.',
    zh: '请填写范围内的数值，或删去该项以采用预设值。',
  },
  'error.E-SER-002': {
    en: 'A block of series does not match its years: {got} values for {expected} years.',
    zh: '时间序列数据块与年份不符：共 {got} 个值，年份数为 {expected}。',
  },
  'hint.E-SER-002': {
    en: 'Give every pixel one value per year, missing years as NaN.',
    zh: '每个像元每年应有一个值，缺失年份用 NaN 表示。',
  },
  'error.E-SER-003': {
    en: 'The years of a series cannot be used: {where} is {got}.',
    zh: '时间序列的年份无法使用：{where} 为 {got}。',
  },
  'hint.E-SER-003': {
    en: 'Years are whole numbers, each at most once; several looks of a year are composited first.',
    zh: '年份须为整数且不得重复；同一年有多次观测时请先合成。',
  },
  'error.E-SER-004': {
    en: 'A value of a series is not a usable number: {where} is {got}.',
    zh: '时间序列中有无效数值：{where} 为 {got}。',
  },
  'hint.E-SER-004': {
    en: 'Leave missing years out instead of filling them.',
    zh: '缺失年份直接省略，不要用占位值填充。',
  },
  'unknown.too-few-observations': {
    en: 'only {got} years with a value, {needed} are needed',
    zh: '有效年份仅 {got} 个，至少需要 {needed} 个',
  },
} as const satisfies Texts;
