import type { Texts } from './index.ts';

export const observeTexts = {} as const satisfies Texts;
