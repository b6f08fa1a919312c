import type { Texts } from './text.ts';

export const mapTexts = {} satisfies Texts;
