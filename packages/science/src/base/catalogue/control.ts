import type { Texts } from './index.ts';

/** Seasons: what the control step says. */
export const controlTexts = {} as const satisfies Texts;
