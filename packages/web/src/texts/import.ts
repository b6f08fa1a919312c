import type { Texts } from './text.ts';

export const importTexts = {} satisfies Texts;
