export * from './assembler.ts';
export * from './constant-pool.ts';
export * from './float-below.ts';
export * from './instructions.ts';
export * from './power-of-two.ts';
