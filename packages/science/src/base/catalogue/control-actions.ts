import type { Texts } from './index.ts';

/** What is done about an alert, and the chain of its history. */
export const controlActionTexts = {} as const satisfies Texts;
