export * from './gap-planting.ts';
export * from './money-left-over.ts';
export * from './plan-changes.ts';
export * from './promises.ts';
export * from './repairs.ts';
export * from './replan.ts';
