export * from './beta-distribution.ts';
export * from './monte-carlo.ts';
export type { RiskModel } from './risk-input.ts';
export * from './sample-factors.ts';
export * from './sobol.ts';
export * from './tornado.ts';
