export * from './allocation/index.ts';
export type * from './linear-model.ts';
