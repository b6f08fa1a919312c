export * from './flow-boxes.ts';
export * from './flow-counts.ts';
export * from './flow-event.ts';
export * from './flow-identities.ts';
export * from './flow-picture.ts';
export * from './flow-table.ts';
export * from './flow-words.ts';
export * from './tally-flow.ts';
