import type { Texts } from './index.ts';

export const siteTexts = {} as const satisfies Texts;
