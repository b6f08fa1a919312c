export * from './advice.ts';
export * from './allocation-model.ts';
export * from './explain-infeasible.ts';
export * from './instance.ts';
export * from './quick-explain.ts';
export * from './rate-plan.ts';
export type * from './result.ts';
export * from './solve-exact.ts';
