import type { Texts } from './index.ts';

/** Trend, recovery and series files: errors and non-answers. */
export const trendTexts = {
  'error.E-SER-010': { en: 'Times must ascend; {where} is {got}.', zh: '时间必须递增；{where} 为 {got}。' },
  'hint.E-SER-010': {
    en: 'Sort the observations by time and keep one a year.',
    zh: '请按时间排序，每年只保留一个观测值。',
  },
  'error.E-SER-011': {
    en: '{where}: the header must hold {expected}, not "{got}".',
    zh: '{where}：表头应包含 {expected}，而不是“{got}”。',
  },
  'hint.E-SER-011': {
    en: 'Write `id,year,value` in the first line, one observation a row.',
    zh: '第一行写 `id,year,value`，每行一个观测值。',
  },
  'error.E-SER-012': {
    en: '{where} cannot be read as {expected}: "{got}".',
    zh: '{where} 无法按 {expected} 读取：“{got}”。',
  },
  'hint.E-SER-012': {
    en: 'Years are whole numbers; leave the value empty where there is none.',
    zh: '年份须为整数；没有观测值时留空。',
  },
  'error.E-SER-013': {
    en: '{where}: year {got} of "{id}" stands twice.',
    zh: '{where}：“{id}”的 {got} 年重复出现。',
  },
  'hint.E-SER-013': {
    en: 'Keep one value a year, for example the median of the season.',
    zh: '每年只保留一个值，例如生长季中位数。',
  },
  'error.E-SER-014': { en: '{where} holds no observation.', zh: '{where} 中没有观测值。' },
  'hint.E-SER-014': { en: 'Check that the file was saved with its rows.', zh: '请检查文件是否包含数据行。' },
  'unknown.too-few-years': {
    en: 'only {have} years with a value; {need} are needed',
    zh: '只有 {have} 个年份有值，至少需要 {need} 个',
  },
  'unknown.no-variation': { en: 'the values do not vary', zh: '数值没有变化' },
  'unknown.year-not-seen': { en: 'the year {year} was not seen', zh: '{year} 年没有观测' },
  'unknown.recovery-too-recent': {
    en: 'too recent: it can be told in {year}',
    zh: '时间尚短：{year} 年才能判断',
  },
  'unknown.zero-target': {
    en: 'the target is zero, so there is no share of it',
    zh: '目标值为零，无法计算比例',
  },
  'unknown.no-disturbance': { en: 'no disturbance was found', zh: '未发现扰动' },
  'unknown.not-recovered': { en: 'not recovered after {years} years', zh: '{years} 年后仍未恢复' },
  'unknown.no-target-years': {
    en: 'no year to take the target from (around {from})',
    zh: '没有可用于确定目标值的年份（{from} 年前后）',
  },
  'unknown.no-reference-area': { en: 'the project has no reference area', zh: '项目没有参照区' },
} as const satisfies Texts;
