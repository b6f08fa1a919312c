import type { Texts } from './text.ts';

export const wheelTexts = {} satisfies Texts;
