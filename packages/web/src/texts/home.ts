import type { Texts } from './text.ts';

export const homeTexts = {
  'home.title': { en: 'Projects', zh: '项目' },
} satisfies Texts;
