import type { Texts } from './text.ts';

export const compareTexts = {} satisfies Texts;
