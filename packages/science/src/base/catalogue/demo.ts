import type { Texts } from './index.ts';

export const demoTexts = {} as const satisfies Texts;
