import type { Texts } from './index.ts';

export const cliTexts = {} as const satisfies Texts;
