import type { Texts } from './text.ts';

export const planTexts = {} satisfies Texts;
