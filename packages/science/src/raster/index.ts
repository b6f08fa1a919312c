export * from './grid.ts';
export * from './resample-map.ts';
export * from './resample.ts';
export * from './coverage.ts';
export type * from './polygons.ts';
export * from './zonal-statistics.ts';
export * from './zone-histogram.ts';
