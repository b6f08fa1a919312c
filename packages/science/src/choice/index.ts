export * from './entropy-weights.ts';
export * from './min-max.ts';
