export * from './allocation/index.ts';
export * from './large/index.ts';
export * from './library/index.ts';
export type * from './linear-model.ts';
export * from './result.ts';
