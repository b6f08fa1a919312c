export * from './anneal.ts';
export * from './dual.ts';
export * from './large-problem.ts';
export * from './projected-newton.ts';
export * from './round-shares.ts';
export * from './solve-large.ts';
