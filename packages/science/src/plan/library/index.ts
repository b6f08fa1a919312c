export * from './check-library.ts';
export * from './library-place.ts';
export * from './library-schema.ts';
export * from './merge-costs.ts';
export * from './unverified-figures.ts';
