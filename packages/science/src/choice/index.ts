export * from './ahp.ts';
export * from './entropy-weights.ts';
export * from './min-max.ts';
export * from './pareto.ts';
export * from './topsis.ts';
