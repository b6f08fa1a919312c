import type { Texts } from './text.ts';

export const alertsTexts = {} satisfies Texts;
