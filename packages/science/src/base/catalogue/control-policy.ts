import type { Texts } from './index.ts';

/** Games, value functions and decision processes that explain incentives and upkeep. */
export const controlPolicyTexts = {} as const satisfies Texts;
