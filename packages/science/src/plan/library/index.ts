export * from './library-schema.ts';
