import type { Texts } from './text.ts';

export const evidenceTexts = {} satisfies Texts;
