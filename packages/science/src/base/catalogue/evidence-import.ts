import type { Texts } from './index.ts';

/** Reading and writing literature exports. */
export const evidenceImportTexts = {} as const satisfies Texts;
