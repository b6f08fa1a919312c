export * from './alert-case.ts';
export * from './ledger.ts';
export * from './types.ts';
