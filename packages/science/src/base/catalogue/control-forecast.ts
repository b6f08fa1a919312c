import type { Texts } from './index.ts';

/** Expected recovery, learned rates and the checks of the filter. */
export const controlForecastTexts = {} as const satisfies Texts;
