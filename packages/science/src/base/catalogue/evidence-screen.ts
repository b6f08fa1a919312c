import type { Texts } from './index.ts';

/** Screening and agreement. */
export const evidenceScreenTexts = {} as const satisfies Texts;
