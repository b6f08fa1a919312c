import type { Texts } from './text.ts';

export const diagnosisTexts = {} satisfies Texts;
