export * from './declare.ts';
export * from './evaluate-rules.ts';
export type * from './result.ts';
export * from './rules.ts';
export * from './settings.ts';
export type * from './types.ts';
