export * from './programme-record.ts';
export * from './season-record.ts';
