import type { Texts } from './index.ts';

/** Finding records of one study. */
export const evidenceDedupeTexts = {} as const satisfies Texts;
