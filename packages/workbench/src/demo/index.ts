export * from './demo-truth.ts';
export * from './make-demo-mine.ts';
export * from './self-check.ts';
export * from './tell-self-check.ts';
export type { DemoOptions } from './types.ts';
