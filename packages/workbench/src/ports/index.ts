export type * from './rasters.ts';
