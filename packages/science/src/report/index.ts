export * from './headlines.ts';
export * from './palette.ts';
