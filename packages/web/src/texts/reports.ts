import type { Texts } from './text.ts';

export const reportsTexts = {} satisfies Texts;
