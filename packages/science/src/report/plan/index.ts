export * from './amount-text.ts';
export * from './money-text.ts';
export * from './plan-words.ts';
export * from './standing-text.ts';
