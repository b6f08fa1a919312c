import type { Texts } from './text.ts';

export const trendTexts = {} satisfies Texts;
