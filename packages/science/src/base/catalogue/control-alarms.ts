import type { Texts } from './index.ts';

/** Departures from the promised recovery, each in one sentence. */
export const controlAlarmTexts = {} as const satisfies Texts;
