export * from './season-record.ts';
