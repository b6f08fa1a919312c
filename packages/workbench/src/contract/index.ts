export * from './evidence.ts';
export * from './job.ts';
export * from './problem.ts';
export * from './project.ts';
export * from './reports.ts';
export * from './unit-row.ts';
export * from './unit-sheet.ts';
export * from './verbs.ts';
