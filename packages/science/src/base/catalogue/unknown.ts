import type { Texts } from './index.ts';

/** Non-answers of the observation as a whole; those of single methods stand with their topic. */
export const unknownTexts = {
  'unknown.no-scenes': { en: 'no scene of the {year} season', zh: '{year} 年生长季没有影像' },
  'unknown.no-clear-look': { en: 'no clear look in {year}', zh: '{year} 年没有晴空观测' },
  'unknown.too-little-seen': {
    en: 'only {seen} % of the land was seen in {year}; {need} % are needed',
    zh: '{year} 年仅观测到 {seen} % 的土地，至少需要 {need} %',
  },
} as const satisfies Texts;
