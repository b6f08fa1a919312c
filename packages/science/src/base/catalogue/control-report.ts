import type { Texts } from './index.ts';

/** The season report. */
export const controlReportTexts = {} as const satisfies Texts;
