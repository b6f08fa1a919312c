export * from './coverage.ts';
export * from './grid.ts';
export * from './polygonise.ts';
export type * from './polygons.ts';
export * from './resample.ts';
export * from './resample-map.ts';
export * from './zonal-statistics.ts';
export * from './zone-histogram.ts';
