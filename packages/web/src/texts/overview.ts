import type { Texts } from './text.ts';

export const overviewTexts = {} satisfies Texts;
