import type { Texts } from './text.ts';

export const runsTexts = {} satisfies Texts;
