import type { Texts } from './text.ts';

export const scheduleTexts = {} satisfies Texts;
