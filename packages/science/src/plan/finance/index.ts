export * from './benefit-cost-ratio.ts';
export type { CashFlow, Timing } from './cash-flow.ts';
export * from './internal-rate-of-return.ts';
export * from './net-present-value.ts';
export * from './payback.ts';
