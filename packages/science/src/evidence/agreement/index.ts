export * from './agreement-interval.ts';
export * from './agreement-table.ts';
export * from './cohen-kappa.ts';
export * from './gwet-ac1.ts';
export * from './krippendorff-alpha.ts';
