import type { Texts } from './index.ts';

export const reportTexts = {} as const satisfies Texts;
