import type { Texts } from './index.ts';

/** Pooling, grading, gap map, flow diagram, claims. */
export const evidencePoolTexts = {} as const satisfies Texts;
