export * from './assembler.ts';
export * from './constant-pool.ts';
export * from './exponential.ts';
export * from './instructions.ts';
