import type { Texts } from './index.ts';

export const unknownTexts = {} as const satisfies Texts;
