import type { Texts } from './text.ts';

export const settingsTexts = {} satisfies Texts;
