import type { Texts } from './index.ts';

export const seriesTexts = {} as const satisfies Texts;
